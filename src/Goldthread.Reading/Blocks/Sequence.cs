using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Remembers the numbers seen so far, to tell a number from a figure that happens to begin a line.</summary>
internal sealed class Sequence(Layouts layouts)
{
    private readonly Dictionary<NumeralStyle, int> last = [];
    private string lastPrinted = "";

    /// <summary>Whether a doubtful number is one: a known heading follows it, or it comes next in the count.</summary>
    public bool Accepts(Marker marker, Line line, SourceText source, bool structured)
    {
        if (!marker.Weak || (structured && line.Rank is > 0 and < 7))
        {
            return true;
        }

        var rest = source.Value.AsSpan(line.Start + marker.Length, Math.Min(line.End - line.Start - marker.Length, 200)).Trim();
        if (!line.Gap || rest.IsEmpty || !char.IsUpper(rest[0]) || rest[^1] is '.' or ';' or ',' || rest.Count(' ') > 14)
        {
            return false;
        }

        var known = layouts.Any("heading.", Key.Of(rest)) || rest.IndexOfAnyInRange('a', 'z') < 0;
        return known || IsNext(marker.Number!);
    }

    /// <summary>Whether the number may well come after the ones seen.</summary>
    public bool Follows(Marker marker) => marker.Number switch
    {
        null => marker.Bullet,
        { Style: NumeralStyle.Decimal } number => Shares(number.Printed, lastPrinted) || last.Count == 0,
        { } number => number.Value == 1 || IsNext(number),
    };

    public void Note(Marker? marker)
    {
        if (marker?.Number is { } number)
        {
            last[number.Style] = number.Value;
            lastPrinted = number.Printed;
        }
    }

    private bool IsNext(Numeral number) =>
        last.TryGetValue(number.Style, out var before) ? number.Value == before + 1 : number.Value == 1;

    private static bool Shares(string printed, string before) =>
        printed.Split('.')[0] == before.Split('.')[0]
        || (int.TryParse(printed.Split('.')[0], out var now) && int.TryParse(before.Split('.')[0], out var then) && now == then + 1);
}
