using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>One action, to answer: done with what, how far, moved, handed on, refused, or covered at a meeting.</summary>
public sealed class AnswerModel(ActionService actions, ActionLines lines, OwnerNames owners, AskLists lists, RegisterView view, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int MeetingsOffered = 4;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Today.</summary>
    public DateOnly Today => actions.Today;

    /// <summary>The action.</summary>
    public ActionEntry Entry { get; private set; } = null!;

    /// <summary>The action as lists show it.</summary>
    public ActionLine Line { get; private set; } = null!;

    /// <summary>For staff: on whose desk it lies.</summary>
    public string? OnDesk { get; private set; }

    /// <summary>What she may say of it; nothing where she may only read it.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; private set; } = [];

    /// <summary>Colleagues it can go to.</summary>
    public IReadOnlyList<ChoiceGroup> Colleagues { get; private set; } = [];

    /// <summary>Items of the latest meetings of its board.</summary>
    public IReadOnlyList<ChoiceGroup> Items { get; private set; } = [];

    /// <summary>What she says of it.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>In words.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The day that it moves to, as typed.</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>To whom it is handed on, as typed.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>The colleague it is handed on to.</summary>
    [BindProperty]
    public Guid? Colleague { get; set; }

    /// <summary>The item that covers it: the meeting's slug, a bar, and the item's number.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var stop = HttpContext.RequestAborted;
        if (await actions.FindAsync(own.Value.Id, slug, Me, stop) is not { } found)
            return NotFound();
        Entry = found;
        Line = (await lines.OfAsync([found], Today, true, stop))[0];
        var (may, runs, open) = (ActionRules.MayAnswer(Me, found.Action), ActionRules.MayRun(Me), found.Action.State == ActionState.Open);
        var here = Me.Organisation is null ? await lists.HereAsync(null, only: true, stop) : [];
        OnDesk = Me.Organisation is null && found.Action.Person is { } person ? here.FirstOrDefault(one => one.Id == person)?.Name ?? "somebody who has left" : null;
        if (runs && open)
            Items = await ItemsAsync(found.Action, stop);
        Choices = !may ? []
            : open ?
            [
                ("done", "It is done"), ("said", "It goes on: how far it has come"), ("moved", "It needs until another day"), ("handed-on", "Somebody else owes it"), ("refused", "It will not be done"),
                .. Items.Count > 0 ? [("covered", "A meeting covers it")] : Array.Empty<(string, string)>(),
            ]
            : runs ? [("reopened", "It is owed again")] : [];
        if (open && may && Me.Organisation is null)
            Colleagues = [new ChoiceGroup("Colleagues", [.. here.Where(one => one.Id != found.Action.Person).Select(one => (one.Id.ToString(), one.Words))])];
        return Page();
    }

    /// <summary>Keeps the answer.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await OnGetAsync(slug) is not PageResult)
            return NotFound();
        if (await ReadAsync() is not { } answer)
            return Page();
        var outcome = await actions.AnswerAsync(own.Value.Id, slug, answer, Me, HttpContext.RequestAborted);
        if (outcome == ActionOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect("/desk/actions?kept=true");
        ModelState.AddModelError(fault.Field, fault.Message);
        return Page();
    }

    private async Task<ActionAnswer?> ReadAsync()
    {
        if (!Choices.Any(choice => choice.Value == Step))
        {
            ModelState.AddModelError("step", "Choose what you say of it");
            return null;
        }

        var answer = new ActionAnswer(StepOf(Step!), Words ?? "") { Due = Step == "moved" ? Day(Due, "due") : null };
        if (Step == "handed-on")
            answer = await ToWhomAsync(answer);
        if (Step == "covered" && At?.Split('|') is [var meeting, var number] && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var at)
            && (await view.FindAsync(own.Value.Id, RecordKinds.Meeting.Name, meeting, HttpContext.RequestAborted))?.Record is { Content: Minutes minutes } found && at > 0 && at <= minutes.Items.Count)
            answer = answer with { Meeting = new Ref<Minutes>(found.Head.Reference), Item = minutes.Items[at - 1].Heading };
        return ModelState.IsValid ? answer : null;
    }

    private async Task<ActionAnswer> ToWhomAsync(ActionAnswer answer)
    {
        if (Colleague is { } person && (await lists.HereAsync(null, only: true, HttpContext.RequestAborted)).FirstOrDefault(one => one.Id == person) is { } colleague)
            return answer with { ToPerson = colleague.Id, ToName = colleague.Office };
        var (organisation, name) = await owners.FindAsync(To ?? "", HttpContext.RequestAborted);
        if (organisation is null)
        {
            ModelState.AddModelError("to", Me.Organisation is null ? "Enter an organisation that the register knows, or choose a colleague" : "Enter an organisation that the register knows, such as its short name");
            return answer;
        }

        return answer with { ToOrganisation = organisation, ToName = name };
    }

    private async Task<IReadOnlyList<ChoiceGroup>> ItemsAsync(BoardAction action, CancellationToken stop)
    {
        if (action.Board is not { } reference || (await view.FindAsync(own.Value.Id, RecordKinds.Board.Name, RecordKinds.Board.SlugOf(reference.Reference), stop))?.Record is not { } board)
            return [];
        var groups = new List<ChoiceGroup>();
        foreach (var head in (await view.ListAsync(new ListQuery(RecordKinds.Meeting.Name, LinkedTo: board.Head.Id, PageSize: MeetingsOffered), stop)).Rows.Where(head => head.Starts > action.Agreed))
            if ((await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record is { Content: Minutes minutes } && minutes.Items.Count > 0)
                groups.Add(new ChoiceGroup(head.Title, [.. minutes.Items.Select((item, at) => (FormattableString.Invariant($"{head.Slug}|{at + 1}"), $"{item.Number} {item.Heading}".Trim()))]));
        return groups;
    }

    private static ActionStep StepOf(string word) => word switch
    {
        "done" => ActionStep.Done,
        "moved" => ActionStep.Moved,
        "handed-on" => ActionStep.HandedOn,
        "refused" => ActionStep.Refused,
        "covered" => ActionStep.Covered,
        "reopened" => ActionStep.Reopened,
        _ => ActionStep.Said,
    };
}
