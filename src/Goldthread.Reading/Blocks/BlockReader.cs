using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>The second step: from lines to headings, paragraphs, items and rows, furniture left out.</summary>
internal sealed partial class BlockReader
{
    private const int LongestLabelLine = 30;
    private const int LongestHeading = 60;
    private const int LongestWord = 8;
    private const int LongestQuestion = 110;

    /// <summary>What stands in cells beyond so many is read as words: no document has such tables, and each cell takes its memory.</summary>
    private const int MostCells = 100_000;
    private readonly ExtractedText extracted;
    private readonly Layouts layouts;
    private readonly string text;
    private readonly List<Block> blocks = [];
    private readonly List<Line> open = [];
    private readonly List<Line> asides = [];
    private int? room;
    private readonly Sequence sequence;
    private Wrapping? wrapping;
    private Marker? marker;
    private TextTable? table;
    private int tables;
    private bool afterRule;
    private int cellCount;

    private BlockReader(ExtractedText extracted, Layouts layouts)
    {
        this.extracted = extracted;
        this.layouts = layouts;
        text = extracted.Source.Value;
        sequence = new Sequence(layouts, extracted);
    }

    public static IReadOnlyList<Block> Read(ExtractedText extracted, Layouts layouts, CancellationToken cancellation)
    {
        var reader = new BlockReader(extracted, layouts);
        foreach (var line in Furniture.Remove(extracted, layouts))
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Take(line);
        }

