using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Divides a decision document into its parts: front, summary, recommendations, sections, form blocks.</summary>
internal sealed class Outline
{
    private const int Tail = 6;
    private readonly IReadOnlyList<Block> blocks;
    private readonly Layouts layouts;
    private readonly Topics topics;
    private readonly FormLines lines;
    private readonly Checklists checklists;
    private readonly People people;
    private readonly HeadingStyle style;
    private readonly List<Part> parts = [];
    private readonly List<(string Name, Phrases Phrases)> forms;
    private readonly int lastRequest;
    private readonly bool runsIn;
    private bool inBody;
    private bool hasRequest;
    private int lastNumber;

    private Outline(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        this.blocks = blocks;
        this.layouts = layouts;
        topics = new Topics(layouts);
        lines = new FormLines(layouts);
        people = layouts.Prepared(all => new People(all));
        checklists = new Checklists(blocks, lines, people, layouts);
        style = HeadingStyle.Of(blocks, topics);
        lastRequest = LastRequest();
        runsIn = HeadingsRunIn();
        forms = [.. layouts.Under("heading.form.")];
    }

    private Part Current => parts[^1];

    /// <summary>The last block that is a heading of what is asked for.</summary>
    private int LastRequest()
    {
        var last = blocks.Count - 1;
        while (last >= 0 && !(layouts["heading.recommendations"].MatchKey(blocks[last].Key) || layouts["heading.asked"].MatchKey(blocks[last].Key) || Labels.Split(blocks[last].Text.Length > 400 ? Texts.Passage.Empty : blocks[last].Text, layouts["heading.recommendations"]) is not null))
        {
            last--;
        }

        return last;
    }

    public static IReadOnlyList<Part> Of(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var outline = new Outline(blocks, layouts);
        outline.parts.Add(new Part(PartKind.Front, null, Topic.Other, "", 0));
        for (var index = 0; index < blocks.Count; index++)
        {
            outline.Take(index);
        }

        return LeadingSummary.Of(outline.parts, layouts);
    }

    private void Take(int index)
    {
        var block = blocks[index];
        if ((Begin(index, block) ?? Split(index, block)) is { } part)
        {
            Add(part);
        }
        else
        {
            if (StartsRequest(index, block))
            {
                Add(new Part(PartKind.Recommendations, null, Topic.Other, "", index));
            }

            if (Current.Kind is not (PartKind.Section or PartKind.Recommendations) || !lines.IsDetail(block))
            {
                Current.Blocks.Add(block);
            }
        }
    }

    private void Add(Part part)
    {
        parts.Add(part);
        inBody |= part.Kind == PartKind.Section;
        hasRequest |= part.Kind == PartKind.Recommendations;
        lastNumber = part.Kind == PartKind.Section && part.Heading?.Number is { } number ? number.Value : lastNumber;
    }

    /// <summary>The part that the block is the heading of, or null.</summary>
    private Part? Begin(int index, Block block)
    {
        if (block.IsRow && block.Cells.Count > 1)
        {
            return Current.Kind == PartKind.Section && lines.FormLabel(block) is { } asked ? WithTable(FormPart(asked, index, withHeading: false), block) : null;
        }

        var key = block.Key;
        if (Current.Kind == PartKind.Section && lines.FormLabel(block) is { } form)
        {
            return FormPart(form, index, withHeading: false);
        }

        if (IsSignature(index, block))
        {
            return FormPart("approval", index, withHeading: false);
        }

        if (key.Length == 0 || block.Bullet)
        {
            return lines.IsStatement(block, key) ? FormPart("approval", index, withHeading: false) : null;
        }

        return Named(index, block, key) ?? Statement(index, block, key) ?? Detail(index, block, key) ?? Unnamed(index, block);
    }

    /// <summary>The part with the rows above it that are of the same table, such as its heads.</summary>
    private Part WithTable(Part part, Block row)
    {
        var count = row.Table == 0 ? 0 : Current.Blocks.AsEnumerable().Reverse().TakeWhile(above => above.IsRow && above.Table == row.Table).Count();
        var above = Current.Blocks[^count..];
        Current.Blocks.RemoveRange(Current.Blocks.Count - count, count);
        part.Blocks.InsertRange(0, above);
        return count == 0 ? part : part with { From = part.From - count };
    }

    /// <summary>Whether a name, with a role under it, ends the document as a signature does.</summary>
    private bool IsSignature(int index, Block block) =>
        Current.Kind == PartKind.Section && index + Tail > blocks.Count && block.IsPlain && block.Text.Length < 60 && people.IsName(block.Text.Text)
        && !layouts.Any("heading.", block.Key) && !checklists.IsAnsweredBelow(index)
        && Next(index) is { IsPlain: true, LooksLikeTitle: true } next && next.Text.Length < 100 && people.IsRole(next.Text.Text)
        && !layouts["heading.contact"].MatchKey(Current.Heading!.Key);

