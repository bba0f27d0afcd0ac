using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;
using Goldthread.Core.Standards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>The page of a service of the map.</summary>
public sealed class ServiceModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, Pathways.Coverage coverage, TimeProvider clock)
    : EntryPage<ServiceEntry>(view, addresses, own, coverage, clock)
{
    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Service;

    private readonly RegisterView view = view;
    private readonly RecordAddress addresses = addresses;
    private string? funding;

    /// <summary>The needs for which it is somebody's last way.</summary>
    public IReadOnlyList<(string Need, LastRouteRow Row)> LastWays =>
        Answer is null ? [] : [.. Answer.LastRoutes.Where(row => row.Service == RecordContent.Id).Select(row => (NeedName(row.Need), row))];

    /// <summary>Shows the service.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        await base.LoadedAsync();
        if (RecordContent.Funding.Length > 0 && (await view.FindAsync(Head.Body, RecordKinds.Decision.Name, RecordKinds.Decision.SlugOf(RecordContent.Funding), HttpContext.RequestAborted))?.Record is { } paying)
            funding = addresses.Of(paying.Head);
    }

    // Its owner's own answers, where there are all; else what the map says of it. A past state says what the map said then.
    private Fact MinimumStandard() => !IsPast && Here?.Stored.Standards.GetValueOrDefault(RecordContent.Id) is { } standard
        ? new Fact(
            "Minimum standard",
            Here.Stored.Entries.Services.First(service => service.Id == RecordContent.Id).MeetsStandard ? "Met" : "Not met",
            $"By its owner’s own answers{(standard.Borough.Length > 0 ? $" for {standard.Borough}" : "")}",
            addresses.Of(Head.Body, PageKind.Assessment, PageKind.Assessment.Kind.SlugOf(Assessment.ReferenceOf(standard.Organisation, standard.Borough))))
        : new Fact("Minimum standard", RecordContent.MeetsStandard ? "Met" : "Not met", "As the map has it: its owner has not answered all of the standard", "/standards");

    /// <inheritdoc/>
    protected override IEnumerable<Fact> OwnFacts()
    {
        if (RecordContent.Provides.Count > 0)
            yield return new Fact("Gives", Wording.Join([.. RecordContent.Provides.Select(NeedName)]));
        yield return MinimumStandard();
        if (RecordContent.Funding.Length > 0)
            yield return new Fact("Paid for by", RecordContent.Funding, Address: funding);
        if (RecordContent.SecretIn is { } region)
            yield return new Fact("Where it is", "Kept secret", $"Counts in {region}");
    }
}
