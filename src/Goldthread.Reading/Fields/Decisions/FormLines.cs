using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Knows the lines that belong to the form around a report: labels with their values, questions, statements of approval.</summary>
internal sealed class FormLines(Layouts layouts)
{
    private const int LongestDetail = 120;
    private const int LongestAnswer = 12;
    private readonly People people = layouts.Prepared(all => new People(all));

    /// <summary>Labels of what stands at the head of a record and may come again between its sections.</summary>
    private static readonly string[] Details = ["label.dateSigned", "label.decisionMaker", "label.reference", "label.ignored"];

    /// <summary>Whether a key is such a label.</summary>
    public bool IsDetail(string key) => Array.Exists(Details, group => layouts[group].MatchKey(key));

    /// <summary>Whether a line of a section is a label of the form with its value, such as <c>Date of decision: 3 May 2019</c>.</summary>
    public bool IsDetail(Block block)
    {
        var colon = block.IsPlain && block.Text.Length <= LongestDetail ? block.Text.Text.IndexOf(':') : -1;
        var key = colon > 0 ? Key.Of(block.Text.Text.AsSpan(0, colon)) : "";
        return (block.IsPlain && layouts["label.signature"].MatchKey(block.Key)) || (key.Length > 0 && IsDetail(key));
    }

    /// <summary>Which block of the form a line such as <c>Signed: …</c> or <c>Is there a part 2? No</c> begins, where none has a heading.</summary>
    public string? FormLabel(Block block)
    {
        if (block.Number is not null || block.Bullet || block.Text.Length > 250)
        {
            return null;
        }

        var words = block.IsRow ? block.Cells[block.Leading].Text : block.Text;
        if (Labels.Split(words, layouts["label.signature"]) is not null)
        {
            return "approval";
        }

        if (IsConfirmation(block))
        {
            return "declarations";
        }

        var asks = new[] { "label.deferred", "label.part2" }.Any(group => Labels.Split(words, layouts[group]) is { } split && (block.IsRow || !split.Value.IsEmpty || words.Text.EndsWith('?')));
        return asks ? "publicAccess" : null;
    }

    /// <summary>Whether the line or row says of an officer whether they were consulted or confirm: <c>Treasurer consulted: Yes</c>, <c>Monitoring Officer ☑</c>.</summary>
    private bool IsConfirmation(Block block)
    {
        if (block.Text.Length > LongestDetail)
        {
            return false;
        }

        if (block.IsRow)
        {
            return block.Cells.Count == 2 && IsAnswer(block.Cells[1].Text) && (people.IsRole(block.Cells[0].Text.Text) || layouts["declarations.lines"].Match(block.Cells[0].Text));
        }

        return block.IsPlain && Labels.Split(block.Text, layouts["declarations.lines"]) is { Value.IsEmpty: false } split && IsAnswer(split.Value);
    }

    private static bool IsAnswer(Passage words) => words.Length <= LongestAnswer && Answers.Of(words.Text) is not null;

    /// <summary>Whether an unnumbered block is such a statement.</summary>
    public bool IsStatement(Block block, string key) => block.Number is null && Says(block, key);

    /// <summary>Whether the words are those with which a decision maker approves or declares interests.</summary>
    public bool Says(Block block, string key)
    {
        var start = key.Length > 0 ? key : Key.Of(block.Text.Text.AsSpan(0, Math.Min(200, block.Text.Length)));
        return layouts["approval.statements"].MatchKey(start);
    }

    /// <summary>Whether the block is the role of somebody who speaks or approves in the next one.</summary>
    public bool Signs(Block block, Block? next) =>
        block.Number is null && next is { IsPlain: true }
        && (IsStatement(next, next.Key) || (layouts["people.roles"].FoundIn(block.Key) && next.Text.Text.StartsWith("I ", StringComparison.Ordinal)));
}
