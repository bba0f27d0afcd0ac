using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Turns notes that are kept in tables into headings with what stands under each.</summary>
/// <remarks>
/// Three kinds of table are known: a form, with a heading in the first cell of a row and its text beside it; a table
/// with a topic a row; and lists set side by side under their headings. Any other row is left as it is.
/// </remarks>
internal sealed class WorkshopTables
{
    private readonly Layouts layouts;
    private readonly HashSet<int> forms;
    private int table = -1;
    private int topic;
    private List<Passage?> heads = [];

    private WorkshopTables(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        this.layouts = layouts;
        forms = [.. blocks.Where(row => row.IsRow && row.Table > 0 && IsLabelled(row)).Select(row => row.Table)];
        forms.UnionWith(blocks.Where(row => row.IsRow && row.Table > 0).GroupBy(row => row.Table).Where(rows => rows.Count() > 1 && rows.All(IsDefined)).Select(rows => rows.Key));
    }

    public static IReadOnlyList<Block> Expand(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var lists = SideBySide.Expand(blocks, words => WorkshopOutline.KindOf(words, layouts) is not null);
        var tables = new WorkshopTables(lists, layouts);
        return [.. lists.SelectMany(tables.Expand)];
    }

    private IEnumerable<Block> Expand(Block row)
    {
        if (!row.IsRow)
        {
            return [row];
        }

        if (row.Table == table)
        {
            return OfTopic(row);
        }

        if (IsHeadOfTopics(row))
        {
            return [];
        }

        var isForm = IsLabelled(row) || (forms.Contains(row.Table) && row.Cells.Count == 2 && !layouts.Any("label.", Key.Of(row.Cells[0].Text.Text)));
        return isForm ? [SideBySide.Heading(row.Cells[0].Text), .. row.Cells.Skip(1).SelectMany(cell => cell.Points)] : [row];
    }

    /// <summary>Whether the row holds a short title and beside it sentences or several points, as the entries of a list of definitions do.</summary>
    private static bool IsDefined(Block row) =>
        row.Cells.Count == 2 && !row.Head && row.Cells[0].Blocks is [{ LooksLikeTitle: true, Text.Length: < 60 }]
        && (row.Cells[1].Blocks.Count > 1 || row.Cells[1].Text.Text.EndsWith('.'));

    private bool IsLabelled(Block row) =>
        WorkshopOutline.KindOf(row.Cells[0].Text, layouts) is not null && row.Cells.Skip(1).Any(cell => !cell.Text.IsEmpty);

    /// <summary>Whether the row heads a table with a topic a row, beside it what was said or agreed about it.</summary>
    private bool IsHeadOfTopics(Block row)
    {
        var first = row.Find(layouts["workshop.columns.topic"]);
        var others = row.Cells.Select(cell => WorkshopOutline.KindOf(cell.Text, layouts)).ToList();
        if (first < 0 || (row.Find(layouts["workshop.columns.points"], except: first) < 0 && !others.Where((kind, i) => i != first && kind is not null).Any()))
        {
            return false;
        }

        (table, topic) = (row.Table, first);
        heads = [.. row.Cells.Select((cell, i) => others[i] is null ? null : cell.Text)];
        return true;
    }

    private IEnumerable<Block> OfTopic(Block row)
    {
        var about = topic < row.Cells.Count ? row.Cells[topic].Text : Passage.Empty;
        if (!about.IsEmpty)
        {
            yield return SideBySide.Heading(about);
        }

        for (var column = 0; column < row.Cells.Count; column++)
        {
            var head = column < heads.Count ? heads[column] : null;
            if (column == topic || row.Cells[column].Text.IsEmpty)
            {
                continue;
            }

            foreach (var block in (head is null ? Enumerable.Empty<Block>() : [SideBySide.Heading(head)]).Concat(row.Cells[column].Points))
            {
                yield return block;
            }
        }
    }
}
