using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Decisions;
using Goldthread.Register.Following;
using Goldthread.Register.Pathways;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Desk;

/// <summary>What waits for somebody, what changed since she looked, and what she gave away and where it is.</summary>
public sealed class DeskModel(CurrentPerson current, AskLists lists, AskService asks, DraftLists drafts, MapKeeping map, ActionService actions, MinutesService minutes, Followers followers, RegisterView view) : PageModel
{
    /// <summary>The most rows of a part; more are counted.</summary>
    public const int Most = 50;

    private const int MostChanges = 20;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Whether she may ask somebody else.</summary>
    public bool MayAsk => Me.Holds(AskRules.Asking);

    /// <summary>How much waits, in a sentence.</summary>
    public string Count { get; private set; } = "";

    /// <summary>The decisions that wait for her, what waits longest first.</summary>
    public IReadOnlyList<WaitingDecision> Decisions { get; private set; } = [];

    /// <summary>How many more decisions wait than are shown.</summary>
    public int MoreDecisions { get; private set; }

    /// <summary>What waits for her.</summary>
    public IReadOnlyList<AskLine> Waiting { get; private set; } = [];

    /// <summary>How many more wait than are shown.</summary>
    public int MoreWaiting { get; private set; }

    /// <summary>How much of the map of help waits for her.</summary>
    public MapWaiting Map { get; private set; } = new(0, 0);

    /// <summary>Meetings whose minutes she may read before they are agreed.</summary>
    public IReadOnlyList<RecordHead> MinutesToRead { get; private set; } = [];

    /// <summary>How many actions ask her for an answer.</summary>
    public int ActionsWaiting { get; private set; }

    /// <summary>What she gave away.</summary>
    public IReadOnlyList<AskLine> Given { get; private set; } = [];

    /// <summary>How many more she gave away than are shown.</summary>
    public int MoreGiven { get; private set; }

    /// <summary>Since when what changed is new to her; UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>What changed since, at most twenty.</summary>
    public IReadOnlyList<RecordHead> Changed { get; private set; } = [];

    /// <summary>Whether more changed than is shown.</summary>
    public bool MoreChanged { get; private set; }

    /// <summary>The time of the latest change shown, in ticks: up to it she will have looked, and what is saved meanwhile stays new.</summary>
    public long UpTo { get; private set; }

    /// <summary>How many addresses follow by email, for administrators; null for everybody else.</summary>
    public int? Followers { get; private set; }

    /// <summary>Shows the desk.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Followers = Me.Holds([Role.Administrator]) ? await followers.CountAsync(stop) : null;
        Since = await lists.LookedAtAsync(Me.Person, stop);
        var changed = await view.ChangedAsync(Since, MostChanges + 1, stop);
        (Changed, MoreChanged) = ([.. changed.Take(MostChanges)], changed.Count > MostChanges);
        UpTo = Changed.Count > 0 ? Changed.Max(head => head.ChangedAt).Ticks : 0;

        var desk = await lists.DeskAsync(Me, stop);
        var today = asks.Today;
        var waiting = desk.Waiting.Take(Most).ToList();
        var given = desk.Given.Take(Most).ToList();
        (MoreWaiting, MoreGiven) = (desk.Waiting.Count - waiting.Count, desk.Given.Count - given.Count);
        var decisions = await drafts.WaitingAsync(Me, stop);
        Decisions = [.. decisions.Take(Most).Select(one => new WaitingDecision(one, asks.Today))];
        MoreDecisions = decisions.Count - Decisions.Count;
        Map = await map.WaitingAsync(Me, stop);
        MinutesToRead = await minutes.ToReadAsync(Me, stop);
        ActionsWaiting = await actions.WaitingAsync(Me, stop);
        Count = AskWords.Count(desk.Waiting.Count + decisions.Count + Map.Things + ActionsWaiting, desk.Waiting.Count(entry => entry.Ask.DaysLate(today) > 0));
        var about = await view.HeadsAsync([.. waiting.Concat(given).Select(entry => entry.Ask.Record).OfType<Guid>().Distinct()], stop);
        var names = await Affiliations.NamesAsync(view, [.. waiting.Concat(given).Select(entry => entry.Ask.Organisation).OfType<string>()], stop);
        Waiting = [.. waiting.Select(entry => Line(entry, WhoAsks(entry, names)))];
        Given = [.. given.Select(entry => Line(entry, AskWords.Of(entry, names)))];

        AskLine Line(AskEntry entry, string said) => new(entry, said, today, entry.Ask.Record is { } record ? about.GetValueOrDefault(record) : null);
    }

    /// <summary>Keeps that she has looked at what the page showed.</summary>
    public async Task<IActionResult> OnPostLookedAsync(long upTo)
    {
        if (upTo > 0 && upTo < DateTime.MaxValue.Ticks)
            await lists.LookAsync(Me.Person, new DateTime(upTo, DateTimeKind.Utc), HttpContext.RequestAborted);
        return RedirectToPage();
    }

    private string WhoAsks(AskEntry entry, IReadOnlyDictionary<string, string> names) =>
        entry.Ask.Person == Me.Person ? $"Asked by {entry.AskedBy.Words}"
        : entry.Of is { } covered ? $"Asked by {entry.AskedBy.Words}, of {covered.Name}"
        : $"Asked by {entry.AskedBy.Words}, of {AskWords.OfAll(entry.Ask, names)}";
}
