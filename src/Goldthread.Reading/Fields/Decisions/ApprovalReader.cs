using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Who decided and when: from the labels at the head, else from the block that was signed.</summary>
internal sealed class ApprovalReader
{
    private const string Separators = ",–—- ()";
    private readonly IReadOnlyList<Block> blocks;
    private readonly Labels labels;
    private readonly Layouts layouts;
    private readonly Places places;
    private readonly People people;
    private readonly Part? approval;
    private readonly int frontEnd;

    public ApprovalReader(IReadOnlyList<Block> blocks, IReadOnlyList<Part> parts, Labels labels, Layouts layouts, Places places)
    {
        this.blocks = blocks;
        this.labels = labels;
        this.layouts = layouts;
        this.places = places;
        people = layouts.Prepared(all => new People(all));
        approval = parts.FirstOrDefault(part => part is { Kind: PartKind.Form, Form: "approval" });
        frontEnd = parts.FirstOrDefault(part => part.Kind == PartKind.Section)?.From ?? int.MaxValue;
    }

    public DateOnly? DateSigned()
    {
        var signed = approval is null ? [] : labels.Find("label.dateSigned", approval.From, approval.To);
        foreach (var label in signed.Concat(labels.Find("label.dateSigned")).Concat(Plain()))
        {
            places.Expect("/dateSigned", label.Name);
            if (Dates.First(label.Value) is { } date && label.Value.Length <= 80)
            {
                places.Put("/dateSigned", date.Where);
                return date.Date;
            }
        }

        return null;
    }

    public DecisionMaker DecisionMaker()
    {
        var maker = labels.First("label.decisionMaker");
        var name = labels.First("label.decisionMakerName");
        var role = labels.First("label.decisionMakerRole", to: frontEnd == int.MaxValue ? null : frontEnd);
        if (maker is { Value.IsEmpty: false })
        {
            return Split(maker.Value, role);
        }

        if (name is { Value.IsEmpty: false })
        {
            return Split(name.Value, role);
        }

        Expect(maker ?? name);
        if (approval is not null)
        {
            return Signed(approval.From - 1, approval.To);
        }

        var signature = labels.Find("label.signature").LastOrDefault();
        return signature is null ? new DecisionMaker(null, null) : Signed(signature.Index, signature.Index + 4);
    }

    private void Expect(Labelled? label)
    {
        if (label is not null)
        {
            places.Expect("/decisionMaker", label.Name);
        }
    }

    /// <summary>Labels that say only "date": the decision maker's where there is a signed block, else the one at the head.</summary>
    private IEnumerable<Labelled> Plain() =>
        approval is not null
            ? labels.Find("label.date", approval.From, approval.To)
            : BesideSignature().Concat(labels.Find("label.date", to: Math.Min(frontEnd, 30)).Take(1));

    /// <summary>A date on the line of a signature, or just after it.</summary>
    private IEnumerable<Labelled> BesideSignature() =>
        labels.Find("label.signature").SelectMany(signature => labels.Find("label.date", signature.Index, signature.Index + 3));

    private DecisionMaker Split(Passage words, Labelled? role)
    {
        var (name, rest) = Divide(words);
        if (rest.IsEmpty && role is { Value.IsEmpty: false } && role.Value.Length < 150)
        {
            rest = role.Value;
        }

        return Write(name, rest);
    }

    /// <summary>Divides <c>Name, role</c>, <c>Name (role)</c>, <c>Role: name</c> or either alone.</summary>
    private (Passage Name, Passage Role) Divide(Passage words)
    {
        for (var at = 1; at < Math.Min(words.Length, 120); at++)
        {
            var letter = words.Text[at];
            var divides = letter is ',' or '(' or ':' or ';' || (letter is '–' or '—' or '-' && words.Text[at - 1] == ' ');
            if (!divides)
            {
                continue;
            }

            var first = words.UpTo(at);
            var second = words.From(at + 1).Trim(Separators);
            if (people.IsName(first.Text))
            {
                return (first, second);
            }

            if (people.IsName(second.Text) && people.IsRole(first.Text))
            {
                return (second, first);
            }
        }

        return people.IsName(words.Text) ? (words, Passage.Empty) : people.IsRole(words.Text) ? (Passage.Empty, words) : (Passage.Empty, Passage.Empty);
    }

    /// <summary>Name and role from the signed block; a signature that no one can read gives no name.</summary>
    private DecisionMaker Signed(int from, int to)
    {
        var role = approval?.Heading is { } heading && people.IsRole(heading.Text.Text) ? heading.Text.Trim(":") : RoleInside(from, to);
        var signature = labels.First("label.signature", from, to);
        var printed = labels.First("label.printedName", from, to);
        var (name, signedAs) = new[] { printed?.Value, signature?.Value }.OfType<Passage>().Select(Divide).FirstOrDefault(found => !found.Name.IsEmpty, (Name: Passage.Empty, Role: Passage.Empty));
        role = role.IsEmpty ? signedAs : role;
        if (signature is not null)
        {
            places.Expect("/decisionMaker", signature.Name);
        }

        return Write(name, role);
    }

    private Passage RoleInside(int from, int to)
    {
        if (labels.First("label.decisionMakerRole", from, to) is { Value.IsEmpty: false } label)
        {
            return label.Value;
        }

        return blocks.Skip(from).Take(to - from).FirstOrDefault(block => block.LooksLikeTitle && block.Text.Length < 100 && people.IsRole(block.Text.Text) && !labels.IsKnown(block))?.Text ?? Passage.Empty;
    }

    private DecisionMaker Write(Passage name, Passage role) => new(
        name.IsEmpty ? null : places.Put("/decisionMaker/name", name),
        role.IsEmpty ? null : places.Put("/decisionMaker/role", role));
}