    private Part? Named(int index, Block block, string key)
    {
        if (block.Rank == 0 && !block.LooksLikeTitle && !block.Text.Text.EndsWith('?'))
        {
            return null;
        }

        if (layouts["heading.summary"].MatchKey(key))
        {
            return new Part(PartKind.Summary, block, Topic.Other, "", index + 1);
        }

        var isRequest = layouts["heading.recommendations"].MatchKey(key) || Asks(block, key);
        if (isRequest && !InsideSection(block) && !IsDocumentName(index, key))
        {
            return new Part(PartKind.Recommendations, block, Topic.Other, "", index + 1);
        }

        foreach (var (name, phrases) in forms)
        {
            if (phrases.MatchKey(key) && (topics.Known(key) is null || checklists.IsAnsweredBelow(index)))
            {
                var isOwn = name == "declarations" && Next(index) is { } next && lines.Says(next, next.Key);
                return FormPart(isOwn ? "approval" : name, index, withHeading: true);
            }
        }

        if (layouts["heading.divider"].MatchKey(key))
        {
            return new Part(PartKind.Divider, block, Topic.Other, "", index + 1);
        }

        var isOfficer = Current is { Kind: PartKind.Form, Form: "declarations" } && style.Numbered && block is { Number: null, Rank: 0 } && Current.Blocks.Exists(above => above.IsRow || Answers.AtEnd(above.Text) is not null);
        var isKnown = topics.Known(key) is not null && !isOfficer && !InsideSection(block) && !checklists.IsChecked(Current, index, block);
        return isKnown ? Section(index, block) : null;
    }

    /// <summary>Whether a heading, and no line that leads in to a list, says what is asked for in a sentence: <c>The Mayor is asked to agree</c>.</summary>
    private bool Asks(Block block, string key) =>
        (block.Rank > 0 || block.Alone) && block.Text.Text[^1] != ':' && layouts["heading.asked"].MatchKey(key);

    /// <summary>Whether words such as "record of decision" name the document: no text follows them, and what is asked for has a heading further on.</summary>
    private bool IsDocumentName(int index, string key) =>
        Current.Kind == PartKind.Front && layouts["decision.document-names"].MatchKey(key)
        && Next(index) is { } next && (next.IsRow || (next.Number is null && next.LooksLikeTitle))
        && index < lastRequest;

    /// <summary>Whether the block is numbered as a paragraph of the section it stands in, such as <c>1.5.2 Recommendation</c>.</summary>
    private static bool InsideSection(Block block) =>
        block.Number is { IsTop: false, Style: NumeralStyle.Decimal }
        || (block.Number is { Style: NumeralStyle.Letter } letter && (letter.Bracketed || char.IsLower(letter.Printed[0])));

    private Part? Statement(int index, Block block, string key) =>
        lines.IsStatement(block, key) && (Current.Kind != PartKind.Form || IsOffice(Current)) ? FormPart("approval", index, withHeading: false) : null;

    /// <summary>Whether the last line of an officer's block names the office of the decision maker, who speaks next.</summary>
    private bool IsOffice(Part part) =>
        part.Form != "approval" && part.Blocks.Count > 0
        && (layouts["label.office"].MatchKey(part.Blocks[^1].Key)
            || (part is { Form: "declarations", Blocks: [.., { IsRow: true }, { IsPlain: true, LooksLikeTitle: true } office] } && people.IsRole(office.Text.Text)));

    /// <summary>A label in bold or with a colon, such as "date of decision", whose value stands below: it ends what went before.</summary>
    private Part? Detail(int index, Block block, string key) =>
        Current.Kind == PartKind.Section && block is { LooksLikeTitle: true, Alone: true } && layouts["label.decisionMaker"].MatchKey(key) ? FormPart("approval", index, withHeading: true)
        : Current.Kind is PartKind.Summary or PartKind.Recommendations or PartKind.Section && block.Rank == 7 && block.Number is null && lines.IsDetail(key)
            ? new Part(PartKind.Divider, block, Topic.Other, "", index + 1)
            : null;

    private Part? Unnamed(int index, Block block)
    {
        if (checklists.IsHeadedBy(index, block))
        {
            return FormPart("declarations", index, withHeading: true);
        }

        var isSection = style.IsSection(block, Next(index), Current.Kind, inBody, lastNumber);
        return isSection && !lines.Signs(block, Next(index)) && !(Current.Kind == PartKind.Form && lines.FormLabel(block) is not null) ? Section(index, block) : null;
    }

    private Block? Next(int index) => index + 1 < blocks.Count ? blocks[index + 1] : null;

    private Part Section(int index, Block block) =>
        new(OnlyDivides(index, block) ? PartKind.Divider : PartKind.Section, block, topics.Of(block.Key), "", index + 1);

    /// <summary>Whether a heading such as "Implications" has nothing under it but lower headings of topics.</summary>
    private bool OnlyDivides(int index, Block block) =>
        block is { Rank: < 7, Number: null } && topics.Of(block.Key) == Topic.Other && Next(index) is { Rank: < 7, Number: null, LooksLikeTitle: true } next
        && (next.Rank > block.Rank || (block.Rank == 0 && block.Key == "implications")) && topics.Known(next.Key) is not null;

