using Goldthread.Reading.Blocks;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Knows the lists of a form in which officers, or what they were asked, are ticked or answered with yes or no.</summary>
internal sealed class Checklists(IReadOnlyList<Block> blocks, FormLines lines, People people, Layouts layouts)
{
    private const int LongestLead = 200;
    private const int LongestOfficer = 80;
    private const int LongestAnswer = 25;
    private const int LongestMark = 10;

    /// <summary>Whether a line or row is answered with a tick or with yes or no, as only a form is.</summary>
    private static bool IsAnswered(Block? block) =>
        block is not null && (block.Cells.Count > 1 ? Answers.Of(block.Cells[^1].Text.Text) is not null && block.Cells[^1].Text.Length < 10 : (Answers.AtEnd(block.Text) ?? Answers.AtStart(block.Text)) is not null);

    /// <summary>Whether the line is a title and the next nothing but its answer, perhaps behind a word such as "consulted".</summary>
    public static bool IsAnsweredOnTheNextLine(Block? block, Block? next, Layouts layouts)
    {
        var answer = next is { IsPlain: true, Text.Length: < LongestAnswer } ? Labels.Split(next.Text, layouts["declarations.lines"])?.Value ?? next.Text : null;
        return block is { IsPlain: true, LooksLikeTitle: true, Text.Length: < LongestOfficer } && block.Text.Text[^1] != ':' && answer is not null && Answers.Of(answer.Text) is not null && answer.Length < LongestMark;
    }

    /// <summary>Whether what stands under a heading is answered so: at once, below the heads of a table, or below a line that leads in to one.</summary>
    public bool IsAnsweredBelow(int index)
    {
        var leads = Next(index) is { IsPlain: true, Rank: 0, Text.Length: < LongestLead } lead && !IsAnswered(lead) && lead.Text.Text[^1] is ':' or '.'
            && !layouts.Any("heading.", lead.Key) && Next(index + 1) is { IsRow: true };
        var first = Next(leads ? index + 1 : index);
        return IsAnswered(first) || IsAnsweredOnTheNextLine(first, Next(index + 1), layouts) || (first is { IsRow: true } && IsAnswered(Next(leads ? index + 2 : index + 1)));
    }

    /// <summary>Whether an unknown title heads a table in which officers, or what they were asked, are ticked or answered with yes or no.</summary>
    public bool IsHeadedBy(int index, Block block)
    {
        if (!(block.Rank > 0 || block.Alone) || !block.LooksLikeTitle || !IsAnsweredBelow(index))
        {
            return false;
        }

        var rows = blocks.Skip(Next(index) is { IsRow: true } ? index + 1 : index + 2).TakeWhile(row => row.IsRow).Where(IsAnswered).ToList();
        return rows.Count > 1 && rows.Count(row => people.IsRole(row.Cells[row.Leading].Text.Text)) * 2 > rows.Count && !rows.Exists(row => lines.FormLabel(row) is not (null or "declarations"));
    }

    /// <summary>Whether the line is one of a list of people to ask, such as <c>Legal advice: ✓</c>, or an unanswered one after others.</summary>
    public bool IsChecked(Part current, int index, Block block) =>
        current is { Kind: PartKind.Form, Form: "declarations" } && block is { IsRow: false, Number: null }
        && (IsAnswered(block) || (block.Text.Text.EndsWith(':') && (current.Blocks.Exists(IsAnswered) || (Next(index) is { IsRow: true } row && IsAnswered(row)))));

    private Block? Next(int index) => index + 1 < blocks.Count ? blocks[index + 1] : null;
}
