using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Remembers what short forms stand for: <c>the 2011 Act</c>, <c>the Scheme</c>, <c>FOIA</c>.</summary>
internal sealed partial class ShortForms
{
    private readonly Dictionary<string, Named> defined = new(StringComparer.Ordinal);
    private const int MostRemembered = 300;
    private readonly List<Named> named = [];

    /// <summary>Notes an instrument that has been named, and the short form that brackets after it give it.</summary>
    public void Learn(Named instrument, string text)
    {
        if (instrument.Year is not null || !instrument.IsStatute)
        {
            Remember(instrument);
        }

        var after = Definition.Match(text[instrument.End..Math.Min(text.Length, instrument.End + 60)]);
        if (after.Success)
        {
            defined[Key.Of(after.Groups["short"].Value)] = instrument;
        }
    }

    /// <summary>Puts an instrument last among those named, once.</summary>
    private void Remember(Named instrument)
    {
        if (named.Count > 0 && named[^1].Name == instrument.Name && named[^1].Year == instrument.Year)
        {
            return;
        }

        named.RemoveAll(known => known.Name == instrument.Name && known.Year == instrument.Year);
        named.Add(instrument);
        if (named.Count > MostRemembered)
        {
            named.RemoveAt(0);
        }
    }

    /// <summary>The short forms that the passage uses, with what they stand for.</summary>
    public IEnumerable<Named> In(Passage passage)
    {
        foreach (Match match in Used.Matches(passage.Text))
        {
            if (Resolve(match) is { } instrument)
            {
                var where = passage.Slice(match.Index, match.Length);
                yield return instrument with { Where = where, Start = match.Index, End = match.Index + match.Length };
            }
        }
    }

    /// <summary>The instrument that a name without its year stands for, if it was named with it.</summary>
    public Named Whole(Named instrument) =>
        instrument is { IsStatute: true, Year: null } && named.FindLast(known => Key.Of(known.Name) == Key.Of(instrument.Name)) is { } known
            ? instrument with { Year = known.Year }
            : instrument;

    private Named? Resolve(Match match)
    {
        if (match.Groups["acronym"].Success)
        {
            return defined.GetValueOrDefault(Key.Of(match.Value));
        }

        if (match.Groups["year"].Success)
        {
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            return named.FindLast(known => known.Year == year);
        }

        var kind = match.Groups["kind"].Value;
        return defined.GetValueOrDefault(Key.Of(kind))
            ?? named.FindLast(known => known.Name.EndsWith(kind, StringComparison.Ordinal) || known.Name.StartsWith(kind, StringComparison.Ordinal) || known.Name.Contains(kind, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^,?\s?[(\[]\s?(hereafter\s|referred to as\s)?(the\s)?[""“”‘’']?(?<short>[A-Z0-9][\w \-]{1,40}?)[""“”‘’']?\s?[)\]]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition { get; }

    [GeneratedRegex(@"\b([Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese|[Ss]ame|said)\s[""“‘']?((?<year>(19|20)[0-9]{2})\s(Act|Regulations|Order)|(?<kind>Act|Regulations|Order|Rules|Scheme|Standing Orders|Constitution|Code))\b(?!\s(of|[0-9]))|\b(?<acronym>[A-Z]{3,8})\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Used { get; }
}
