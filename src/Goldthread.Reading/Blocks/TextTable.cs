using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>A table drawn in plain text, followed line by line.</summary>
/// <param name="source">The text.</param>
/// <param name="width">How wide the widest line of the document is.</param>
internal sealed class TextTable(SourceText source, int width)
{
    private const int WideGap = 3;
    private const int LongestRow = 60;
    private const int LongestName = 4;
    private const int FarIn = 30;
    private const int IndentOfYears = 8;
    private const int LongestHead = 20;
    private readonly List<List<(int Start, int End)>> cells = [];
    private int[] starts = [];
    private int rows;
    private int continued;
    private bool isLabelled;

    /// <summary>Whether the row began with a number before its first words: what follows without one goes on with it.</summary>
    private bool counted;

    /// <summary>Whether the last line went on with the row before it.</summary>
    public bool Continued { get; private set; }

    /// <summary>Whether the row is the first of its table.</summary>
    public bool IsNew => rows == 1;

    /// <summary>Whether any row has been read.</summary>
    public bool IsOpen => rows > 0;

    /// <summary>The cells of the row that the line is, or goes on with; null where it is no row.</summary>
    public IReadOnlyList<Cell>? Take(Line line, Marker? marker)
    {
        Continued = false;
        var offset = marker is null ? 0 : marker.Length;
        var found = Columns.Split(source.Value, line with { Start = line.Start + offset }, rows > 1 || isLabelled ? 2 : WideGap);
        if (marker?.Number is not null && Numbered(line) is { } numbered)
        {
            return Begin(line, numbered, counts: marker.Number.IsTop && numbered[0].End - numbered[0].Start > marker.Length);
        }

        if (marker?.Bullet == true && rows > 0 && !line.Gap && starts.Length > 1 && Math.Abs(line.Indent - starts[^1]) <= 1 && cells[^1].Count > 0 && CellBlocks.MarkerOf(source, cells[^1][^1].Start, cells[^1][^1].End) is not null)
        {
            cells[^1].Add((line.Start, line.End));
            Continued = true;
            return Cells();
        }

        if (marker?.Bullet == true || (marker is not null && found.Count < 3))
        {
            return null;
        }

        if (rows > 0 && !line.Gap && starts.Length > 2 && BeginsUnderLabel(line, found) is { } row)
        {
            return Begin(line, row);
        }

        if (rows > 0 && !line.Gap && Continue(line, found))
        {
            Continued = true;
            return Cells();
        }

        if (found.Count < 2 || !IsPlausible(found))
        {
            return null;
        }

        return rows == 0 && (line.Indent >= FarIn || (line.Indent >= IndentOfYears && char.IsDigit(source.Value[found[0].Start]) && found[0].End - found[0].Start is 4 or 7 or 9)) && found.All(cell => cell.End - cell.Start <= LongestHead)
            ? BeginWithoutFirst(line, found)
            : Begin(line, starts.Length > found.Count ? Aligned(line, found) ?? found : found);
    }

    /// <summary>The heads of all columns but the first, which has none: they stand far in, above the rows they are for.</summary>
    private List<Cell> BeginWithoutFirst(Line line, IReadOnlyList<(int Start, int End)> found)
    {
        var row = Begin(line, [(line.Start, line.Start), .. found]);
        starts[0] = 0;
        return row;
    }

    /// <summary>The cells of a row whose first cell was begun on the line above, as a label too long for its column is; null where it is none.</summary>
    public IReadOnlyList<Cell>? TakeBroken(Line above, Line line)
    {
        Continued = false;
        var found = Columns.Split(source.Value, line, WideGap);
        if (found.Count < 2 || above.Indent != line.Indent || above.Indent + above.End - above.Start + 1 >= ColumnOf(line, found[1].Start))
        {
            return null;
        }

        Begin(line, found);
        isLabelled = true;
        cells[0].Insert(0, (above.Start, above.End));
        return Cells();
    }