        reader.Close(gapAfter: true);
        reader.CloseAside();
        return Contents.Remove(reader.blocks, layouts);
    }

    private Wrapping Wrapping => wrapping ??= new Wrapping(extracted);

    private void Take(Line line)
    {
        if (extracted.Structured)
        {
            TakeStructured(line);
            return;
        }

        if (line.IsAside)
        {
            Close(gapAfter: true);
            asides.Add(line);
            return;
        }

        CloseAside();
        var words = text.AsSpan(line.Start, line.End - line.Start);
        if (Columns.IsRule(words))
        {
            TakeRule(words);
        }
        else if (cellCount >= MostCells || !TakeRow(line))
        {
            TakeWords(line);
        }
    }

    /// <summary>What stood in the column for actions beside the lines above, as one block.</summary>
    private void CloseAside()
    {
        if (asides.Count == 0)
        {
            return;
        }

        room ??= extracted.Lines.Where(line => line.IsAside).Max(line => line.End - line.Start);
        var paragraphs = new List<List<(int Start, int End)>>();
        foreach (var line in asides)
        {
            var isBroken = paragraphs.Count > 0 && CellBlocks.MarkerOf(extracted.Source, line.Start, line.End) is null && TextTable.IsBroken(extracted.Source, paragraphs[^1][^1], (line.Start, line.End), room.Value);
            if (isBroken)
            {
                paragraphs[^1].Add((line.Start, line.End));
            }
            else
            {
                paragraphs.Add([(line.Start, line.End)]);
            }
        }

        var cell = CellBlocks.Of(extracted.Source, paragraphs);
        blocks.Add(new Block { Text = cell.Text, Gap = true, IsAction = true, Cells = [cell, Cell.Empty, Cell.Empty] });
        asides.Clear();
    }

    private void TakeStructured(Line line)
    {
        Close(line.Gap);
        if (line.Cells.Count > 0 && cellCount < MostCells)
        {
            AddRow(line, [.. line.Cells.Select(parts => CellBlocks.Of(extracted.Source, parts))], line.Table, line.Head);
            return;
        }

        var found = Read(line);
        var columns = found is null && line.Rank is 0 or 7 ? Columns.Split(text, line, gap: 3) : [];
        if (columns.Count > 1 && cellCount < MostCells && text[line.Start] != '|')
        {
            AddRow(line, [.. columns.Select(part => CellBlocks.Of(extracted.Source, [[part]]))], line.Table, head: false);
            return;
        }

        open.Add(line);
        marker = found;
    }

    private void TakeRule(ReadOnlySpan<char> words)
    {
        var underlines = open.Count == 1 && words[0] is '=' or '-' && words.IndexOf('|') < 0 && words.IndexOf('+') < 0;
        if (underlines && open.Count == 1)
        {
            open[0] = open[0] with { Rank = words[0] == '=' ? 1 : 2 };
        }

        if (table is not null && blocks.Count > 0 && blocks[^1].IsRow && words.IndexOf('|') >= 0)
        {
            blocks[^1] = Headed(blocks[^1]);
        }

        Close(gapAfter: true, keepTable: true);
        afterRule = true;
    }

    private static Block Headed(Block row) =>
        new() { Text = row.Text, Cells = row.Cells, Table = row.Table, Gap = row.Gap, Indent = row.Indent, Head = true };

    private bool TakeRow(Line line)
    {
        if (IsBrokenLabel(line) && (table ??= new TextTable(extracted.Source, Wrapping.Widest)).TakeBroken(open[0], line) is { } broken)
        {
            var above = open[0];
            open.Clear();
            tables += table.IsNew ? 1 : 0;
            AddRow(above, broken, tables, head: false);
            return true;
        }

        var continues = open.Count > 0 && table is null && Wrapping.Continues(open[^1], line);
        if (continues)
        {
            return false;
        }

        table ??= new TextTable(extracted.Source, Wrapping.Widest);
        var cells = table.Take(line, Read(line));
        if (cells is null)
        {
            table = table.IsOpen && !line.Gap ? table : null;
            return false;
        }

        Close(line.Gap, keepTable: true);
        if (table.Continued)
        {
            var last = blocks[^1];
            blocks.RemoveAt(blocks.Count - 1);
            blocks.Add(new Block { Text = Passage.Join(cells.Select(cell => cell.Text)), Cells = cells, Table = last.Table, Gap = last.Gap, Indent = last.Indent });
            return true;
        }

        tables += table.IsNew ? 1 : 0;
        AddRow(line, cells, tables, head: false);
        return true;
    }

    /// <summary>Whether a short line goes on, small, on this one: a label that its column was too narrow for.</summary>
    private bool IsBrokenLabel(Line line) =>
        open.Count == 1 && marker is null && !line.Gap && open[0].Gap && open[0].End - open[0].Start <= LongestLabelLine
        && char.IsLower(text[line.Start]) && char.IsUpper(text[open[0].Start]);

    private void AddRow(Line line, IReadOnlyList<Cell> cells, int number, bool head)
    {
        cellCount += cells.Count;
        blocks.Add(new Block
        {
            Text = Passage.Join(cells.Select(cell => cell.Text)),
            Cells = cells,
            Table = number,
            Head = head,
            Gap = line.Gap,
            Indent = line.Indent,
        });
    }

    private void TakeWords(Line line)
    {
        var next = Read(line);
        if (open.Count > 0 && !IsAction(line) && !IsUnderHeading(line) && !IsHeading(line) && !IsBesideBullet(line) && !IsLabelled(line) && !IsAnswered(line) && !IsNextPerson(line) && !Wrapping.IsAlike(open[0], open[^1], line) && Wrapping.Continues(open[^1], line) && (next is null || next.Weak || IsFigure(line, next)))
        {
            open.Add(line);
            return;
        }

        Close(line.Gap);
        open.Add(line);
        marker = next;
    }

    /// <summary>Whether the line stands further in under one that is a known heading.</summary>
    private bool IsUnderHeading(Line line) =>
        open is [{ Gap: true } heading] && line.Indent > heading.Indent && heading.End - heading.Start <= LongestLabelLine
        && layouts.Any("heading.", Key.Of(text.AsSpan(heading.Start, heading.End - heading.Start)));

    /// <summary>Whether the line is, all of it, a known heading, and the one before it does not stop on the way: set close, as where there is no room above.</summary>
    private bool IsHeading(Line line)
    {
        var words = Words(line);
        var above = Words(open[^1]);
        return words.Length is > LongestWord and <= LongestHeading && char.IsUpper(words[0]) && (char.IsLetterOrDigit(above[^1]) || above[^1] is '.' or ';')
            && !Wrapping.StopsOnTheWay(above) && layouts.Any("heading.", Key.Of(words));
    }

    /// <summary>Whether the line begins with a label for people or of the form, and the one before it does not stop on the way: <c>Apologies: Ann Lee</c>.</summary>
    private bool IsLabelled(Line line)
    {
        var words = Words(line);
        var colon = words[..Math.Min(words.Length, LongestLabelLine)].IndexOf(':');
        return colon > 3 && char.IsUpper(words[0]) && !Wrapping.StopsOnTheWay(Words(open[^1])) && text[open[^1].End - 1] != ','
            && (layouts["heading.present"].Match(words[..colon]) || layouts["heading.apologies"].Match(words[..colon]) || layouts.Any("label.", Key.Of(words[..colon])));
    }

    /// <summary>Whether the line stands no further in than the bullet of the item before it and begins with a capital, where items go on further in than their bullets.</summary>
    private bool IsBesideBullet(Line line) =>
        marker is { Bullet: true } && line.Indent <= open[0].Indent && char.IsUpper(text[line.Start]) && Wrapping.ItemsHang && !Wrapping.StopsOnTheWay(Words(open[^1]));

    /// <summary>Whether the line is a question or a label with its answer: <c>Publication to be deferred: No</c>.</summary>
    private bool IsAnswered(Line line) => char.IsUpper(text[line.Start]) && IsAnswer(Words(line));

    /// <summary>Whether the words are a question or a label with its answer.</summary>
    public static bool IsAnswer(ReadOnlySpan<char> words) => words.Length <= LongestQuestion && Answered.IsMatch(words);

    [GeneratedRegex(@"^[^.:?]{4,90}[:?]\s{1,20}(yes|no|n/a|not applicable)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answered { get; }

    /// <summary>Whether the line names somebody as the one before it does, each with a style of address and, after a dash or bracket, who they are.</summary>
    private bool IsNextPerson(Line line) => open.Count == 1 && ListedPerson.Begins(Words(open[0]), layouts) && ListedPerson.Begins(Words(line), layouts);

    private ReadOnlySpan<char> Words(Line line) => text.AsSpan(line.Start, line.End - line.Start);

    /// <summary>Whether the line says at its beginning that it is an action: <c>ACTION 3:</c> or an arrow.</summary>
    private bool IsAction(Line line)
    {
        if (text[line.Start] == '→')
        {
            return true;
        }

        var words = text.AsSpan(line.Start, Math.Min(line.End - line.Start, 40));
        var colon = words.IndexOf(':');
        return colon > 0 && layouts["actions.markers"].Match(words[..colon].TrimEnd("0123456789./- "));
    }

    /// <summary>Whether what looks like a number is a figure that a broken line happens to begin with.</summary>
    private bool IsFigure(Line line, Marker next) =>
        next.Number is { Style: NumeralStyle.Decimal or NumeralStyle.Integer } && !sequence.Follows(next) && !FollowsOpen(next.Number) && !SkipsFromOpen(line, next);

    /// <summary>Whether the number stands under that of the open item, whose sentence has ended: the list goes on and has left some out.</summary>
    private bool SkipsFromOpen(Line line, Marker next) =>
        marker?.Number is { Style: NumeralStyle.Integer } number && next.Number!.Style == NumeralStyle.Integer && next.Number.Value > number.Value
        && line.Indent == open[0].Indent && text[open[^1].End - 1] is '.' or ';' && char.IsUpper(text[Math.Min(line.Start + next.Length, line.End - 1)]);

    private bool FollowsOpen(Numeral next) =>
        marker?.Number is { Style: NumeralStyle.Integer } number && next.Style == NumeralStyle.Integer && next.Value == number.Value + 1;

    private Marker? Read(Line line)
    {
        var (hashes, _) = Hashes(line);
        var found = Marker.Read(extracted.Source, line.Start + hashes, line.End);
        found = found is null ? null : found with { Length = found.Length + hashes };
        var isMarker = found is null || found.Length <= line.Marked || sequence.Accepts(found, line, extracted.Source, extracted.Structured);
        return isMarker ? found : Marker.OnlyBullet(extracted.Source, line.Start + hashes, line.End);
    }

    private void Close(bool gapAfter, bool keepTable = false)
    {
        table = keepTable ? table : null;
        if (open.Count == 0)
        {
            return;
        }

        var first = open[0];
        var start = first.Start + (marker?.Length ?? 0);
        var (hashes, rank) = Hashes(first);
        var stretches = open.Select((line, i) => (i == 0 ? Math.Max(start, first.Start + hashes) : line.Start, line.End)).ToList();
        var words = Folding.Fold(extracted.Source, stretches);
        marker = sequence.Resolve(marker);
        sequence.Note(marker);
        if (!words.IsEmpty)
        {
            blocks.Add(new Block
            {
                Text = words,
                Number = marker?.Number,
                Bullet = marker?.Bullet ?? false,
                Indent = first.Indent,
                Gap = first.Gap || afterRule,
                Rank = Math.Max(first.Rank, rank),
                Alone = open.Count == 1 && (first.Rank is > 0 and < 7 || rank > 0 || (first.Gap && gapAfter)),
            });
        }

        afterRule = false;
        open.Clear();
        marker = null;
    }

    /// <summary>The hash signs of a heading typed as in Markdown, and its rank.</summary>
    private (int Length, int Rank) Hashes(Line line)
    {
        var count = 0;
        while (!extracted.Structured && count < 6 && line.Start + count < line.End && text[line.Start + count] == '#')
        {
            count++;
        }

        var isHeading = count > 0 && line.Start + count < line.End && text[line.Start + count] == ' ';
        return isHeading ? (count + 1, count) : (0, 0);
    }
}
