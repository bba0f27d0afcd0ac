using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Standards;

/// <summary>The page of how an organisation stands to the standards, as a whole or in a borough.</summary>
public sealed class AssessmentModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, StandardsRegister register, CurrentPerson current)
    : RecordPage<Assessment>(view, addresses, own)
{
    private readonly RecordAddress addresses = addresses;
    private OrganisationStanding? standing;

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Assessment;

    /// <inheritdoc/>
    public override string Caption => "How it stands to the standards";

    /// <inheritdoc/>
    public override string Heading => StandardsWords.Whose(RecordContent.Name.Length > 0 ? RecordContent.Name : RecordContent.Organisation.Reference, RecordContent.Borough);

    /// <inheritdoc/>
    public override Status Status => RecordContent.MeetsMinimum switch
    {
        true => new Status("Meets the minimum standard"),
        false => new Status("Does not meet the minimum standard yet"),
        null => new Status("Not all answered yet", Quiet: true),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [.. FactsOf()];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Standards", "/standards"), new Crumb("Who has signed up", "/standards/organisations")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>The answers, by standard: those of today's statements first, then answers to statements that are no longer asked.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<AnswerShown> Answers)> Parts { get; private set; } = [];

    /// <summary>What is asked and not answered yet.</summary>
    public IReadOnlyList<StandardStatement> Open { get; private set; } = [];

    /// <summary>Where she answers or reviews; null for whoever does neither.</summary>
    public (string Address, string Words)? Desk { get; private set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        standing = await register.OfAsync(RecordContent.Organisation.Reference, HttpContext.RequestAborted);
        var asked = standing?.Asked.ToDictionary(one => one.Number, StringComparer.Ordinal) ?? [];
        var shown = RecordContent.Statements.Select(one => new AnswerShown(one, asked.GetValueOrDefault(one.Number))).ToList();
        Parts =
        [
            .. Enum.GetValues<StandardLevel>().Select(level => (StandardsWords.Name(level), (IReadOnlyList<AnswerShown>)[.. shown.Where(one => one.Today?.Level == level)])).Where(part => part.Item2.Count > 0),
            .. shown.Exists(one => one.Today is null) ? [("No longer asked", (IReadOnlyList<AnswerShown>)[.. shown.Where(one => one.Today is null)])] : Array.Empty<(string, IReadOnlyList<AnswerShown>)>(),
        ];
        if (!IsPast && RecordContent.Borough.Length == 0)
            Open = [.. asked.Values.Where(one => RecordContent.To(one.Number) is null)];
        if (current.Standing is { } me && !current.LacksProof && !IsPast)
            Desk = DeskOf(me);
    }

    private (string Address, string Words)? DeskOf(Standing me)
    {
        var address = $"/desk/standards/{Uri.EscapeDataString(RecordContent.Organisation.Reference)}{(RecordContent.Borough.Length > 0 ? $"?borough={Uri.EscapeDataString(RecordContent.Borough)}" : "")}";
        return AssessmentRules.MayAssess(me, RecordContent.Organisation.Reference) ? (address, "Answer the statements")
            : AssessmentRules.MayReview(me, RecordContent.Organisation.Reference) ? (address, "Review these answers")
            : null;
    }

    private IEnumerable<Fact> FactsOf()
    {
        yield return new Fact("Organisation", RecordContent.Name.Length > 0 ? RecordContent.Name : RecordContent.Organisation.Reference, Address: addresses.Of(RecordKind.CommonBody, PageKind.Organisation, PageKind.Organisation.Kind.SlugOf(RecordContent.Organisation.Reference)));
        if (RecordContent.Borough.Length > 0)
            yield return new Fact("Borough", RecordContent.Borough, "What differs there from the organisation as a whole");
        else if (RecordContent.SignedUp is { } signed)
            yield return new Fact("Signed up", Wording.Date(signed.On), signed.Office);
        else
            yield return new Fact("Signed up", "Not yet");
        yield return new Fact("Meets the minimum standard", RecordContent.MeetsMinimum switch { true => "Yes", false => "No", null => "Not known yet" }, "By its own answers");
        if (standing is { } now && RecordContent.Borough.Length == 0 && !IsPast)
        {
            yield return new Fact("Minimum", StandardsWords.Count(now.Whole.Count(StandardLevel.Minimum)));
            yield return new Fact("Gold", StandardsWords.Count(now.Whole.Count(StandardLevel.Gold)));
        }
    }
}

/// <summary>An answer with the statement as it stands today; null where it is no longer asked.</summary>
public sealed record AnswerShown(AssessedStatement Given, StandardStatement? Today)
{
    /// <summary>Whether the statement was worded otherwise when it was answered.</summary>
    public bool IsOfEarlierWording => Today is { } now && now.Effect.From != Given.Since;
}