    /// <summary>The cells of a row whose first column holds a number, set under the same heads as the row before.</summary>
    private IReadOnlyList<(int Start, int End)>? Numbered(Line line) =>
        starts.Length < 3 ? null : Aligned(line, Columns.Split(source.Value, line, gap: 2));

    /// <summary>The cells of a row whose label stands in the row above: there is something in every column but the first, and the second begins anew.</summary>
    private List<(int Start, int End)>? BeginsUnderLabel(Line line, IReadOnlyList<(int Start, int End)> found)
    {
        var fits = found.Count == starts.Length - 1 && found.Select((part, i) => Math.Abs(ColumnOf(line, part.Start) - starts[i + 1])).All(off => off <= 2);
        return fits && cells[1].Count > 0 && !IsBroken(cells[1][^1], found[0], RoomOf(1)) ? [(line.Start, line.Start), .. found] : null;
    }

    private int RoomOf(int column) => (column + 1 < starts.Length ? starts[column + 1] - 2 : width) - starts[column];

    /// <summary>The parts of a line as cells of the row before, those between left empty; null where they stand under other columns.</summary>
    private List<(int Start, int End)>? Aligned(Line line, IReadOnlyList<(int Start, int End)> parts)
    {
        var row = new List<(int Start, int End)>();
        foreach (var part in parts)
        {
            var column = ColumnOf(line, part.Start);
            while (row.Count < starts.Length && Math.Abs(column - starts[row.Count]) > 2)
            {
                row.Add((part.Start, part.Start));
            }

            if (row.Count == starts.Length || (row.Count > 0 && parts[0] == part))
            {
                return null;
            }

            row.Add(part);
        }

        var missing = starts.Length - row.Count;
        row.AddRange(Enumerable.Repeat((line.End, line.End), missing));
        return parts.Count > 1 ? row : null;
    }

    private List<Cell> Begin(Line line, IReadOnlyList<(int Start, int End)> found, bool counts = false)
    {
        counted = counts;
        rows++;
        continued = 0;
        starts = [.. found.Select((cell, i) => cell.End == cell.Start && i < starts.Length ? starts[i] : ColumnOf(line, cell.Start))];
        cells.Clear();
        cells.AddRange(found.Select(cell => new List<(int, int)> { cell }));
        return Cells();
    }

    private static bool IsPlausible(IReadOnlyList<(int Start, int End)> found) =>
        found.Any(cell => cell.End > cell.Start) && found[0].End - found[0].Start < 400;

    /// <summary>Adds a line that goes on with cells of the row: what it holds stands under later columns, or begins small.</summary>
    private bool Continue(Line line, IReadOnlyList<(int Start, int End)> found)
    {
        var parts = found.Count == 0 ? [(line.Start, line.End)] : found;
        var filled = parts.Where(part => part.End > part.Start).ToList();
        var isBroken = source.Value[line.Start] == '|' && filled.Count > 0 && parts[0].End == parts[0].Start && parts.Count == cells.Count && filled.TrueForAll(part => char.IsLower(source.Value[part.Start]));
        if ((source.Value[line.Start] == '|' && !isBroken) || starts.Length < 2 || ++continued > LongestRow)
        {
            return false;
        }

        if (isBroken)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                cells[i].Add(parts[i]);
            }

