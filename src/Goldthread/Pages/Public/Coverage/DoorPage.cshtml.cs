using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>The page of a door of the map.</summary>
public sealed class DoorModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, Pathways.Coverage coverage, TimeProvider clock)
    : EntryPage<DoorEntry>(view, addresses, own, coverage, clock)
{
    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Door;

    /// <summary>For each need, how many of those who may come in find no way.</summary>
    public IReadOnlyList<(string Need, DoorRow Row)> Leads =>
        Answer is null ? [] : [.. Answer.Doors.Where(row => row.Door == RecordContent.Id).Select(row => (NeedName(row.Need), row))];

    /// <summary>Shows the door.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override IEnumerable<Fact> OwnFacts() => [];
}
