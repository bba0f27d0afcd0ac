using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using PersonRole = Goldthread.Core.People.Role;

namespace Goldthread.Pages.Staff.People;

/// <summary>What is asked where somebody joins or moves: name, office, organisation, roles and for how long.</summary>
public abstract class PersonForm(PeopleService people, RegisterView view) : FormPage
{
    /// <summary>Her name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Her office.</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>The reference of her organisation; empty for the body's own staff.</summary>
    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>Her roles, as their words.</summary>
    [BindProperty]
    public List<string> Role { get; set; } = [];

    /// <summary>From which day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Until which day; empty while no end is known.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Organisations to choose from.</summary>
    public IReadOnlyList<Goldthread.Core.Records.RecordHead> Organisations { get; private set; } = [];

    /// <summary>The roles to choose from, an adviser once for each field.</summary>
    public static IReadOnlyList<string> Choices { get; } =
        [.. Roles.All.SelectMany(role => role == PersonRole.Adviser ? Enum.GetValues<AdviceField>().Select(one => Roles.Words(role, one)) : [role.Words()])];

    /// <summary>People.</summary>
    protected PeopleService People => people;

    /// <summary>Loads what there is to choose.</summary>
    protected async Task LoadAsync() =>
        Organisations = (await view.ListAsync(new ListQuery(Goldthread.Core.Records.RecordKinds.Organisation.Name, PageSize: 200), HttpContext.RequestAborted)).Rows;

    /// <summary>What was entered, and the first day; null where a day cannot be read, which is then said at its field.</summary>
    protected async Task<(Joining Joining, DateOnly From)?> ReadAsync(string email)
    {
        var first = Day(From, "from") ?? people.Today;
        var last = Day(Until, "until");
        var organisation = Organisation?.Trim() is { Length: > 0 } named ? named : null;
        if (organisation is not null && (await view.FindAsync(Goldthread.Core.Records.RecordKind.CommonBody, Goldthread.Core.Records.RecordKinds.Organisation.Name, organisation, HttpContext.RequestAborted))?.Record is null)
            ModelState.AddModelError("organisation", "Choose an organisation of the list. One that is not there is added to the register first.");
        var holdings = new List<Holding>();
        foreach (var role in Role.Take(20))
            if (UserCommand.ParseRole(role) is { } known)
                holdings.Add(new Holding(known.Role, known.Advice, first, last));
        return ModelState.IsValid ? (new Joining(email, Name ?? "", Office ?? "", organisation, holdings, (Reason ?? "").Trim()), first) : null;
    }

    /// <summary>Shows what was wrong at its field.</summary>
    protected void Say(PersonFault fault) => ModelState.AddModelError(fault.Field.Length > 0 ? fault.Field : "name", fault.Message);
}
