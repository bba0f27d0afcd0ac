using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>Adds an action that a board agreed outside of any minutes.</summary>
public sealed class NewModel(ActionService actions, ActionLines lines, OwnerNames owners, AskLists lists, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    /// <summary>The boards to choose from.</summary>
    public IReadOnlyList<ChoiceGroup> Boards { get; private set; } = [];

    /// <summary>The colleagues to choose from.</summary>
    public IReadOnlyList<ChoiceGroup> Colleagues { get; private set; } = [];

    /// <summary>The board, by its slug.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Board { get; set; }

    /// <summary>What is to be done.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Who owes it, as typed.</summary>
    [BindProperty]
    public string? Owner { get; set; }

    /// <summary>On whose desk it lies.</summary>
    [BindProperty]
    public Guid? Colleague { get; set; }

    /// <summary>By when, as typed.</summary>
    [BindProperty]
    public string? Due { get; set; }

    private Standing Me => current.Standing!;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Boards = [new ChoiceGroup("Boards", [.. (await lines.BoardsAsync(stop)).Values.OrderBy(head => head.Title, StringComparer.Ordinal).Select(head => (head.Slug, head.Title))])];
        Colleagues = [new ChoiceGroup("Colleagues", [.. (await lists.HereAsync(null, only: true, stop)).Select(person => (person.Id.ToString(), person.Words))])];
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        await OnGetAsync();
        if ((await lines.BoardsAsync(stop)).GetValueOrDefault(Board ?? "") is not { } board)
        {
            ModelState.AddModelError("board", "Choose a board");
            return Page();
        }

        var due = Day(Due, "due");
        var (organisation, name) = await owners.FindAsync(Owner ?? "", stop);
        var person = Colleague is { } id && Colleagues[0].Choices.Any(choice => choice.Value == id.ToString()) ? id : (Guid?)null;
        if (!ModelState.IsValid)
            return Page();
        var outcome = await actions.AddAsync(own.Value.Id, board, new BoardAction { Text = (Text ?? "").Trim(), Owner = organisation, OwnerName = name, Person = person, Due = due }, Me, stop);
        if (outcome.Fault is not { } fault)
            return LocalRedirect("/desk/actions");
        ModelState.AddModelError(fault.Field, fault.Message);
        return Page();
    }
}
