using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;
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

    /// <inheritdoc/>
    protected override IEnumerable<Fact> OwnFacts()
    {
        if (RecordContent.Provides.Count > 0)
            yield return new Fact("Gives", Wording.Join([.. RecordContent.Provides.Select(NeedName)]));
        yield return new Fact("Minimum standard", RecordContent.MeetsStandard ? "Met" : "Not met", Address: "/standards");
        if (RecordContent.Funding.Length > 0)
            yield return new Fact("Paid for by", RecordContent.Funding, Address: funding);
        if (RecordContent.SecretIn is { } region)
            yield return new Fact("Where it is", "Kept secret", $"Counts in {region}");
    }
}