            return true;
        }

        var underFirst = ColumnOf(line, parts[0].Start) < starts[1] - 2;
        var beginsSmall = char.IsLower(source.Value[parts[0].Start]);
        if (underFirst && !beginsSmall && !counted && !GoesOnWithFirst(line, parts))
        {
            return false;
        }

        foreach (var part in parts)
        {
            cells[Nearest(ColumnOf(line, part.Start))].Add(part);
        }

        return true;
    }

    /// <summary>Whether a line with less than a row holds goes on with a sentence in the first cell that had no room for its next word, or stopped on the way.</summary>
    private bool GoesOnWithFirst(Line line, IReadOnlyList<(int Start, int End)> parts)
    {
        if (cells[0].Count == 0 || parts.Count >= starts.Length || ColumnOf(line, parts[0].End) >= starts[1])
        {
            return false;
        }

        var last = source.Value.AsSpan(cells[0][^1].Start, cells[0][^1].End - cells[0][^1].Start);
        var isSentence = cells[0].Sum(part => source.Value.AsSpan(part.Start, part.End - part.Start).Count(' ') + 1) > LongestName;
        return (starts.Length > 2 && AreBroken(line, parts)) || (isSentence && (IsBroken(cells[0][^1], parts[0], RoomOf(0)) || Wrapping.StopsOnTheWay(last)));
    }

    /// <summary>Whether every part goes on with the cell above it, which had no room for its first word: a name that a narrow column broke.</summary>
    private bool AreBroken(Line line, IReadOnlyList<(int Start, int End)> parts) => parts.All(part =>
    {
        var column = Nearest(ColumnOf(line, part.Start));
        return Math.Abs(starts[column] - ColumnOf(line, part.Start)) <= 1 && cells[column] is [.., var above] && above.End > above.Start && IsBroken(above, part, RoomOf(column) - 1);
    });

    private int Nearest(int column)
    {
        var nearest = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            nearest = Math.Abs(starts[i] - column) < Math.Abs(starts[nearest] - column) ? i : nearest;
        }

        return nearest;
    }

    private static int ColumnOf(Line line, int offset) => line.Indent + offset - line.Start;

    private List<Cell> Cells() => [.. cells.Select((parts, column) => CellBlocks.Of(source, Paragraphs(parts.FindAll(part => part.End > part.Start), column)))];

    /// <summary>The paragraphs of a cell, each with the lines it was broken into for want of room; a number or bullet begins an item.</summary>
    private List<List<(int Start, int End)>> Paragraphs(List<(int Start, int End)> parts, int column)
    {
        var paragraphs = new List<List<(int Start, int End)>>();
        var room = RoomOf(column);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && IsBroken(parts[i - 1], parts[i], room) && CellBlocks.MarkerOf(source, parts[i].Start, parts[i].End) is null)
            {
                paragraphs[^1].Add(parts[i]);
            }
            else
            {
                paragraphs.Add([parts[i]]);
            }
        }

        return paragraphs;
    }

    private bool IsBroken((int Start, int End) part, (int Start, int End) next, int room) => IsBroken(source, part, next, room);

    private static bool EndsInMonth(ReadOnlySpan<char> words) =>
        words[(words.LastIndexOf(' ') + 1)..] is "January" or "February" or "March" or "April" or "May" or "June" or "July" or "August" or "September" or "October" or "November" or "December";

    private static bool IsYear(ReadOnlySpan<char> words) => words.Length >= 4 && words[..2] is "19" or "20" && char.IsAsciiDigit(words[2]) && char.IsAsciiDigit(words[3]);

    /// <summary>Whether a part of a cell goes on with the next line: that begins small, or its first word had no room.</summary>
    public static bool IsBroken(SourceText source, (int Start, int End) part, (int Start, int End) next, int room)
    {
        var word = source.Value.AsSpan(next.Start, next.End - next.Start).IndexOf(' ');
        var needed = part.End - part.Start + 1 + (word < 0 ? next.End - next.Start : word);
        var words = source.Value.AsSpan(part.Start, part.End - part.Start);
        return char.IsLower(source.Value[next.Start]) || needed > room || words.LastIndexOf('(') > words.LastIndexOf(')') || Wrapping.StopsOnTheWay(words)
            || (EndsInMonth(words) && IsYear(source.Value.AsSpan(next.Start, next.End - next.Start))) || source.Value[next.Start] == '(' || words is [.., '-' or '–'];
    }
}
