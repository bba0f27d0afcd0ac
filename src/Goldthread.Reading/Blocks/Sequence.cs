using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>Remembers the numbers seen so far, to tell a number from a figure that happens to begin a line.</summary>
internal sealed class Sequence(Layouts layouts, ExtractedText extracted)
{
    private const int FewestItems = 2;
    private const int FewestHeadings = 3;
    private const int LongestHeading = 80;
    private readonly HashSet<int> counted = [.. Counted(extracted), .. Headed(extracted), .. Lettered(extracted), .. Slashed(extracted)];
    private readonly Dictionary<NumeralStyle, int> last = [];
    private string lastPrinted = "";
    private char lastLetter;

    /// <summary>Whether a doubtful number is one: a known heading follows it, or it comes next in the count.</summary>
    public bool Accepts(Marker marker, Line line, SourceText source, bool structured)
    {
        if (!marker.Weak || (structured && line.Rank is > 0 and < 7) || counted.Contains(line.Start))
        {
            return true;
        }

        var rest = source.Value.AsSpan(line.Start + marker.Length, Math.Min(line.End - line.Start - marker.Length, 200)).Trim();
        if (!rest.IsEmpty && rest.Length < LongestHeading && (IsNext(marker.Number!) || marker.Number!.Value == 1) && layouts.Any("heading.topic.", Key.Of(rest)))
        {
            return true;
        }

        if (!(line.Gap || line.Rank > 0) || rest.IsEmpty || !char.IsUpper(rest[0]) || rest[^1] is '.' or ';' or ',' || rest.Count(' ') > 14)
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
            lastLetter = number.Printed.Length == 1 && char.IsLetter(number.Printed[0]) ? number.Printed[0] : lastLetter;
        }
    }

    /// <summary>The marker with its number as what it counts on from: <c>I</c> after <c>H</c> is a letter and not one in Roman.</summary>
    public Marker? Resolve(Marker? marker) =>
        marker?.Number is { Style: NumeralStyle.Roman, Printed: [var letter] } number && letter == lastLetter + 1
            ? marker with { Number = number with { Style = NumeralStyle.Letter } }
            : marker;

    /// <summary>Lines that begin with 1, 2, 3 in turn, each followed by a capital: a list and no figures.</summary>
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

        found.UnionWith(run.Count > 2 ? run : []);
        return found;
    }

    /// <summary>Lines that begin with 1, 2, 3 in turn, each a heading and three or more of them, whatever stands between.</summary>
    private static HashSet<int> Headed(ExtractedText extracted)
    {
        var run = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Cells.Count == 0))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, line.End - line.Start);
            if (CountOf(words) == run.Count + 1 && IsHeading(words[(words.IndexOf(' ') + 1)..]) && !words.Contains("   ", StringComparison.Ordinal))
            {
                run.Add(line.Start);
            }
        }

        return run.Count >= FewestHeadings ? [.. run] : [];
    }

    /// <summary>Lines that begin with A., B., C. in turn, each followed by a capital and none like an initial: headings or items with letters.</summary>
    private static HashSet<int> Lettered(ExtractedText extracted)
    {
        var found = new HashSet<int>();
        var run = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Cells.Count == 0))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, line.End - line.Start);
            var letter = LetterOf(words, line.Gap);
            if (letter == 1)
            {
                run.Clear();
            }

            if (letter == run.Count + 1)
            {
                run.Add(line.Start);
                found.UnionWith(run.Count >= (IsItem(words) ? FewestItems : FewestHeadings) ? run : []);
            }
        }

        return found;
    }

    /// <summary>Lines that begin with 12/7, 12/8 or 41/24, 42/24 in turn, each before a heading on its own: numbers that go on from meeting to meeting.</summary>
    private static HashSet<int> Slashed(ExtractedText extracted)
    {
        var found = new HashSet<int>();
        var (before, series, number, first) = (-1, "", 0, 0);
        var close = new List<int>();
        foreach (var line in extracted.Lines.Where(line => line.Cells.Count == 0))
        {
            var words = extracted.Source.Value.AsSpan(line.Start, line.End - line.Start);
            var marker = words.Contains('/') ? Marker.Read(extracted.Source, line.Start, line.End) : null;
            if (marker?.Number is not { Style: NumeralStyle.Slashed } slashed || !IsHeading(words[marker.Length..]))
            {
                continue;
            }

            var prefix = slashed.Printed.Split('/')[0];
            var counts = int.TryParse(prefix, out var count) ? count : 0;
            if ((prefix == series && slashed.Value == number + 1) || (slashed.Value == number && counts == first + 1))
            {
                // Set close, as where no space is left between paragraphs, three in turn are needed.
                close.AddRange(close.Count == 0 ? [before, line.Start] : [line.Start]);
                found.UnionWith(line.Gap || line.Rank > 0 ? [before, line.Start] : close.Count > 2 ? close : []);
            }
            else
            {
                close.Clear();
            }

            (before, series, number, first) = (line.Start, prefix, slashed.Value, counts);
        }

        return found;
    }

    private static bool IsHeading(ReadOnlySpan<char> words) =>
        words.Length is > 0 and < LongestHeading && char.IsUpper(words[0]) && words[^1] is not ('.' or ',' or ';');

    /// <summary>Which letter of the alphabet stands before several words, or before a heading on its own; or 0.</summary>
    private static int LetterOf(ReadOnlySpan<char> words, bool isAlone)
    {
        var isLettered = words.Length > 4 && words[0] is >= 'A' and <= 'Z' && words[1] == '.' && words[2] == ' ' && (char.IsUpper(words[3]) || (isAlone && char.IsLower(words[3])));
        var isHeading = isAlone && words.Length < LongestHeading && words[^1] is not ('.' or ',' or ';');
        return isLettered && (isHeading || IsItem(words)) ? words[0] - 'A' + 1 : 0;
    }

    /// <summary>Whether the words are too many for a name.</summary>
    private static bool IsItem(ReadOnlySpan<char> words) => words.Count(' ') > 3;

    /// <summary>What <c>3 Words</c> would count, or 0.</summary>
    private static int CountOf(ReadOnlySpan<char> words)
    {
        var space = words[..Math.Min(8, words.Length)].IndexOf(' ');
        return space is 1 or 2 && words.Length > space + 1 && char.IsUpper(words[space + 1]) && int.TryParse(words[..space], out var value) ? value : 0;
    }

    private bool IsNext(Numeral number) =>
        last.TryGetValue(number.Style, out var before) ? number.Value == before + 1 : number.Value == 1;

    private static bool Shares(string printed, string before) =>
        printed.Split('.')[0] == before.Split('.')[0]
        || (int.TryParse(printed.Split('.')[0], out var now) && int.TryParse(before.Split('.')[0], out var then) && now == then + 1);
}
