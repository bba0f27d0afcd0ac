using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk;

/// <summary>One thing that was asked: the whole of it, where it has been, and what to do about it.</summary>
public sealed class AskedModel(AskService asks, AskLists lists, RegisterView view, CurrentPerson current) : FormPage
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>What was asked.</summary>
    public AskEntry Entry { get; private set; } = null!;

    /// <summary>The record it is about, where she may see it.</summary>
    public RecordHead? About { get; private set; }

    /// <summary>Of whom it is asked, in words.</summary>
    public string Of { get; private set; } = "";

    /// <summary>Today.</summary>
    public DateOnly Today => asks.Today;

    /// <summary>Who can take it over.</summary>
    public IReadOnlyList<ChoiceGroup> Colleagues { get; private set; } = [];

    /// <summary>What was done, or why not, as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Who is to take it over.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>Why it is handed over.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await asks.FindAsync(id, Me, HttpContext.RequestAborted) is not { } entry)
            return NotFound();
        Entry = entry;
        if (entry.Ask.Record is { } record)
            About = (await view.HeadsAsync([record], HttpContext.RequestAborted)).GetValueOrDefault(record);
        Of = AskWords.Of(entry, await Affiliations.NamesAsync(view, entry.Ask.Organisation is { } organisation ? [organisation] : [], HttpContext.RequestAborted));
        if (entry.Ask.MayAnswer(Me))
        {
            var here = await lists.HereAsync(entry.Ask.Organisation, only: true, HttpContext.RequestAborted);
            Colleagues =
            [
                new ChoiceGroup("Yourself", [.. here.Where(person => person.Id == Me.Person && entry.Ask.Person != Me.Person).Select(person => (person.Id.ToString(), "I take it on myself"))]),
                new ChoiceGroup("Colleagues", [.. here.Where(person => person.Id != Me.Person && person.Id != entry.Ask.Person).Select(person => (person.Id.ToString(), person.Words))]),
            ];
        }

        return Page();
    }

    /// <summary>Says that it was done.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id) => await AfterAsync(id, await asks.DoneAsync(id, Me, Answer ?? "", HttpContext.RequestAborted));

    /// <summary>Declines it.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id) => await AfterAsync(id, await asks.DeclineAsync(id, Me, Answer ?? "", HttpContext.RequestAborted));

    /// <summary>Hands it over.</summary>
    public async Task<IActionResult> OnPostHandOverAsync(Guid id) =>
        await AfterAsync(id, await asks.HandOverAsync(id, Me, To ?? Guid.Empty, Reason ?? "", HttpContext.RequestAborted));

    /// <summary>Says that it is no longer needed.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id) => await AfterAsync(id, await asks.WithdrawAsync(id, Me, HttpContext.RequestAborted));

    private async Task<IActionResult> AfterAsync(Guid id, AskOutcome outcome)
    {
        if (outcome == AskOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect("/desk");
        ModelState.AddModelError(fault.Field.Length > 0 ? fault.Field : "main", fault.Message);
        return await OnGetAsync(id);
    }
}
