using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk;

/// <summary>Asks something of somebody, of a role or of an organisation.</summary>
public sealed class AskModel(AskService asks, AskLists lists, RegisterView view, CurrentPerson current) : FormPage
{
    /// <summary>Of whom: <c>person:…</c>, <c>role:legal adviser</c> or <c>organisation:lantern</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>What is asked, in a line.</summary>
    [BindProperty]
    public string? Asking { get; set; }

    /// <summary>What more there is to say.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The record it is about, as typed, or as the link of its page has it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    /// <summary>By when, as typed.</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>Who is looked for, as typed: a name, a role or an organisation.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>Who fits, to choose one of.</summary>
    public IReadOnlyList<(string Value, string Words)> Found { get; private set; } = [];

    /// <summary>How many more fit than are offered.</summary>
    public int More { get; private set; }

    /// <summary>The record that the form came with, where there is one such.</summary>
    public RecordHead? Record { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        await FindAsync();
        if (About is { Length: > 0 and <= 200 } && await view.ReferredToAsync(About, HttpContext.RequestAborted) is [var one])
            Record = one;
    }

    /// <summary>Looks for whom to ask; what else was typed stays.</summary>
    public async Task<IActionResult> OnPostFindAsync()
    {
        await OnGetAsync();
        SayWhoIsFound();
        return Page();
    }

    /// <summary>Asks it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (Of is not { Length: > 0 })
        {
            SayWhoIsFound();
            if (Found.Count > 0)
                ModelState.AddModelError("of", Found.Count == 1 ? "Look whether this is who you mean, and send it again" : "Choose one of these");
        }

        var due = Day(Due, "due");
        if (Due is not { Length: > 0 })
            ModelState.AddModelError("due", "Enter the day by which you need it");
        var record = await AboutAsync();
        if (ModelState.IsValid && due is { } by)
        {
            var outcome = await asks.AskAsync(Wanted(new NewAsk(Asking ?? "", by, Words ?? "", Record: record)), current.Standing!, HttpContext.RequestAborted);
            if (outcome.Fault is not { } fault)
                return LocalRedirect($"/desk/asks/{outcome.Ask}");
            ModelState.AddModelError(fault.Field switch { "title" => "asking", "of" => "who", var field => field }, fault.Message);
        }

        return Page();
    }

    private async Task FindAsync()
    {
        (Found, More) = await Whom.FindAsync(Who, Of, lists, view, HttpContext.RequestAborted);
        if (Found.All(one => one.Value != Of))
            Of = null;
    }

    private void SayWhoIsFound()
    {
        if (Who is not { Length: > 0 })
            ModelState.AddModelError("who", "Enter a name, a role or an organisation");
        else if (Found.Count == 0)
            ModelState.AddModelError("who", "Nobody here goes by that. Try a part of the name, or a role such as legal adviser");
        else if (Found.Count == 1)
            Of = Found[0].Value;
    }

    private NewAsk Wanted(NewAsk wanted) => (Of ?? "").Split(':', 2) switch
    {
        ["person", var id] when Guid.TryParse(id, out var person) => wanted with { Person = person },
        ["organisation", { Length: > 0 } slug] => wanted with { Organisation = slug },
        ["role", var words] when UserCommand.ParseRole(words) is { } role => wanted with { Role = role.Role, Advice = role.Advice },
        _ => wanted,
    };

    private async Task<Guid?> AboutAsync()
    {
        if (About?.Trim() is not { Length: > 0 } named)
            return null;
        var found = named.Length <= 200 ? await view.ReferredToAsync(named, HttpContext.RequestAborted) : [];
        if (found.Count == 1)
            return found[0].Id;
        ModelState.AddModelError("about", found.Count == 0
            ? "There is no such record. Enter a reference such as PCD 542, or leave this empty"
            : $"Several records go by that. Enter one of {Wording.Join([.. found.Take(5).Select(head => $"{head.Kind}/{head.Body}/{head.Slug}")])}");
        return null;
    }
}