    /// <summary>A block of the form; one that begins with a statement takes the role above it along.</summary>
    private Part FormPart(string name, int index, bool withHeading)
    {
        if (withHeading)
        {
            return new Part(PartKind.Form, blocks[index], Topic.Other, name, index + 1);
        }

        var spoken = Spoken();
        var above = Current.Blocks.Count > spoken ? Current.Blocks[^(spoken + 1)] : null;
        var takes = above is { IsRow: false, Bullet: false, Number: null } && above.LooksLikeTitle && (above.Rank > 0 || layouts["people.roles"].FoundIn(above.Key));
        if (takes)
        {
            Current.Blocks.RemoveRange(Current.Blocks.Count - spoken - 1, spoken + 1);
        }

        var part = new Part(PartKind.Form, takes ? above : null, Topic.Other, name, index);
        part.Blocks.Add(blocks[index]);
        return part;
    }

    /// <summary>How many paragraphs just above are what the decision maker says, such as <c>I have no interest to declare.</c></summary>
    private int Spoken()
    {
        var count = 0;
        while (count < 3 && count < Current.Blocks.Count && Current.Blocks[^(count + 1)] is { IsPlain: true } block && block.Text.Text.StartsWith("I ", StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    /// <summary>A heading with its text on the same line: <c>Recommendation: That …</c>.</summary>
    private Part? Split(int index, Block block)
    {
        if (block.IsRow || block.Bullet || RunIn(block) is not { } name)
        {
            return null;
        }

        var isPapers = Current.Kind == PartKind.Section && block is { IsPlain: true, Gap: true } && layouts["heading.topic.supportingPapers"].Match(name) && !layouts["heading.topic.supportingPapers"].MatchKey(Current.Heading!.Key);
        if (isPapers || (runsIn && topics.Known(Key.Of(name)) is not null && !InsideSection(block)))
        {
            return WithText(Section(index, new Block { Text = block.Text.UpTo(name.Length), Number = block.Number }) with { From = index }, block, name);
        }

        if (Current.Kind is PartKind.Section or PartKind.Form && block.IsPlain && layouts["heading.form.publicAccess"].Match(name) && topics.Known(Key.Of(name)) is null)
        {
            return FormPart("publicAccess", index, withHeading: false);
        }

        if (runsIn && layouts["heading.form.approval"].Match(name))
        {
            return WithText(new Part(PartKind.Form, null, Topic.Other, "approval", index), block, name);
        }

        foreach (var (group, kind) in new[] { ("heading.summary", PartKind.Summary), ("heading.recommendations", PartKind.Recommendations) })
        {
            if (Labels.Split(block.Text, layouts[group]) is { } split && !split.Value.IsEmpty && !IsTitleOf(index, block, split))
            {
                var part = new Part(kind, new Block { Text = split.Name, Number = block.Number }, Topic.Other, "", index);
                part.Blocks.Add(new Block { Text = split.Value, Indent = block.Indent, Gap = true });
                return part;
            }
        }

        return null;
    }

    /// <summary>Whether the words after "Decision:" at the head are what the decision is called: what is asked for has a heading further on.</summary>
    private bool IsTitleOf(int index, Block block, (Texts.Passage Name, Texts.Passage Value) split) =>
        Current.Kind == PartKind.Front && index < lastRequest && block.Number is null && split.Value.Length <= 200 && split.Value.Text[^1] is not ('.' or ':' or ';')
        && (layouts["decision.document-names"].Match(split.Name.Text.TrimEnd(':')) || layouts["decision.title-questions"].Match(split.Name.Text.TrimEnd(':')));

    private static Part WithText(Part part, Block block, string name)
    {
        part.Blocks.Add(new Block { Text = block.Text.From(name.Length + 1), Indent = block.Indent, Gap = true });
        return part;
    }

    /// <summary>The words before a colon that has more after it, or null.</summary>
    private static string? RunIn(Block block) =>
        block.Text.Text.IndexOf(':') is > 1 and < 80 and var colon && colon + 1 < block.Text.Length ? block.Text.Text[..colon] : null;

    /// <summary>Whether this document sets its headings before their text on the same line, and none above it.</summary>
    private bool HeadingsRunIn() =>
        blocks.Count(block => block is { IsRow: false, Bullet: false } && RunIn(block) is { } name && topics.Known(Key.Of(name)) is not null) > 1
        && !blocks.Any(block => !block.IsRow && block.LooksLikeTitle && topics.Known(block.Key) is not null);

    /// <summary>Whether the block leads in to a list of what is asked for, where no heading has said so.</summary>
    private bool StartsRequest(int index, Block block) =>
        Current.Kind is PartKind.Front or PartKind.Summary
        && !hasRequest
        && block.IsPlain && block.Text.Text.EndsWith(':')
        && Next(index) is { } next && (next.Number is not null || next.Bullet)
        && layouts["recommendations.lead-ins"].FoundIn(Key.Of(block.Text.Text));
}
