using System.Globalization;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Records;

/// <summary>The history of a record: each published state with what it changed.</summary>
public sealed class HistoryModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordSidePage(view, addresses, own)
{
    /// <summary>The most fields that are shown of one revision.</summary>
    public const int MostShown = 100;

    /// <summary>The states on this page of the history.</summary>
    public HistoryPart History { get; private set; } = null!;

    /// <summary>What each of them changed, by its number.</summary>
    public IReadOnlyDictionary<int, RevisionChanges> Changes { get; private set; } = new Dictionary<int, RevisionChanges>();

    /// <summary>The neighbouring pages.</summary>
    public Paging Paging => new(History.Page, History.Pages, Address + Part, []);

    /// <inheritdoc/>
    public override string Heading => "History";

    /// <inheritdoc/>
    protected override string Part => "/revisions";

    /// <inheritdoc/>
    protected override string Form => OpenedForms.History;

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        _ = int.TryParse(HttpContext.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        History = HistoryPart.Of(Record!, page);
        Changes = (await View.ChangesAsync(Record!, [.. History.Revisions.Select(revision => revision.Number)], HttpContext.RequestAborted)).ToDictionary(each => each.Number);
    }
}
