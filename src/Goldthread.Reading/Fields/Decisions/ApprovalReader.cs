using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Who decided and when: from the labels at the head, else from the block that was signed.</summary>
internal sealed partial class ApprovalReader
{
    private const int FarthestHead = 25;
    private const int LinesOfSigner = 4;
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

        if (Beside() is { } written)
        {
            places.Put("/dateSigned", written.Where);
            return written.Date;
        }

        return null;
    }

    /// <summary>A date without a label: in the signed block, else, where the decision maker says "I have decided", the one at the head of the letter.</summary>
    private FoundDate? Beside()
    {
        var line = Decided() is { } by ? Dates.First(by.Line) : null;
        var signed = line ?? approval?.Blocks.Where(block => block.Text.Length <= 200 && !IsOther(block)).Select(block => Dates.First(block.Text)).FirstOrDefault(date => date is not null);
        signed ??= BelowSigner();
        return signed ?? (Decided() is null ? null : blocks.Take(Math.Min(frontEnd, FarthestHead)).Where(block => block.Text.Length < 40 && !IsOther(block)).Select(block => Dates.First(block.Text)).FirstOrDefault(date => date is not null));
    }

    /// <summary>A day that stands alone beneath who signed, with nothing between but the name and the office: <c>Approved by</c>, <c>Ann Lee</c>, <c>Mayor of Ash</c>, <c>3 May 2019</c>.</summary>
    private FoundDate? BelowSigner() =>
        labels.Find("label.decisionMaker").Concat(labels.Find("label.signature")).Concat(labels.Find("label.printedName")).Select(label => Below(label.Index)).FirstOrDefault(date => date is not null);

    private FoundDate? Below(int index)
    {
        foreach (var block in blocks.Skip(index + 1).Take(LinesOfSigner).TakeWhile(block => block.IsPlain && block.Text.Length < 100))
        {
            if (Dates.First(block.Text) is { } date && block.Text.Text.EndsWith(date.Where.Text, StringComparison.Ordinal)
                && block.Text.Length - date.Where.Length is var before && Dates.WeekdayBefore(block.Text.Text.AsSpan(0, before)) == before)
            {
                return date;
            }

            if (!people.IsName(block.Text.Text) && !people.IsRole(block.Text.Text) && Divide(block.Text).Name.IsEmpty)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Whether the block is labelled as something else than a signature.</summary>
    private bool IsOther(Block block) => layouts.Any("label.", Key.Of(block.Text.UpTo(Math.Max(0, block.Text.Text.IndexOf(':'))).Text));

    /// <summary>Who says that the decision has been made: <c>I, Ann Lee, Mayor of Ash, have decided …</c> or <c>The Mayor of Ash, Ann Lee, has decided …</c>.</summary>
    private (Passage Name, Passage Role, Passage Line)? Decided()
    {
        foreach (var block in blocks.Take(Math.Min(frontEnd, FarthestHead)).Where(block => block.IsPlain && block.Text.Length < 600))
        {
            var match = Decides.Match(block.Text.Text) is { Success: true } says ? says : DecidedBy.Match(block.Text.Text);
            var (first, second) = (match.Groups["first"], match.Groups["second"]);
            if (!match.Success)
            {
                continue;
            }

            if (people.IsName(first.Value) && people.IsRole(second.Value))
            {
                return (block.Text.Slice(first.Index, first.Length), block.Text.Slice(second.Index, second.Length), block.Text);
            }

            if (people.IsRole(first.Value) && people.IsName(second.Value))
            {
                return (block.Text.Slice(second.Index, second.Length), block.Text.Slice(first.Index, first.Length), block.Text);
            }
        }

        return null;
    }

    public DecisionMaker DecisionMaker()
    {
        var maker = labels.First("label.decisionMaker");
        var name = labels.First("label.decisionMakerName");
        var role = labels.First("label.decisionMakerRole", to: frontEnd == int.MaxValue ? null : frontEnd);
        if ((maker is { Value.IsEmpty: false } ? maker : name) is { Value.IsEmpty: false } given && Split(given.Value, role) is { } split && (split.Name ?? split.Role) is not null)
        {
            return split;
        }

        if (Perhaps() is { } perhaps)
        {
            return perhaps;
        }

        if (labels.Find("label.office", to: Math.Min(frontEnd, FarthestHead)).FirstOrDefault(label => people.IsName(Divide(label.Value).Name.Text)) is { } office)
        {
            var (holder, held) = Divide(office.Value);
            return Write(holder, people.IsRole(held.Text) ? held : office.Name.Trim(":"));
        }

        if (Decided() is { } decided)
        {
            return Write(decided.Name, decided.Role);
        }

        Expect(maker ?? name);
        var signature = approval is null ? labels.Find("label.signature").LastOrDefault() : null;
        var signed = approval is not null ? Signed(approval.From - 1, approval.To) : signature is not null ? Signed(signature.Index, signature.Index + 4) : new DecisionMaker(null, null);
        return signed is { Name: null, Role: null } && Addressed() is { } addressed ? addressed : signed;
    }

    /// <summary>The person beside a label at the head that names a decision maker only where nothing better does, such as <c>Officer</c>.</summary>
    private DecisionMaker? Perhaps()
    {
        var named = labels.Find("label.decisionMakerPerhaps", to: Math.Min(frontEnd, FarthestHead)).Select(label => Divide(label.Value)).FirstOrDefault(found => found.Name is { IsEmpty: false } && found.Role is { IsEmpty: false });
        return named.Name is null ? null : Write(named.Name, named.Role);
    }

    /// <summary>The person to whom the document is sent for the decision, with an office.</summary>
    private DecisionMaker? Addressed()
    {
        var named = labels.Find("label.addressee", to: Math.Min(frontEnd, FarthestHead)).Select(label => Divide(label.Value)).FirstOrDefault(found => found.Name is { IsEmpty: false } && found.Role is { IsEmpty: false });
        return named.Name is null ? null : Write(named.Name, named.Role);
    }

    private void Expect(Labelled? label)
    {
        if (label is not null)
        {
            places.Expect("/decisionMaker", label.Name);
        }
    }

    /// <summary>Labels that say only "date": the decision maker's where there is a signed block, or where nothing is said of a date there, the one at the head.</summary>
    private IEnumerable<Labelled> Plain() =>
        approval is not null && DatesIn(approval).Any()
            ? labels.Find("label.date", approval.From, approval.To)
            : BesideSignature().Concat(labels.Find("label.date", to: Math.Min(frontEnd, 30)).Take(1));

    private IEnumerable<Labelled> DatesIn(Part part) =>
        labels.Find("label.date", part.From, part.To).Concat(labels.Find("label.dateSigned", part.From, part.To));

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

        rest = rest.IsEmpty ? RoleUnder(name) : rest;
        rest = rest.IsEmpty && labels.First("label.portfolio", to: Math.Min(frontEnd, FarthestHead)) is { } portfolio && people.IsRole(portfolio.Value.Text) && portfolio.Value.Length < 100 ? portfolio.Value : rest;

        return Write(name, rest);
    }

    /// <summary>The role on a line of its own under the name.</summary>
    private Passage RoleUnder(Passage name)
    {
        var at = name.IsEmpty ? -1 : Enumerable.Range(0, Math.Min(blocks.Count, FarthestHead)).FirstOrDefault(index => blocks[index].Text.Text == name.Text, -1);
        return at >= 0 && at + 1 < blocks.Count && blocks[at + 1] is { IsPlain: true, LooksLikeTitle: true, Gap: false } next && next.Text.Length < 100 && people.IsRole(next.Text.Text) && !labels.IsKnown(next)
            ? next.Text
            : Passage.Empty;
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
            var second = WithoutDate(words.From(at + 1).Trim(letter == '(' ? Separators : ",–—- "));
            if (people.IsName(first.Text))
            {
                return (first, second);
            }

            if (people.IsName(second.Text) && people.IsRole(first.Text))
            {
                return (second, first);
            }
        }

        return people.IsName(words.Text) ? (words, Passage.Empty) : (RoleThenName(words) ?? NameThenRole(words)) is { } both ? both : people.IsRole(words.Text) ? (Passage.Empty, words) : (Passage.Empty, Passage.Empty);
    }

    private static Passage WithoutDate(Passage words) =>
        Dates.First(words) is { } date && words.Text.EndsWith(date.Where.Text, StringComparison.Ordinal) ? words.UpTo(words.Length - date.Where.Length).Trim(",–—- ") : words;

    /// <summary>Divides <c>Commissioner Ann Lee</c>, an office before a name with nothing between.</summary>
    private (Passage Name, Passage Role)? RoleThenName(Passage words)
    {
        for (var space = words.Length < 80 ? words.Text.IndexOf(' ') : -1; space > 0; space = words.Text.IndexOf(' ', space + 1))
        {
            if (people.IsRole(words.Text[..space]) && people.IsName(words.Text[(space + 1)..]))
            {
                return (words.From(space), words.UpTo(space));
            }
        }

        return null;
    }

    /// <summary>Divides <c>Ann Lee Commissioner for Ash</c>, a name with its office on the line below it in one cell.</summary>
    private (Passage Name, Passage Role)? NameThenRole(Passage words)
    {
        for (var space = words.Length < 120 ? words.Text.LastIndexOf(' ') : -1; space > 0; space = words.Text.LastIndexOf(' ', space - 1))
        {
            if (people.IsName(words.Text[..space]) && people.IsRole(words.Text[(space + 1)..]) && char.IsUpper(words.Text[space + 1]))
            {
                return (words.UpTo(space), words.From(space));
            }
        }

        return null;
    }

    /// <summary>Name and role from the signed block; a signature that no one can read gives no name.</summary>
    private DecisionMaker Signed(int from, int to)
    {
        var labelled = labels.First("label.decisionMakerRole", from, to)?.Value ?? Passage.Empty;
        var role = !labelled.IsEmpty ? labelled : approval?.Heading is { } heading && people.IsRole(heading.Text.Text) ? heading.Text.Trim(":") : Passage.Empty;
        var signature = labels.First("label.signature", from, to);
        var printed = labels.First("label.printedName", from, to);
        var (name, signedAs) = new[] { printed?.Value, signature?.Value }.OfType<Passage>().Select(Divide).FirstOrDefault(found => !found.Name.IsEmpty, (Name: Passage.Empty, Role: Passage.Empty));
        if (signature is null && printed is null && approval?.Blocks.Select(block => block.Text.Length < 100 ? Divide(block.Text) : default).FirstOrDefault(found => found.Name is { IsEmpty: false }) is { Name: not null } bare)
        {
            (name, signedAs) = bare;
        }

        role = !role.IsEmpty ? role : !signedAs.IsEmpty ? signedAs : RoleInside(from, to);
        if (Addressee(name) is { } whole)
        {
            (name, role) = (whole.Name, role.IsEmpty ? whole.Role : role);
        }

        if (signature is not null)
        {
            places.Expect("/decisionMaker", signature.Name);
        }

        return Write(name, role);
    }

    /// <summary>To whom the document is sent, where that is who signed it with initials: <c>To: Dr Ann Lee, Chief Executive</c> and <c>A Lee</c>.</summary>
    private (Passage Name, Passage Role)? Addressee(Passage signed) => labels.Find("label.addressee", to: Math.Min(frontEnd, FarthestHead))
        .Select(label => Divide(label.Value)).Where(one => IsInitialsOf(signed.Text, one.Name.Text)).Select(one => ((Passage, Passage)?)one).FirstOrDefault();

    /// <summary>Whether one name is another with initials for its first names.</summary>
    private static bool IsInitialsOf(string signed, string name)
    {
        var (initials, whole) = (signed.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries), name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return initials.Length > 1 && whole.Length > 1 && initials[^1] == whole[^1] && initials[0].Length == 1 && whole.Any(word => word[0] == initials[0][0] && word != whole[^1]);
    }

    private Passage RoleInside(int from, int to) =>
        blocks.Skip(from).Take(to - from).FirstOrDefault(block => block.LooksLikeTitle && block.Text.Length < 100 && people.IsRole(block.Text.Text) && (layouts["label.office"].MatchKey(block.Key) || !labels.IsKnown(block)))?.Text ?? Passage.Empty;

    private DecisionMaker Write(Passage name, Passage role) => new(
        name.IsEmpty ? null : places.Put("/decisionMaker/name", name),
        role.IsEmpty ? null : places.Put("/decisionMaker/role", role));

    [GeneratedRegex(@"^(I,\s|The\s)?(?<first>[^,:;.]{3,80}),\s(?<second>[^,:;.]{3,80})(,[^,:;.]{0,60})?,?\s(have|has|hereby|do|does|give|gives|am|is|decided|decides|approved|approves|agreed|agrees)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decides { get; }

    [GeneratedRegex(@"\b(decision\s(was\s|is\s)?(taken|made)|decided|approved|agreed|authorised|signed)\sby\s(the\s)?(?<first>[^,:;.(]{3,80}?)(,\s|\s\()(?<second>[^,:;.()]{3,80}?)\)?(,?\son\s|[,.]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DecidedBy { get; }
}
