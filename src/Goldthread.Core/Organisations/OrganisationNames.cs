namespace Goldthread.Core.Organisations;

/// <summary>Finds organisations in a text under any of their names.</summary>
/// <remarks>
/// A name of several words counts in any case; an abbreviation in capitals counts in capitals; any other single
/// word counts only with its capital letter and not at the beginning of a sentence or line, where every word has one
/// ("Respect" is a charity and a word).
/// </remarks>
public sealed class OrganisationNames
{
    private readonly ILookup<string, Name> byFirstWord;

    /// <summary>Takes the names to look for.</summary>
    /// <param name="names">Each organisation's reference with one of its names; an organisation has several.</param>
    public OrganisationNames(IEnumerable<(string Reference, string Name)> names)
    {
        byFirstWord = names
            .Select(pair => new Name(pair.Reference, [.. Words(pair.Name).Select(word => word.Text)]))
            .Where(name => name.Words.Count > 0)
            .OrderByDescending(name => name.Words.Count)
            .ToLookup(name => name.Words[0], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The references of the organisations that a text names, each once, in the order of their first mention.</summary>
    public IReadOnlyList<string> FindIn(string text)
    {
        var words = Words(text).ToList();
        var found = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var name = byFirstWord[words[i].Text].FirstOrDefault(name => Stands(name, words, i));
            if (name is null)
                continue;
            if (!found.Contains(name.Reference))
                found.Add(name.Reference);
            i += name.Words.Count - 1;
        }

        return found;
    }

    private static bool Stands(Name name, List<Word> words, int at)
    {
        if (at + name.Words.Count > words.Count)
            return false;
        if (name.Words.Count == 1)
            return words[at].Text == name.Words[0] && (IsAbbreviation(name.Words[0]) || !words[at].Begins);
        for (var i = 0; i < name.Words.Count; i++)
            if (!words[at + i].Text.Equals(name.Words[i], StringComparison.OrdinalIgnoreCase) || (i > 0 && words[at + i].Begins))
                return false;
        return true;
    }

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.Count(char.IsUpper) * 2 > word.Length;

    private static IEnumerable<Word> Words(string text)
    {
        var begins = true;
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i > from && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                i++;
            if (i > from)
            {
                yield return new Word(text[from..i].Replace('’', '\'').Replace("'", "", StringComparison.Ordinal), begins);
                begins = false;
            }
            else
            {
                begins |= text[i] is '.' or '!' or '?' or ':' or '•' or '\n' or '“' or '"';
                i++;
            }
        }
    }

    private readonly record struct Word(string Text, bool Begins);

    private sealed record Name(string Reference, IReadOnlyList<string> Words);
}
