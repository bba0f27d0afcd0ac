using Goldthread.Core.Pathways.Entries;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>The page of what a map of help is drawn on.</summary>
public sealed class MapModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordPage<MapFrame>(view, addresses, own)
{
    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Map;

    /// <inheritdoc/>
    public override string Caption => "Coverage";

    /// <inheritdoc/>
    public override Status Status => new("In use", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts =>
        [new Fact("Characteristics", Wording.Number(RecordContent.Dimensions.Count)), new Fact("Kinds of help", Wording.Number(RecordContent.Needs.Count)), new Fact("Last changed", Wording.Day(Head.ChangedAt))];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Coverage", "/coverage")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);
}
