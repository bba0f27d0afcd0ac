using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Remembers the numbers seen so far, to tell a number from a figure that happens to begin a line.</summary>
internal sealed class Sequence(Layouts layouts, ExtractedText extracted)
{
    private readonly HashSet<int> counted = Counted(extracted);
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

    /// <summary>Lines that begin with 1, 2, 3 or A., B., C. in turn, each followed by a capital: a list and no figures or initials.</summary>
    private static HashSet<int> Counted(ExtractedText extracted)
    {
        var found = new HashSet<int>();
        var run = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Cells.Count == 0))
        {
            if (CountOf(extracted.Source.Value.AsSpan(line.Start, line.End - line.Start)) == run.Count + 1)
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

    /// <summary>What <c>3 Words</c> or <c>C. Several more words</c> would count, or 0.</summary>
    private static int CountOf(ReadOnlySpan<char> words)
    {
        var space = words[..Math.Min(8, words.Length)].IndexOf(' ');
        if (space is not (1 or 2) || words.Length <= space + 1 || !char.IsUpper(words[space + 1]))
        {
            return 0;
        }

        var isLetter = space == 2 && words[1] == '.' && words[0] is >= 'A' and <= 'Z' && words.Count(' ') > 3;
        return isLetter ? words[0] - 'A' + 1 : int.TryParse(words[..space], out var value) ? value : 0;
    }

    private bool IsNext(Numeral number) =>
        last.TryGetValue(number.Style, out var before) ? number.Value == before + 1 : number.Value == 1;

    private static bool Shares(string printed, string before) =>
        printed.Split('.')[0] == before.Split('.')[0]
        || (int.TryParse(printed.Split('.')[0], out var now) && int.TryParse(before.Split('.')[0], out var then) && now == then + 1);
}
