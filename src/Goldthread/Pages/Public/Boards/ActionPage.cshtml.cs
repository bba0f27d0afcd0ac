using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>The page of an action: who owes it, by when, and every answer since it was agreed.</summary>
public sealed class ActionModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, CurrentPerson current, TimeProvider clock)
    : RecordPage<BoardAction>(view, addresses, own)
{
    private readonly RecordAddress addresses = addresses;
    private readonly DateOnly today = Wording.Today(clock);
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Action;

    /// <inheritdoc/>
    public override string Caption => "Action";

    /// <inheritdoc/>
    public override Status Status => new(FieldWords.Capital(ActionWords.When(RecordContent, today)), RecordContent.State != ActionState.Open);

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs =>
        [new Crumb("Boards", "/boards"), .. Named(PageKind.Board) is [var board, ..] ? [new Crumb(board.Title, addresses.Of(board) ?? "/boards")] : Array.Empty<Crumb>(), new Crumb("Actions", "/actions")];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            var action = RecordContent;
            var facts = new List<Fact>
            {
                new("Owed by", ActionWords.Owner(action, names), Address: action.Owner is { } owner && names.ContainsKey(owner.Reference) ? $"/organisations/{Uri.EscapeDataString(owner.Reference)}" : null),
                new("Promised for", action.Due is { } due ? Wording.Date(due) : "No day named", action.Moves() switch { 0 => null, 1 => "moved once", 2 => "moved twice", var moves => $"moved {moves} times" }),
            };
            if (action.Agreed is { } agreed)
                facts.Add(new Fact("Agreed", Wording.Date(agreed), action.Item.Length > 0 ? $"under “{action.Item}”" : null));
            if (action.Updates.Count > 0)
                facts.Add(new Fact("Last heard of", Wording.Date(action.Updates[^1].On), $"from {action.Updates[^1].By}"));
            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Where she who reads it may answer it; null where she may not.</summary>
    public string? AnswerAddress =>
        State is null && current.Standing is { } me && !current.LacksProof && ActionRules.MayAnswer(me, RecordContent) ? $"/desk/actions/{Uri.EscapeDataString(Head.Slug)}" : null;

    /// <summary>A meeting that covers it, where the reader may see it.</summary>
    public (string Title, string Address)? Covering(string reference) =>
        Record!.Links.Select(link => link.Other).OfType<RecordHead>().FirstOrDefault(other => other.Kind == PageKind.Meeting.Name && other.Reference == reference) is { } meeting
            ? (meeting.Title, addresses.Of(meeting)!)
            : null;

    /// <summary>Shows the action.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync() =>
        names = await Affiliations.NamesAsync(View, RecordContent.Owner is { } owner ? [owner.Reference] : [], HttpContext.RequestAborted);
}
