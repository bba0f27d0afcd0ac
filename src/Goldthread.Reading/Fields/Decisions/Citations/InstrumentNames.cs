using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Finds the body's own rules by the names that bodies give them: schemes, standing orders, financial regulations.</summary>
internal sealed partial class InstrumentNames(Layouts layouts)
{
    private const int MostAdjectives = 2;
    private const int MostDigits = 3;
    private const int LongestWord = 80;
    private static readonly string[] Plurals = [" rules", " orders", " regulations"];
    private readonly FirstWords adjectives = new(layouts["citation.instrument-adjectives"].Exact);
    private readonly FirstWords names = new(layouts["citation.instruments"].Exact);
    private readonly FirstWords singular = new(layouts["citation.instruments"].Exact.Where(name => Array.Exists(Plurals, name.EndsWith)).Select(name => name[..^1]));

    private delegate int EndOf(string text, int at);

    /// <summary>Rules cited by the number of one of them, <c>Contract Procedure Rule 14.3</c>, each with the place of the word that its number stands behind.</summary>
    public IEnumerable<Named> CountedIn(Passage passage)
    {
        foreach (var (start, end) in passage.HasDigits ? Find(passage.Text, singular, EndOfNumber) : [])
        {
            var printed = passage.Text[start..end];
            var name = printed[..printed.LastIndexOfAny([' ', '\u00A0'])].TrimEnd();
            var isYear = end < passage.Length && char.IsDigit(passage.Text[end]);
            if (char.IsUpper(name[0]) && !isYear)
            {
                var whole = name.EndsWith('s') ? name : name + "s";
                yield return new Named(IsStatute: false, whole, null, passage.Slice(start, name.Length), start, start + LastWord(name));
            }
        }
    }

    /// <summary>Where the word or words begin that a number follows: <c>Rule</c>, <c>Standing Order</c>.</summary>
    private static int LastWord(string name)
    {
        var standing = name.IndexOf("Standing", StringComparison.OrdinalIgnoreCase);
        var isOrder = standing >= 0 && name.AsSpan(standing).Count(' ') == 1 && name.AsSpan(standing).Contains("Order", StringComparison.OrdinalIgnoreCase);
        return isOrder ? standing : name.LastIndexOf(' ') + 1;
    }

    public IEnumerable<Named> In(Passage passage)
    {
        var known = Known(passage).ToList();
        foreach (Match match in passage.HasDigits ? Cited.Matches(passage.Text) : Enumerable.Empty<Match>())
        {
            var name = match.Groups["name"];
            if (!known.Exists(one => one.Start < name.Index + name.Length && one.End > name.Index) && !layouts["citation.not-own"].Match(name.Value))
            {
                known.Add(new Named(IsStatute: false, name.Value, null, passage.Slice(name.Index, name.Length), name.Index, name.Index + name.Length));
            }
        }

        return known.OrderBy(one => one.Start);
    }

    private IEnumerable<Named> Known(Passage passage)
    {
        foreach (var (start, end) in Find(passage.Text, names, EndOfWord))
        {
            if (char.IsUpper(passage.Text[start]))
            {
                var hasScheme = passage.Text.AsSpan(start, end - start).Contains("Scheme", StringComparison.OrdinalIgnoreCase);
                var length = end - start + (hasScheme ? Delegates.Match(passage.Text, end).Length : 0);
                var where = passage.Slice(start, length);
                yield return new Named(IsStatute: false, where.Text, null, where, start, start + length);
            }
        }
    }

    /// <summary>Every name in the text with up to two adjectives before it, of which none begins in another.</summary>
    private IEnumerable<(int Start, int End)> Find(string text, FirstWords names, EndOf tail)
    {
        for (var at = 0; at < text.Length;)
        {
            var word = Words.LengthAt(text, at);
            var end = word == 0 ? -1 : End(text, at, word, names, tail, MostAdjectives);
            if (end > 0)
            {
                yield return (at, end);
            }

            at = end > 0 ? Words.Skip(text, end) : at + Math.Max(1, word);
        }
    }

    /// <summary>Where the name ends that begins at the place, its adjectives taken before it; -1 where there is none.</summary>
    private int End(string text, int at, int word, FirstWords names, EndOf tail, int more)
    {
        if (word is 0 or > LongestWord || !(names.MayBeginWith(text.AsSpan(at, word)) || adjectives.MayBeginWith(text.AsSpan(at, word))))
        {
            return -1;
        }

        Span<char> key = stackalloc char[word];
        text.AsSpan(at, word).ToLowerInvariant(key);
        foreach (var adjective in more > 0 ? adjectives.BeginningWith(key) : [])
        {
            var next = at + adjective.Length;
            if (Stands(text, at, adjective) && next < text.Length && char.IsWhiteSpace(text[next])
                && End(text, next + 1, Words.LengthAt(text, next + 1), names, tail, more - 1) is > 0 and var end)
            {
                return end;
            }
        }

        foreach (var name in names.BeginningWith(key))
        {
            if (Stands(text, at, name) && tail(text, at + name.Length) is > 0 and var end)
            {
                return end;
            }
        }

        return -1;
    }

    private static bool Stands(string text, int at, string phrase)
    {
        if (text.Length - at < phrase.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] == ' ' ? !char.IsWhiteSpace(text[at + i]) : char.ToLowerInvariant(text[at + i]) != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfWord(string text, int at) => at < text.Length && Words.IsPart(text[at]) ? -1 : at;

    /// <summary>Where the first digits of a number end that follows, after an <c>s</c> or none.</summary>
    private static int EndOfNumber(string text, int at)
    {
        at += at < text.Length && text[at] is 's' or 'S' ? 1 : 0;
        var first = at + 1;
        var end = first;
        while (end < text.Length && end - first < MostDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > first && char.IsWhiteSpace(text[at]) ? end : -1;
    }

    /// <summary>Rules of the body's own under a name that no other body may have, cited by a paragraph: <c>section 6 of the Mayoral Decision Rules</c>.</summary>
    [GeneratedRegex(@"\b(?:[Pp]aragraphs?|[Ss]ections?|[Rr]ules?|[Cc]lauses?|[Pp]art)\s[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:\([a-z0-9]{1,3}\))?\sof\s(?:the|its|our)\s(?<name>\p{Lu}[\w’'\-]{1,30}\s(?:(?:\p{Lu}[\w’'\-]{1,30}|of|and|for|to|on)\s){0,5}(?:Rules|Orders|Framework|Code|Instructions|Scheme|Procedures|Manual|Handbook|Arrangements|Delegations))\b(?!\s(?:of\s|for\s)?(?:19|20)?[0-9]|\sof\sPractice)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cited { get; }

    /// <summary>To whom a scheme delegates, which is part of its name: <c>to Members</c>, <c>for Chief Officers</c>.</summary>
    [GeneratedRegex(@"\G\s(to|for)\s((Chief|Cabinet|Executive|Council|Individual|Statutory|Senior)\s){0,2}(Members?|Officers?|Committees?|Cabinet|Directors?|Staff|Councillors?|Portfolio\sHolders?)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delegates { get; }
}
