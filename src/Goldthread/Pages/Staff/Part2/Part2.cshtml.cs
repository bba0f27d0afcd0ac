using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Decisions.Part2;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Part2;

/// <summary>The confidential part of a draft or decision: what staff may know of it, and for those named what it says.</summary>
/// <remarks>What it says is shown in answer to a press of a button alone, never by an address, and is kept nowhere on the way.</remarks>
public sealed class Part2Model(
    Part2List list, Part2Readers readers, PeopleService people, DraftService drafts, RegisterView view, RecordAddress addresses, CurrentPerson current, IServiceProvider services) : FormPage
{
    private Exemptions exemptions = new([]);
    /// <summary>The draft that it belongs to.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Subject { get; set; }

    /// <summary>The revision that the writer had before her.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>The revision to open; the last where none is named.</summary>
    [BindProperty]
    public int? Which { get; set; }

    /// <summary>Which decision it belongs to, as typed.</summary>
    [BindProperty]
    public string? About { get; set; }

    /// <summary>The confidential text, as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The exemption chosen.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    /// <summary>Why it must be confidential, as typed.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The last day on which it needs to be confidential, as typed.</summary>
    [BindProperty]
    public string? Ends { get; set; }

    /// <summary>Whom to name.</summary>
    [BindProperty]
    public Guid? Person { get; set; }

    /// <summary>The last day on which she may read it, as typed.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>Today.</summary>
    public DateOnly Today => people.Today;

    /// <summary>What staff may know of it; null where it is not begun.</summary>
    public Part2Facts? Facts { get; private set; }

    /// <summary>The record of the decision, once it is signed.</summary>
    public RecordHead? Record { get; private set; }

    /// <summary>Where that record is.</summary>
    public string? Address => Record is null ? null : addresses.Of(Record);

    /// <summary>What it says, where she has just opened it.</summary>
    public Part2Text? Opened { get; private set; }

    /// <summary>Whether she is one of its readers.</summary>
    public bool MayRead => Facts is { } facts && Part2Rules.MayRead(facts.Namings, Me, Today);

    /// <summary>Whether she may write it and name its readers.</summary>
    public bool MayWrite => Facts is { } facts ? Part2Rules.MayWrite(facts.Namings, Me, Today) : HasDraft && Part2Rules.MayBegin(Me);

    /// <summary>Whether there is a draft to begin it on, which she may read.</summary>
    private bool HasDraft { get; set; }

    /// <summary>Whether she could be named; whoever audits could not.</summary>
    public bool MayBeNamed => Part2Rules.MayBeNamed(Me);

    /// <summary>Whether she may see who opened it: its readers, and whoever audits.</summary>
    public bool SeesOpenings => MayRead || Me.Holds(Role.Auditor);

    /// <summary>Whether the form to write it is shown: the first time, and after she has opened the last revision.</summary>
    public bool IsWriting => MayWrite && (Facts is null || Opened?.Number == Facts.Part.Number || (Text is not null && Opened is null));

    /// <summary>Its exemption in words.</summary>
    public string GroundWords => Facts is { } facts ? exemptions.Words(facts.Part.Ground) : "";

    /// <summary>The exemptions to choose of.</summary>
    public IReadOnlyList<ChoiceGroup> Grounds => exemptions.On(Today);

    /// <summary>What some exemptions ask to be shown, a line each.</summary>
    public IReadOnlyList<string> Asked => exemptions.Asked(Today);

    /// <summary>Who may be named.</summary>
    public IReadOnlyList<ChoiceGroup> Colleagues { get; private set; } = [];

    /// <summary>The readers of today.</summary>
    public IReadOnlyList<Part2Reader> Readers => [.. Facts!.Readers.Where(reader => reader.Naming.LastsOn(Today))];

    /// <summary>Namings that are over.</summary>
    public IReadOnlyList<Part2Reader> Former => [.. Facts!.Readers.Where(reader => !reader.Naming.LastsOn(Today))];

    /// <summary>Shows what staff may know of it; nothing confidential.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Facts is null && !MayWrite ? NotFound() : Page();
    }

    /// <summary>Opens a revision, which is kept with who did.</summary>
    public async Task<IActionResult> OnPostOpenAsync()
    {
        await LoadAsync();
        if (Facts is null)
            return NotFound();
        if (await VaultAsync(vault => vault.OpenAsync(Subject, Which, HttpContext.RequestAborted)) is not { } opening)
            return Page();
        if (opening.Fault is { } fault)
            return Say(fault);
        Opened = opening.Text!;
        (Text, Why, Ground, Ends, Number) = (Opened.Text, Opened.Why, Facts.Part.Ground, Facts.Part.Ends.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture), Opened.Number);
        await LoadAsync(); // with this opening
        return Page();
    }

    /// <summary>Writes it. What was typed is shown again where something is wrong with it.</summary>
    public async Task<IActionResult> OnPostWriteAsync()
    {
        await LoadAsync();
        if (!MayWrite)
            return Facts is null ? NotFound() : Say(Part2Fault.NotHers);
        Text ??= "";
        var last = Day(Ends, "ends");
        if (!ModelState.IsValid)
            return Page(); // a day that cannot be read
        var writing = new Part2Writing(Number, About ?? "", Text, exemptions.Find(Ground), Why ?? "", last);
        foreach (var wrong in writing.Faults(Today))
            ModelState.AddModelError(wrong.Field, wrong.Message);
        if (!ModelState.IsValid)
            return Page();
        if (await VaultAsync(vault => vault.WriteAsync(Subject, writing, HttpContext.RequestAborted)) is not { } outcome)
            return Page();
        return outcome.Fault is { } fault ? Say(fault) : RedirectToPage(new { Subject });
    }

    /// <summary>Names a reader.</summary>
    public async Task<IActionResult> OnPostNameAsync()
    {
        await LoadAsync();
        if (Facts is null)
            return NotFound();
        var last = Day(Until, "until");
        if (!ModelState.IsValid)
            return Page();
        var outcome = await readers.NameAsync(Subject, Person ?? Guid.Empty, last, Me, HttpContext.RequestAborted);
        return outcome.Fault is { } fault ? Say(fault) : RedirectToPage(new { Subject });
    }

    /// <summary>Ends a naming.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid naming)
    {
        await LoadAsync();
        if (Facts is null)
            return NotFound();
        var outcome = await readers.EndAsync(Subject, naming, Me, HttpContext.RequestAborted);
        return outcome.Fault is { } fault ? Say(fault) : RedirectToPage(new { Subject });
    }

    private async Task LoadAsync()
    {
        exemptions = await Exemptions.NowAsync(services, HttpContext.RequestAborted);
        Facts = await list.FindAsync(Subject, HttpContext.RequestAborted);
        var draft = Facts is null ? await drafts.FindAsync(Subject, Me, HttpContext.RequestAborted) : null;
        HasDraft = draft is not null;
        if (About is null && draft is not null)
            About = string.Join(": ", new[] { draft.Head.Reference, draft.Head.Title }.OfType<string>().Where(words => words.Length > 0));
        if (Facts?.Part.Record is { } record)
            Record = (await view.HeadsAsync([record], HttpContext.RequestAborted)).GetValueOrDefault(record);
        if (Facts is not null && MayWrite)
            Colleagues = [new ChoiceGroup("People of the office", [.. (await people.ListAsync(HttpContext.RequestAborted)).Where(IsOffered).Select(entry => (entry.Id.ToString(), $"{entry.Name}, {entry.Office}"))])];
    }

    private bool IsOffered(PersonEntry entry) => entry.LeftAt is null && entry.Id != Me.Person && Part2Rules.MayBeNamed(new Standing
    {
        Person = entry.Id,
        Name = entry.Name,
        Office = entry.Office,
        Organisation = entry.Organisation,
        Grounds = Standing.GroundsOn(Today, entry.Holdings, []),
    });

    private async Task<T?> VaultAsync<T>(Func<Part2Vault, Task<T>> use)
        where T : class
    {
        var (key, problem) = Part2KeyFile.Read(services.GetRequiredService<Secrets>());
        if (key is not null)
            return await use(new Part2Vault(services.GetRequiredService<RegisterDatabase>(), key, Me));
        ModelState.AddModelError("main", problem!);
        return null;
    }

    private IActionResult Say(Part2Fault fault)
    {
        if (fault == Part2Fault.None)
            return NotFound();
        if (fault == Part2Fault.Refused || fault == Part2Fault.NotHers)
            Response.StatusCode = StatusCodes.Status403Forbidden;
        ModelState.AddModelError(fault.Field.Length > 0 ? fault.Field : "main", fault.Message);
        return Page();
    }
}
