using Goldthread.Core.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of a workshop: what was agreed first, then what was talked about and who was there.</summary>
public sealed class WorkshopModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<Workshop>(view, addresses, own)
{
    private readonly RecordAddress addresses = addresses;

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Workshop;

    /// <inheritdoc/>
    public override string Caption => "Workshop";

    /// <inheritdoc/>
    public override Status Status => RecordContent.Date is { } day ? new Status($"Held {Wording.Date(day)}") : new Status("No date", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => Named(PageKind.Board) is [var board, ..]
        ? [new Crumb("Workshops", "/workshops"), new Crumb(board.Title, addresses.Of(board) ?? "/workshops")]
        : [new Crumb("Workshops", "/workshops")];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            var facts = new List<Fact>();
            if (RecordContent.Body is { } held)
            {
                facts.Add(new Fact("Held by", held));
            }

            facts.Add(new Fact("Took part", RecordContent.Attendees.Count == 0 ? "The notes do not say" : $"{RecordContent.Attendees.Count} listed"));
            facts.Add(new Fact("Agreed", RecordContent.Agreements.Count == 0 ? "Nothing recorded" : Points(RecordContent.Agreements.Count)));
            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents
    {
        get
        {
            var places = new List<Place>();
            if (RecordContent.Purpose is not null)
            {
                places.Add(new Place("purpose", "Why it was held"));
            }

            places.Add(new Place("agreed", "What was agreed"));
            if (RecordContent.NextSteps.Count > 0)
            {
                places.Add(new Place("next", "What happens next"));
            }

            if (RecordContent.SuccessMeasures.Count > 0)
            {
                places.Add(new Place("success", "How success will be known"));
            }

            places.AddRange(RecordContent.Topics.Select((topic, at) => new Place(TopicId(at), topic.Heading)));
            if (RecordContent.Attendees.Count > 0)
            {
                places.Add(new Place("people", "Who took part"));
            }

            return [.. places, new Place("thread", "The thread"), new Place("history", "History"), new Place("downloads", "Take it with you")];
        }
    }

    /// <summary>Shows the notes.</summary>
    public Task<IActionResult> OnGetAsync(string board, string date, string? body) => ShowAsync(body, RecordAddress.SlugOf(board, date));

    /// <inheritdoc/>
    protected override Task LoadedAsync() => LoadSourcesAsync();

    /// <summary>The id of a topic on the page.</summary>
    public static string TopicId(int at) => FormattableString.Invariant($"topic-{at + 1}");

    private static string Points(int count) => count == 1 ? "1 point" : $"{count} points";
}
