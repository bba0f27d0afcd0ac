using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Who has been consulted or has confirmed, as ticked or signed on the form.</summary>
internal static class DeclarationReader
{
    /// <summary>What a form asks or has signed after its list of officers.</summary>
    private static readonly string[] OfTheForm = ["label.part2", "label.deferred", "label.signature", "label.date", "label.dateSigned", "declarations.own"];

    /// <summary>Of more words than this a line with a colon leads in to the list below and is nobody's label.</summary>
    private const int FewestSpaces = 4;

    private sealed record Found(Passage Role, bool? Given, Passage Mark);

    public static IReadOnlyList<Declaration> Read(IReadOnlyList<Part> parts, Layouts layouts, Places places)
    {
        var found = new List<Found>();
        foreach (var part in parts.Where(part => part.Kind == PartKind.Form))
        {
            found.AddRange(part.Form switch
            {
                "declarations" or "officerApproval" when part.Form == "declarations" || part.Blocks.Exists(IsTicked) => Listed(part.Blocks, layouts),
                "officerApproval" => Signed(part, layouts),
                _ => [],
            });
        }

        return [.. found.Where(item => !item.Role.IsEmpty).DistinctBy(item => Key.Of(item.Role.Text)).Select((item, index) => Write(item, index, places))];
    }

    private static Declaration Write(Found item, int index, Places places)
    {
        places.Put($"/declarations/{index}/given", item.Mark);
        places.Expect($"/declarations/{index}/given", item.Role);
        return new Declaration(places.Put($"/declarations/{index}/role", item.Role), item.Given);
    }

    /// <summary>Each row or line that is ticked; a label on a line of its own has the tick of the statement below it.</summary>
    private static IEnumerable<Found> Listed(List<Block> blocks, Layouts layouts)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            if (AnsweredBelow(blocks[index], index + 1 < blocks.Count ? blocks[index + 1] : null, layouts) is { } answered)
            {
                yield return answered;
                index++;
                continue;
            }

            var found = Ticked(blocks[index], layouts);
            var isLabel = !blocks[index].IsRow && blocks[index].Text.Text.EndsWith(':') && blocks[index].Text.Length < 80;
            if (found is not null && isLabel && index + 1 < blocks.Count && blocks[index + 1] is { Cells.Count: > 1 } row && row.Cells[0].Text.Text.EndsWith('.') && Ticked(row, layouts) is { } stated)
            {
                found = stated with { Role = found.Role };
                index++;
            }

