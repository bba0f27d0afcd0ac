using System.Globalization;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Pathways;
using Goldthread.People;
using Goldthread.Register.Pathways;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>A form in which an entry of the map is proposed as it ought to be.</summary>
public abstract class EntryFormPage(Pathways.Coverage coverage, ProposalService proposals, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int LongestName = 120, MostCandidates = 5, LongestWait = 3650;

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The map; null where the register has none.</summary>
    public CoverageMap? Here { get; protected set; }

    /// <summary>What the map is drawn on.</summary>
    public MapFrame Frame => Here!.Stored.Entries.Frame;

    /// <summary>Whether it is a door, and else a service.</summary>
    public bool IsDoor { get; protected set; }

    /// <summary>Its name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The stage of the journey.</summary>
    [BindProperty]
    public string? Stage { get; set; }

    /// <summary>The first day on which it is open, as typed.</summary>
    [BindProperty]
    public string? First { get; set; }

    /// <summary>The last day on which it is open, as typed.</summary>
    [BindProperty]
    public string? Last { get; set; }

    /// <summary>Who may use it, a line for each way of being accepted.</summary>
    [BindProperty]
    public string? Accepts { get; set; }

    /// <summary>The ids of the needs that a service meets.</summary>
    [BindProperty]
    public List<string> Provides { get; set; } = [];

    /// <summary>What pays for a service.</summary>
    [BindProperty]
    public string? Funding { get; set; }

    /// <summary>The region in which a service counts whose place is secret; empty where it is not.</summary>
    [BindProperty]
    public string? SecretIn { get; set; }

    /// <summary>The ids of the hand-offs that are there.</summary>
    [BindProperty]
    public List<string> Link { get; set; } = [];

    /// <summary>The wait of each, in days, as typed.</summary>
    [BindProperty]
    public List<string?> Wait { get; set; } = [];

    /// <summary>The last day of each, as typed.</summary>
    [BindProperty]
    public List<string?> Until { get; set; } = [];

    /// <summary>Who may follow each, a line for each way.</summary>
    [BindProperty]
    public List<string?> Follows { get; set; } = [];

    /// <summary>The ids of those that are to be taken out.</summary>
    [BindProperty]
    public List<string> Gone { get; set; } = [];

    /// <summary>How it is reached.</summary>
    [BindProperty]
    public ReachForm Reach { get; set; } = new();

    /// <summary>The last part of the address of the what-if in which it is tried.</summary>
    [BindProperty]
    public string? WhatIf { get; set; }

    /// <summary>For officers, the what-ifs in which it can be tried: the last part of the address, and the name.</summary>
    public IReadOnlyList<(string Slug, string Name)> WhatIfs { get; private set; } = [];

    /// <summary>The service that a new hand-off leads to, as typed: its name or its id.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>The wait of the new hand-off, in days, as typed.</summary>
    [BindProperty]
    public string? ToWait { get; set; }

    /// <summary>Who may follow the new hand-off, a line for each way.</summary>
    [BindProperty]
    public string? ToFollows { get; set; }

    /// <summary>Why, in a sentence.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The hand-offs of the entry as it is, by their ids.</summary>
    public IReadOnlyDictionary<string, HandOff> HandOffs { get; protected set; } = new Dictionary<string, HandOff>(StringComparer.Ordinal);

    /// <summary>What a service is called.</summary>
    public string NameOf(string id) => Here?.Stored.Heads.GetValueOrDefault(id)?.Title ?? id;

    /// <summary>Loads the map.</summary>
    /// <returns>Whether there is one, and the kind is one of its kinds.</returns>
    protected async Task<bool> LoadAsync(string kind)
    {
        IsDoor = kind == "doors";
        Here = await coverage.MapAsync(HttpContext.RequestAborted);
        if (Me.Organisation is null && Me.Holds(Role.Officer))
            WhatIfs = [.. (await HttpContext.RequestServices.GetRequiredService<WhatIfDesk>().AllAsync(HttpContext.RequestAborted)).Select(one => (one.Head.Slug, one.Content.Name))];
        return Here is not null && kind is "doors" or "services";
    }

    /// <summary>Puts an entry into the form.</summary>
    protected void Fill(MapEntry entry)
    {
        (Name, Stage, First, Last) = (entry.Name, entry.Stage, Typed(entry.FirstDay), Typed(entry.LastDay));
        Accepts = AcceptText.Write(entry.Accepts);
        (Link, Wait, Until) = ([.. entry.HandOffs.Select(link => link.Id)], [.. entry.HandOffs.Select(link => link.WaitDays.ToString(CultureInfo.InvariantCulture))], [.. entry.HandOffs.Select(link => Typed(link.LastDay))]);
        Follows = [.. entry.HandOffs.Select(link => AcceptText.Write(link.Accepts))];
        Reach = ReachForm.Of(entry.Reach);
        if (entry is ServiceEntry service)
            (Provides, Funding, SecretIn) = ([.. service.Provides], service.Funding, service.SecretIn);
    }

    /// <summary>The entry as the form has it, over the one that is there; what is wrong is said at its field.</summary>
    protected MapEntry? Read(MapEntry over)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
            ModelState.AddModelError("name", name.Length == 0 ? "Enter its name" : $"Shorten the name to {LongestName} characters");
        var (first, last) = (Day(First?.Trim(), "first"), Day(Last?.Trim(), "last"));
        if (last < first)
            ModelState.AddModelError("last", "The last day is before the first");
        var (ways, problem) = AcceptText.Read(Accepts ?? "", Frame);
        if (problem is not null)
            ModelState.AddModelError("accepts", problem);
        var entry = over with { Name = name, Stage = Stage?.Trim() ?? "", FirstDay = first, LastDay = last, Accepts = Same(ways ?? [], over.Accepts), HandOffs = [.. ReadLinks(over)], Reach = Reach.Read(over.Reach, ModelState) };
        if (entry is ServiceEntry service)
            entry = ReadService(service, name);
        return ModelState.IsValid ? entry : null;
    }

    /// <summary>Proposes it.</summary>
    protected async Task<IActionResult?> ProposeAsync(MapEntry entry, bool isNew)
    {
        var outcome = await proposals.ProposeAsync(own.Value.Id, entry, isNew, Why ?? "", Me, HttpContext.RequestAborted);
        if (outcome == KeepingOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/map/proposals/{outcome.Id}");
        ModelState.AddModelError(fault.Field == "id" ? "name" : fault.Field, fault.Message);
        return null;
    }

    /// <summary>Tries it in a what-if instead of proposing it.</summary>
    protected async Task<IActionResult?> TryAsync(MapEntry entry)
    {
        if (WhatIf is not { Length: > 0 } slug)
        {
            ModelState.AddModelError("whatIf", "Choose the what-if in which it is tried");
            return null;
        }

        if (await HttpContext.RequestServices.GetRequiredService<WhatIfDesk>().ChangeAsync(slug, entry, null, Me, HttpContext.RequestAborted) is not { } problem)
            return LocalRedirect($"/desk/what-ifs/{Uri.EscapeDataString(slug)}");
        ModelState.AddModelError("whatIf", problem);
        return null;
    }

    private ServiceEntry ReadService(ServiceEntry service, string name)
    {
        var needs = Frame.Needs.Select(need => need.Id).Where(Provides.Contains).ToList();
        var region = SecretIn?.Trim() is { Length: > 0 } text ? text : null;
        var read = service with { Name = name, Provides = needs, Funding = Funding?.Trim() ?? "", SecretIn = region };
        if (SecretPlace.Refusal(read, Frame) is { } refusal)
            ModelState.AddModelError("name", refusal);
        return read;
    }

    // Ways that are the same but for their labels keep them.
    private static IReadOnlyList<Acceptance> Same(IReadOnlyList<Acceptance> read, IReadOnlyList<Acceptance> before) =>
        AcceptText.Write(read) == AcceptText.Write(before) ? before : read;

    private IEnumerable<HandOff> ReadLinks(MapEntry over)
    {
        foreach (var link in over.HandOffs)
        {
            if (Gone.Contains(link.Id))
                continue;
            var at = Link.IndexOf(link.Id);
            if (at < 0 || at >= Wait.Count || at >= Until.Count)
            {
                yield return link;
                continue;
            }

            yield return link with
            {
                WaitDays = Days(Wait[at], $"wait[{at}]"),
                LastDay = Day(Until[at]?.Trim(), $"until[{at}]"),
                Accepts = at < Follows.Count ? Follow(Follows[at], $"follows[{at}]", link.Accepts) : link.Accepts,
            };
        }

        if (To?.Trim() is { Length: > 0 } to && FindService(to) is { } service)
        {
            var id = $"{over.Id}--{service}";
            for (var n = 2; over.HandOffs.Any(link => link.Id == id); n++)
                id = FormattableString.Invariant($"{over.Id}--{service}-{n}");
            yield return new HandOff { Id = id, To = new Ref<ServiceEntry>(service), WaitDays = Days(ToWait, "toWait"), Accepts = Follow(ToFollows, "toFollows", []) };
        }
    }

    private IReadOnlyList<Acceptance> Follow(string? typed, string field, IReadOnlyList<Acceptance> before)
    {
        var (ways, problem) = AcceptText.Read(typed ?? "", Frame);
        if (problem is not null)
            ModelState.AddModelError(field, problem);
        return Same(ways ?? [], before);
    }

    private string? FindService(string typed)
    {
        var services = Here!.Stored.Entries.Services;
        if (services.FirstOrDefault(service => service.Id == typed) is { } byId)
            return byId.Id;
        var named = services.Where(service => string.Equals(service.Name, typed, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 1)
            return named[0].Id;
        var near = named.Count > 1 ? named : services.Where(service => service.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        ModelState.AddModelError("to", near.Count == 0
            ? "No service of the map goes by that. Enter its name or its id, as its page has it"
            : $"Several services go by that. Enter one of {Wording.Join([.. near.Take(MostCandidates).Select(service => $"{service.Name} ({service.Id})")])}");
        return null;
    }

    private long Days(string? typed, string field)
    {
        if (int.TryParse(typed?.Trim() is { Length: > 0 } text ? text : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= LongestWait)
            return days;
        ModelState.AddModelError(field, "Enter the wait as a number of days, such as 14");
        return 0;
    }

    private static string Typed(DateOnly? day) => day?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? "";
}
