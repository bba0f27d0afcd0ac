using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Remembers the numbers seen so far, to tell a number from a figure that happens to begin a line.</summary>
internal sealed class Sequence(Layouts layouts, ExtractedText extracted)
{
    private readonly HashSet<int> counted = [.. Counted(extracted), .. Lettered(extracted)];
    private readonly Dictionary<NumeralStyle, int> last = [];
    private string lastPrinted = "";

    /// <summary>Whether a doubtful number is one: a known heading follows it, or it comes next in the count.</summary>
    public bool Accepts(Marker marker, Line line, SourceText source, bool structured)
    {
        if (!marker.Weak || (structured && line.Rank is > 0 and < 7) || counted.Contains(line.Start))
        {
            return true;
        }

        var rest = source.Value.AsSpan(line.Start + marker.Length, Math.Min(line.End - line.Start - marker.Length, 200)).Trim();
        if (!line.Gap || rest.IsEmpty || !char.IsUpper(rest[0]) || rest[^1] is '.' or ';' or ',' || rest.Count(' ') > 14)
        {
            return false;
        }

        var known = layouts.Any("heading.", Key.Of(rest)) || rest.IndexOfAnyInRange('a', 'z') < 0;
        var isInitial = marker.Number!.Style is NumeralStyle.Letter or NumeralStyle.Roman && !rest.Contains(' ');
        return known || (!isInitial && IsNext(marker.Number));
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

    /// <summary>Lines that begin with 1, 2, 3 in turn, each followed by a capital: a list without dots.</summary>
    private static HashSet<int> Counted(ExtractedText extracted)
    {
        var found = new HashSet<int>();
        var run = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Cells.Count == 0))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, Math.Min(8, line.End - line.Start));
            var space = words.IndexOf(' ');
            var isNext = space is 1 or 2 && int.TryParse(words[..space], out var value) && value == run.Count + 1 && words.Length > space + 1 && char.IsUpper(words[space + 1]);
            if (isNext)
            {
                run.Add(line.Start);
            }
            else if (line.Gap || run.Count == 0)
            {
                found.UnionWith(run.Count > 1 ? run : []);
                run.Clear();
            }
        }

        return found;
    }

    /// <summary>Lines on their own that begin with A, B, C in turn, each followed by a capital: headings with letters.</summary>
    private static List<int> Lettered(ExtractedText extracted)
    {
        var run = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Gap && line.Cells.Count == 0 && line.End - line.Start is > 4 and < 80))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, line.End - line.Start);
            if (words[0] == 'A' + run.Count && words[1] == '.' && words[2] == ' ' && char.IsUpper(words[3]) && words[^1] is not ('.' or ',' or ';'))
            {
                run.Add(line.Start);
            }
        }

        return run.Count > 2 ? run : [];
    }

    private bool IsNext(Numeral number) =>
        last.TryGetValue(number.Style, out var before) ? number.Value == before + 1 : number.Value == 1;

    private static bool Shares(string printed, string before) =>
        printed.Split('.')[0] == before.Split('.')[0]
        || (int.TryParse(printed.Split('.')[0], out var now) && int.TryParse(before.Split('.')[0], out var then) && now == then + 1);
}