            var leads = isLabel && blocks[index].Text.Text.AsSpan().Count(' ') >= FewestSpaces && index + 1 < blocks.Count && (blocks[index + 1].IsRow || Ticked(blocks[index + 1], layouts)?.Given is not null);
            if (found is not null && !leads)
            {
                yield return found;
            }
        }
    }

    /// <summary>An officer on a line, and on the next nothing but the answer: <c>Treasurer</c> above <c>Yes</c> or <c>Consulted: Yes</c>.</summary>
    private static Found? AnsweredBelow(Block block, Block? next, Layouts layouts)
    {
        if (!Checklists.IsAnsweredOnTheNextLine(block, next, layouts) || Ticked(block, layouts)?.Given is not null)
        {
            return null;
        }

        var mark = Labels.Split(next!.Text, layouts["declarations.lines"])?.Value ?? next.Text;
        return new Found(Role(block.Text, layouts), Answers.Of(mark.Text), mark);
    }

    /// <summary>A row or line with a label, perhaps a statement, and a place for a tick.</summary>
    private static Found? Ticked(Block block, Layouts layouts)
    {
        if (layouts["declarations.heads"].MatchKey(block.Key) || layouts["label.date"].MatchKey(block.Key))
        {
            return null;
        }

        var label = block.IsRow ? block.Cells[0].Text : block.Text;
        if (Array.Exists(OfTheForm, group => Labels.Split(label, layouts[group]) is not null))
        {
            return null;
        }

        if (block.Cells.Count > 1)
        {
            var answers = Passage.Join(block.Cells.Skip(1).Select(cell => cell.Text));
            var mark = Answers.HasBoxes(answers.Text) ? answers : Answered(block) ?? block.Cells[^1].Text;
            var isHead = (layouts["declarations.heads"].Match(mark.Text) && !Answers.HasBoxes(mark.Text)) || layouts["declarations.heads"].Match(label.Text);
            return isHead || label.IsEmpty ? null : new Found(Role(label, layouts), Answers.Of(mark.Text) ?? Answers.AtEnd(mark)?.Given, mark);
        }

        if (!block.IsRow && Answers.AtStart(label) is { Words.Length: < 120 } boxed)
        {
            return new Found(Role(boxed.Words, layouts), boxed.Given, boxed.Mark);
        }

        var colon = label.Text.IndexOf(':');
        if (colon is < 2 or > 80)
        {
            return Answers.AtEnd(label) is { } bare && bare.Words.Length < 80 ? new Found(bare.Words.Trim(":–- "), bare.Given, bare.Mark) : null;
        }

        var after = label.From(colon + 1);
        var (_, endMark, given) = after.IsEmpty ? (after, after, null) : Answers.AtEnd(after) ?? (after, after, Answers.Of(after.Text));
        return new Found(Role(label, layouts), given, endMark);
    }

    /// <summary>The answer that stands before a last cell with the day or name of the advice: <c>Treasurer | Yes | 3 July 2023</c>.</summary>
    private static Passage? Answered(Block row) =>
        row.Cells.Count > 2 && Answers.Of(row.Cells[^1].Text.Text) is null && row.Cells[^2].Text is { Length: < 12 } mark && Answers.Of(mark.Text) is not null ? mark : null;

    /// <summary>Whether a row has a tick, or a box for one, in its last cell.</summary>
    private static bool IsTicked(Block block) =>
        block.Cells.Count > 1 && block.Cells[^1].Text is { Length: > 0 and < 4 } mark && Answers.AtEnd(block.Text) is not null && !mark.Text.Any(char.IsDigit);

    private static Passage Role(Passage label, Layouts layouts)
    {
        var colon = label.Text.IndexOf(':');
        return WithoutVerb(colon > 0 ? label.UpTo(colon) : label.Trim("–-: "), layouts["declarations.verbs"]);
    }

    /// <summary>The officer of <c>Treasurer consulted</c>.</summary>
    private static Passage WithoutVerb(Passage role, Phrases verbs)
    {
        for (var space = role.Text.LastIndexOf(' '); space > 0; space = role.Text.LastIndexOf(' ', space - 1))
        {
            if (verbs.Match(role.Text.AsSpan(space + 1)) && !verbs.Match(role.Text.AsSpan(role.Text.LastIndexOf(' ', space - 1) + 1)))
            {
                return role.UpTo(space);
            }
        }

        return role;
    }

    /// <summary>An officer who signed that they were consulted.</summary>
    private static IEnumerable<Found> Signed(Part part, Layouts layouts)
    {
        var people = layouts.Prepared(all => new People(all));
        var role = part.Blocks.Find(block => block.Text.Length < 100 && people.IsRole(block.Text.Text) && block.LooksLikeTitle);
        var text = role?.Text ?? (part.Heading is { } heading && people.IsRole(heading.Text.Text) ? heading.Text : Passage.Empty);
        if (text.IsEmpty)
        {
            yield break;
        }

        var labels = new Labels(part.Blocks, layouts);
        var marks = new[] { labels.First("label.signature")?.Value, labels.First("label.date")?.Value, labels.First("label.dateSigned")?.Value };
        var mark = marks.FirstOrDefault(value => value is { IsEmpty: false }) ?? Passage.Empty;
        yield return new Found(text.Trim(":"), mark.IsEmpty ? null : true, mark);
    }
}
