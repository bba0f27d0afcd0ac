using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using PersonRole = Goldthread.Core.People.Role;

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

    /// <summary>Who can be asked.</summary>
    public IReadOnlyList<ChoiceGroup> Groups { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        var here = await lists.HereAsync(null, only: false, HttpContext.RequestAborted);
        var names = await Affiliations.NamesAsync(view, [.. here.Select(person => person.Organisation).OfType<string>().Distinct()], HttpContext.RequestAborted);
        var outside = here.Where(person => person.Organisation is not null).ToList();
        Groups =
        [
            new ChoiceGroup("Anybody at a partner", [.. outside.Select(person => person.Organisation!).Distinct().Select(slug => ($"organisation:{slug}", $"Anybody at {names.GetValueOrDefault(slug, slug)}")).OrderBy(choice => choice.Item2, StringComparer.OrdinalIgnoreCase)]),
            new ChoiceGroup("Partners and providers", [.. outside.Select(person => ($"person:{person.Id}", $"{person.Words}, {names.GetValueOrDefault(person.Organisation!, person.Organisation!)}"))]),
            new ChoiceGroup("Any holder of a role in the office", [.. AskRules.Asking.SelectMany(role => role == PersonRole.Adviser ? Enum.GetValues<AdviceField>().Select(field => Roles.Words(role, field)) : [role.Words()]).Select(words => ($"role:{words}", $"Any {words}"))]),
            new ChoiceGroup("People of the office", [.. here.Where(person => person.Organisation is null).Select(person => ($"person:{person.Id}", person.Words))]),
        ];
    }

    /// <summary>Asks it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var due = Day(Due, "due");
        if (Due is not { Length: > 0 })
            ModelState.AddModelError("due", "Enter the day by which you need it");
        var record = await AboutAsync();
        if (ModelState.IsValid && due is { } by)
        {
            var outcome = await asks.AskAsync(Wanted(new NewAsk(Asking ?? "", by, Words ?? "", Record: record)), current.Standing!, HttpContext.RequestAborted);
            if (outcome.Fault is not { } fault)
                return LocalRedirect($"/desk/asks/{outcome.Ask}");
            ModelState.AddModelError(fault.Field == "title" ? "asking" : fault.Field, fault.Message);
        }

        await OnGetAsync();
        return Page();
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
