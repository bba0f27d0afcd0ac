using Goldthread.Core.Following;
using Goldthread.Core.Records;
using Goldthread.Pages.Public.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary>Every list of the site that can be taken away, in one place: pages link to them and endpoints answer with them.</summary>
public sealed class PublishedLists(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
{
    /// <summary>The body's decisions under some filters; null where the organisation named is not known.</summary>
    public async Task<PublishedList?> DecisionsAsync(DecisionFilters filters, CancellationToken stop)
    {
        var organisation = await OrganisationAsync(filters.Organisation, stop);
        return filters.Organisation is not null && organisation is null
            ? null
            : PublishedList.Of(filters.Title(organisation), "/decisions", filters.InAddress, view, filters.ToQuery(own.Value.Id, organisation, 1, 1))
                with
            {
                Follow = organisation is null ? Followed.Decisions : new Followed(FollowKind.Organisation, organisation.Slug),
            };
    }

    /// <summary>The body's boards.</summary>
    public PublishedList Boards => OfKind("Boards", "/boards", PageKind.Board);

    /// <summary>The meetings of all of the body's boards; their page is that of the boards.</summary>
    public PublishedList Meetings => OfKind("Meetings", "/meetings", PageKind.Meeting) with { Page = "/boards" };

    /// <summary>The body's workshops.</summary>
    public PublishedList Workshops => OfKind("Workshops", "/workshops", PageKind.Workshop);

    /// <summary>What was promised to the body's boards.</summary>
    public PublishedList Actions => OfKind("Actions", "/actions", PageKind.Action);

    /// <summary>The organisations that all bodies know.</summary>
    public PublishedList Organisations => PublishedList.Of("Organisations", "/organisations", [], view, new ListQuery(PageKind.Organisation.Name));

    /// <summary>The meetings of one board; null where there is no such board.</summary>
    public async Task<PublishedList?> MeetingsAsync(string body, string slug, CancellationToken stop) =>
        await HeadAsync(body, PageKind.Board, slug, stop) is { } board ? MeetingsOf(board) : null;

    /// <summary>The meetings of one board.</summary>
    public PublishedList MeetingsOf(RecordHead board) =>
        Under(board, $"Meetings of {board.Title}", "meetings", PageKind.Meeting)
            with
        {
            Follow = board.Body == own.Value.Id ? new Followed(FollowKind.Series, board.Slug) : null,
        };

    /// <summary>Everything that names an organisation; null where there is no such organisation.</summary>
    public async Task<PublishedList?> AppearancesAsync(string slug, CancellationToken stop) =>
        await OrganisationAsync(slug, stop) is { } organisation ? AppearancesOf(organisation) : null;

    /// <summary>Everything that names an organisation.</summary>
    public PublishedList AppearancesOf(RecordHead organisation) =>
        Under(organisation, $"Records that name {organisation.Title}", "appearances", PageKind.Decision, PageKind.Meeting, PageKind.Workshop, PageKind.Document)
            with
        {
            Follow = new Followed(FollowKind.Organisation, organisation.Slug),
        };

    /// <summary>The organisation of a reference, or null.</summary>
    public async Task<RecordHead?> OrganisationAsync(string? slug, CancellationToken stop) =>
        slug is null ? null : await HeadAsync(RecordKind.CommonBody, PageKind.Organisation, slug, stop);

    private PublishedList Under(RecordHead record, string title, string folder, params IReadOnlyList<PageKind> kinds) =>
        PublishedList.Of(title, $"{addresses.Of(record)}/{folder}", [], view, [.. kinds.Select(kind => new ListQuery(kind.Name, LinkedTo: record.Id))])
            with
        {
            Page = addresses.Of(record),
        };

    private PublishedList OfKind(string title, string path, PageKind kind) =>
        PublishedList.Of(title, path, [], view, new ListQuery(kind.Name, own.Value.Id));

    private async Task<RecordHead?> HeadAsync(string body, PageKind kind, string slug, CancellationToken stop) =>
        (await view.FindAsync(body, kind.Name, slug, stop))?.Record?.Head;
}
