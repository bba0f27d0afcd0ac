using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Finds the body's own rules by the names that bodies give them: schemes, standing orders, financial regulations.</summary>
internal sealed partial class InstrumentNames(Layouts layouts)
{
    private readonly Regex pattern = new(
        $@"\b((?<adjective>{Alternatives(layouts, "citation.instrument-adjectives")})\s){{0,2}}({Alternatives(layouts, "citation.instruments")})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly Regex counted = new(
        $@"\b(({Alternatives(layouts, "citation.instrument-adjectives")})\s){{0,2}}({Alternatives(layouts, "citation.instruments", singular: true)})s?\s[0-9]{{1,3}}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Rules cited by the number of one of them, <c>Contract Procedure Rule 14.3</c>, each with the place of the word that its number stands behind.</summary>
    public IEnumerable<Named> CountedIn(Passage passage)
    {
        foreach (Match match in counted.Matches(passage.Text))
        {
            var name = match.Value[..match.Value.LastIndexOfAny([' ', '\u00A0'])].TrimEnd();
            var isYear = match.Index + match.Length < passage.Length && char.IsDigit(passage.Text[match.Index + match.Length]);
            if (char.IsUpper(name[0]) && !isYear)
            {
                var whole = name.EndsWith('s') ? name : name + "s";
                yield return new Named(IsStatute: false, whole, null, passage.Slice(match.Index, name.Length), match.Index, match.Index + LastWord(name));
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
        foreach (Match match in pattern.Matches(passage.Text))
        {
            if (char.IsUpper(match.Value[0]))
            {
                var length = match.Length + (match.Value.Contains("Scheme", StringComparison.OrdinalIgnoreCase) ? Delegates.Match(passage.Text, match.Index + match.Length).Length : 0);
                var where = passage.Slice(match.Index, length);
                yield return new Named(IsStatute: false, where.Text, null, where, match.Index, match.Index + length);
            }
        }
    }

    /// <summary>To whom a scheme delegates, which is part of its name: <c>to Members</c>, <c>for Chief Officers</c>.</summary>
    [GeneratedRegex(@"\G\s(to|for)\s((Chief|Cabinet|Executive|Council|Individual|Statutory|Senior)\s){0,2}(Members?|Officers?|Committees?|Cabinet|Directors?|Staff|Councillors?|Portfolio\sHolders?)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Delegates { get; }

    /// <summary>The phrases of a group, or of those that name several rules the name of one.</summary>
    private static string Alternatives(Layouts layouts, string group, bool singular = false)
    {
        var names = singular ? layouts[group].Exact.Where(phrase => phrase.EndsWith(" rules", StringComparison.Ordinal) || phrase.EndsWith(" orders", StringComparison.Ordinal) || phrase.EndsWith(" regulations", StringComparison.Ordinal)).Select(phrase => phrase[..^1]) : layouts[group].Exact;
        var phrases = names.OrderByDescending(phrase => phrase.Length).Select(phrase => Regex.Escape(phrase).Replace(@"\ ", @"\s"));
        var all = string.Join('|', phrases);
        return all.Length == 0 ? "(?!)".Replace("(?!)", "\\uFFFF") : all;
    }
}
