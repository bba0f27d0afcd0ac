using Goldthread.Core.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of a meeting: what was to be done first, then item by item what was said, then who was there.</summary>
public sealed class MeetingModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<Minutes>(view, addresses, own)
{
    private readonly RecordAddress addresses = addresses;

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Meeting;

    /// <inheritdoc/>
    public override string Heading => RecordContent.Body ?? Head.Title;

    /// <inheritdoc/>
    public override string Caption => "Minutes of a meeting";

    /// <inheritdoc/>
    public override Status Status => RecordContent.Date is { } day ? new Status($"Met {Wording.Date(day)}") : new Status("No date", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => Named(PageKind.Board) is [var board, ..]
        ? [new Crumb("Boards", "/boards"), new Crumb(board.Title, addresses.Of(board) ?? "/boards")]
        : [new Crumb("Boards", "/boards")];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            var facts = new List<Fact> { new("In the chair", RecordContent.Chair ?? "Not named") };
            if (RecordContent.Present.Count > 0)
            {
                facts.Add(new Fact("Present", Wording.Number(RecordContent.Present.Count), RecordContent.Apologies.Count > 0 ? $"and {RecordContent.Apologies.Count} sent apologies" : null));
            }

            facts.Add(new Fact("Actions recorded", RecordContent.Actions.Count == 0 ? "None" : Wording.Number(RecordContent.Actions.Count)));
            if (RecordContent.Published is { } published)
            {
                facts.Add(new Fact("Published", Wording.Date(published)));
            }

            if (RecordContent.PreviousMeeting is { } previous)
            {
                facts.Add(new Fact("Meeting before", Wording.Date(previous), RecordContent.PreviousMinutesAgreed switch
                {
                    true => "Its minutes were agreed",
                    false => "Its minutes were not agreed",
                    null => null,
                }));
            }

            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents
    {
        get
        {
            var places = new List<Place> { new("actions", "What was to be done") };
            places.AddRange(RecordContent.Items.Select((item, at) => new Place(ItemId(at), item.Heading)));
            if (RecordContent.Programmes.Count > 0)
            {
                places.Add(new Place("programmes", "Programmes discussed"));
            }

            return [.. places, new Place("people", "Who was there"), new Place("thread", "The thread"), new Place("history", "History"), new Place("downloads", "Take it with you")];
        }
    }

    /// <summary>Shows the minutes.</summary>
    public Task<IActionResult> OnGetAsync(string board, string date, string? body) => ShowAsync(body, RecordAddress.SlugOf(board, date));

    /// <inheritdoc/>
    protected override Task LoadedAsync() => LoadSourcesAsync();

    /// <summary>The id of an item on the page.</summary>
    public static string ItemId(int at) => FormattableString.Invariant($"item-{at + 1}");

    /// <summary>An organisation and a role, as a line under a name.</summary>
    public static string Of(Attendee person) => string.Join(", ", new[] { person.Role, person.Organisation }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
