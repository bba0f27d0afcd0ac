using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Finds Acts and statutory instruments by their names: capitals up to <c>Act 2011</c>.</summary>
internal sealed partial class StatuteNames(Layouts layouts)
{
    private const int LongestName = 18;
    private readonly Phrases connectors = layouts["citation.connectors"];
    private readonly Phrases before = layouts["citation.words-before"];

    /// <summary>The Acts and instruments named, in order; an Act in the name of its regulations is none of its own.</summary>
    public IEnumerable<Named> In(Passage passage)
    {
        var found = All(passage).ToList();
        return found.Where((name, i) => !found.Skip(i + 1).Any(longer => longer.Start <= name.Start && longer.End > name.End));
    }

    private IEnumerable<Named> All(Passage passage)
    {
        foreach (Match match in Ending.Matches(passage.Text))
        {
            var start = NameStart(passage.Text, match.Index);
            if (start == match.Index)
            {
                continue;
            }

            var where = passage.Slice(start, match.Index + match.Length - start);
            int? year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;
            var name = passage.Text[start..(match.Groups["kind"].Index + match.Groups["kind"].Length)];
            yield return new Named(IsStatute: true, name, year, where, start, match.Index + match.Length);
        }
    }

    /// <summary>Walks back from <c>Act</c> over the words of its name.</summary>
    private int NameStart(string text, int end)
    {
        var words = new List<int>();
        var at = end;
        while (words.Count < LongestName && PreviousWord(text, at) is { } word && (IsInName(text[word..at].Trim()) || IsYearOfAct(text, word, at)))
        {
            words.Add(word);
            at = word;
            if (text[word] == '(' && !text.AsSpan(word, end - word).Contains(')'))
            {
                break;
            }
        }

        words.Reverse();
        while (words.Count > 0 && ((text[words[0]] == '(' && text.AsSpan(words[0], end - words[0]).Contains(')')) || WordAt(text, words[0]).EndsWith(')')))
        {
            words.RemoveAt(0);
        }

        var first = words.FindIndex(start => !IsBefore(WordAt(text, start)));
        return first < 0 ? end : AfterThe(text, words[first], end);
    }

    /// <summary>Whether the word is the year of an Act whose name goes on in brackets: <c>Harbours Act 2010 (Tolls) Regulations 2012</c>.</summary>
    private static bool IsYearOfAct(string text, int word, int at) =>
        text[word..at].Trim() is ['1' or '2', _, _, _] year && year.All(char.IsAsciiDigit) && at < text.Length && text.AsSpan(at).TrimStart() is ['(', ..]
        && PreviousWord(text, word) is { } before && text[before..word].Trim() is "Act" or "Measure";

    /// <summary>Cuts what stands before the last <c>the</c> that follows a word that is no part of a name, as in <c>Under the</c>.</summary>
    private int AfterThe(string text, int start, int end)
    {
        var at = start;
        for (var word = start; word < end; word = NextWord(text, word))
        {
            var next = NextWord(text, word);
            var isOutside = IsBefore(WordAt(text, word)) && !connectors.Match(WordAt(text, word));
            var leadsIn = WordAt(text, word) is "in" or "under" or "by" or "from" or "with" or "to" or "on" or "at" && next < end && WordAt(text, next) is "the";
            if ((isOutside || leadsIn) && next < end)
            {
                at = next;
            }
        }

        while (at < end && IsBefore(WordAt(text, at)))
        {
            at = NextWord(text, at);
        }

        while (at < end && text[at] is '(' or '“' or '"' or '‘')
        {
            at++;
        }

        return at;
    }

    private bool IsBefore(string word) => before.Match(word) || connectors.Match(word);

    private bool IsInName(string word) =>
        word.Length > 0 && (char.IsUpper(word.TrimStart('(', '“', '"', '‘')[..Math.Min(1, word.TrimStart('(', '“', '"', '‘').Length)].FirstOrDefault('x'))
            ? word[^1] is not ('.' or ';' or ':')
            : word is "&" or "etc." || (connectors.Match(word) && word[^1] is not (',' or '.' or ';')));

    private static int? PreviousWord(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        if (end == 0)
        {
            return null;
        }

        var start = end;
        while (start > 0 && text[start - 1] != ' ' && end - start < 40)
        {
            start--;
        }

        return start;
    }

    private static int NextWord(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        return space < 0 ? text.Length : space + 1;
    }

    private static string WordAt(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        return (space < 0 ? text[at..] : text[at..space]).Trim(',', '(', '“', '"', '‘', '’');
    }

    [GeneratedRegex(@"\b(?<kind>(Act|Regulations|Order|Rules|Measure)(\s\((Northern\sIreland|Scotland|Wales|England)\))?)\s\(?(?<year>(1[6-9]|20)[0-9]{2})\b|\b(?<kind>Act(\s\((Northern\sIreland|Scotland|Wales)\))?)(?!\w)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Ending { get; }
}
