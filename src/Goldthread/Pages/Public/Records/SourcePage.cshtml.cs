using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Records;

/// <summary>Where an imported record stands in its document: each field beside the passage that it was read from.</summary>
public sealed class SourceModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordSidePage(view, addresses, own)
{
    /// <summary>The parts of the record with their passages, grouped as on the record's page.</summary>
    public IReadOnlyList<SourceGroup> Groups { get; private set; } = [];

    /// <inheritdoc/>
    public override string Heading => "Where it says so";

    /// <inheritdoc/>
    public override IReadOnlyList<Goldthread.Site.Place> Contents => [.. Groups.Select(group => new Goldthread.Site.Place(group.Id, group.Heading))];

    /// <inheritdoc/>
    protected override string Part => "/source";

    /// <inheritdoc/>
    protected override string Form => OpenedForms.Source;

    /// <inheritdoc/>
    protected override bool IsThere => Groups.Count > 0; // a record that was not imported has no source

    /// <inheritdoc/>
    protected override async Task LoadedAsync() =>
        Groups = SourceGroup.Of((await View.SourcesAsync(Record!, HttpContext.RequestAborted)).Passages);
}
