using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Finds who is to do what: the words before "to" in <c>Marcus Tidewell to have the mirror put back</c>.</summary>
internal static class ActionOwner
{
    private const int LongestOwner = 12;
    private const int LongestName = 40;
    private static readonly string[] Verbs = [" to ", " will ", " shall ", " agreed to ", " must "];

    public static Passage Before(Passage text)
    {
        var at = Verbs.Select(verb => text.Text.IndexOf(verb, StringComparison.Ordinal)).Where(found => found > 0).DefaultIfEmpty(-1).Min();
        if (at < 0 || IsGoal(text.Text.AsSpan(at)))
        {
            return Passage.Empty;
        }

        var owner = text.UpTo(at);
        var words = owner.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isOwner = words.Length <= LongestOwner && (words.All(IsOwnerWord) || IsPost(words)) && char.IsUpper(owner.Text[0]);
        var bracket = owner.Text.IndexOf('(', StringComparison.Ordinal);
        return !isOwner ? Passage.Empty : bracket > 0 ? owner.UpTo(bracket) : owner;
    }

    /// <summary>Whether what stands after "to" is whom or what something is done to: <c>Write to the landlord</c>.</summary>
    private static bool IsGoal(ReadOnlySpan<char> rest)
    {
        var words = rest.StartsWith(" to ", StringComparison.Ordinal) ? rest[4..] : [];
        var end = words.IndexOf(' ');
        return !words.IsEmpty && (char.IsUpper(words[0]) || (end < 0 ? words : words[..end]) is "the" or "a" or "an" or "all" or "our" or "their" or "his" or "her" or "its" or "each" or "every" or "members" or "partners" or "those" or "this" or "that" or "any");
    }

    /// <summary>Whether the words are a post or a team, of which only the first has a capital: <c>Estates manager</c>.</summary>
    private static bool IsPost(string[] words) => words.Length is 2 or 3 && words.All(word => word.All(char.IsLetter) && word.Length > 2);

    /// <summary>Divides <c>Insp Teasdale: try the form</c>, or <c>IT – try the form</c>, into who and what.</summary>
    public static (Passage Owner, Passage Text) Named(Passage text)
    {
        var dash = new[] { " – ", " — ", " - " }.Select(sign => text.Text.IndexOf(sign, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (dash is > 1 and < LongestName && dash + 3 < text.Length && char.IsLower(text.Text[dash + 3]) && text.Text[..dash].Split(' ').All(word => char.IsUpper(word[0]) || word is "and" or "/" or "&"))
        {
            return (text.UpTo(dash), text.From(dash + 3));
        }

        var colon = text.Text.IndexOf(": ", StringComparison.Ordinal);
        var isOwner = colon is > 1 and < 80 && text.Text[..colon].Split(' ') is var words && words.Length <= LongestOwner && words.All(IsOwnerWord) && char.IsUpper(text.Text[0]);
        return isOwner ? (text.UpTo(colon), text.From(colon + 2)) : (Passage.Empty, text);
    }

    /// <summary>The text without a date that only stands after it, in brackets or behind a dash.</summary>
    public static Passage WithoutDate(Passage text, Phrases when)
    {
        if (Dates.In(text).LastOrDefault() is not { } date)
        {
            var bracket = text.Text.LastIndexOf('(');
            return bracket > 0 && text.Text.TrimEnd('.')[^1] == ')' && when.Match(text.Text.AsSpan(bracket).Trim("(). ")) ? text.UpTo(bracket) : text;
        }

        var at = text.Text.LastIndexOf(date.Where.Text, StringComparison.Ordinal);
        var isLast = text.Text[(at + date.Where.Length)..].Trim(')', ']', '.', ' ').Length == 0;
        var before = text.Text[..at].TrimEnd();
        var stands = before.EndsWith('(') || before.EndsWith('[') || before.EndsWith('–') || before.EndsWith(" -", StringComparison.Ordinal) || before.EndsWith("(due", StringComparison.OrdinalIgnoreCase) || before.EndsWith("(by", StringComparison.OrdinalIgnoreCase) || before.EndsWith("– by", StringComparison.OrdinalIgnoreCase);
        if (!isLast || !stands)
        {
            return text;
        }

        var cut = before.LastIndexOfAny(['(', '[', '–', '-']);
        return text.UpTo(cut).Trim("-–;, ");
    }

    /// <summary>Whether the words are those of somebody who can be asked to act.</summary>
    public static bool IsOwner(string words) => char.IsUpper(words[0]) && words.Split(' ').All(IsOwnerWord);

    private static bool IsOwnerWord(string word) =>
        !char.IsLetter(word[0]) || word.EndsWith(')') || char.IsUpper(word[0])
        || word.TrimEnd(',') is "and" or "of" or "the" or "for" or "members" or "team" or "partners" or "leads" or "officers" or "board" or "chair" or "all" or "with" or "lead" or "police" or "council" or "group" or "secretariat" or "clerk" or "organisations" or "agencies";
}
