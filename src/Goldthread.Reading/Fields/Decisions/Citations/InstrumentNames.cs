using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Finds the body's own rules by the names that bodies give them: schemes, standing orders, financial regulations.</summary>
internal sealed class InstrumentNames(Layouts layouts)
{
    private readonly Regex pattern = new(
        $@"\b((?<adjective>{Alternatives(layouts, "citation.instrument-adjectives")})\s){{0,2}}({Alternatives(layouts, "citation.instruments")})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public IEnumerable<Named> In(Passage passage)
    {
        foreach (Match match in pattern.Matches(passage.Text))
        {
            if (char.IsUpper(match.Value[0]))
            {
                var where = passage.Slice(match.Index, match.Length);
                yield return new Named(IsStatute: false, match.Value, null, where, match.Index, match.Index + match.Length);
            }
        }
    }

    private static string Alternatives(Layouts layouts, string group)
    {
        var phrases = layouts[group].Exact.OrderByDescending(phrase => phrase.Length).Select(phrase => Regex.Escape(phrase).Replace(@"\ ", @"\s"));
        var all = string.Join('|', phrases);
        return all.Length == 0 ? "(?!)".Replace("(?!)", "\\uFFFF") : all;
    }
}
