using System.Text;

namespace Goldthread.Register.Publishing;

/// <summary>What somebody typed into a search box, taken apart: words and "exact phrases", all of which must be found.</summary>
public sealed record SearchWords(IReadOnlyList<string> Phrases)
{
    private const int MostPhrases = 16, LongestWord = 64;

    /// <summary>The words of a query; whatever a search language could take for an operator is only a word here.</summary>
    public static SearchWords Parse(string? query)
    {
        var phrases = new List<string>();
        var quoted = (query ?? "").Split('"');
        for (var i = 0; i < quoted.Length; i++)
        {
            var words = Words(quoted[i]);
            if (i % 2 == 1 && i < quoted.Length - 1 && words.Count > 0)
                phrases.Add(string.Join(' ', words));
            else
                phrases.AddRange(words);
        }

        return new SearchWords([.. phrases.Take(MostPhrases)]);
    }

    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => Phrases.Count == 0;

    /// <summary>The words in quotation marks, side by side: SQLite's and PostgreSQL's search languages both read it so.</summary>
    public string Quoted => string.Join(' ', Phrases.Select(phrase => $"\"{phrase}\""));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in (text + " ").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (word.Length < LongestWord)
                    word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
