using Goldthread.Core.Decisions.Drafts;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>
/// The draft of a decision as a form, saved as it is typed. What comes too late for its field, because somebody else
/// changed it or the draft has gone on, stands beside it; nothing that was typed is lost.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public sealed class DraftModel(DraftService drafts, DraftComments comments, DraftReviews reviews, NextReference references, CurrentPerson current, TimeProvider clock) : DraftPage(drafts, current)
{
    /// <summary>The most bytes of a form: every field as long as it may be, in whatever script.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly DraftService drafts = drafts;
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Here => "draft";

    /// <summary>What the checks find in it.</summary>
    public DraftReview Review { get; private set; } = null!;

    /// <summary>The comments on it.</summary>
    public IReadOnlyList<CommentEntry> Comments { get; private set; } = [];

    /// <summary>The reference as typed.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The day by which it is wanted, as typed.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>The parts of the form, in order, each with its fields.</summary>
    public IReadOnlyList<IGrouping<DraftGroup, DraftField>> Groups { get; } = [.. DraftForm.Fields.GroupBy(field => field.Group)];

    /// <summary>When it was last changed and whether by herself, in words.</summary>
    public string Saved => $"Last saved {Wording.Instant(Head.ChangedAt)}{(LastBy is { } by ? by == Me.Person ? " by you" : " by somebody else" : "")}";

    private Guid? LastBy => Draft.Parts.Values.MaxBy(part => part.At) is { } last && last.At == Head.ChangedAt ? last.By : null;

    /// <summary>A field as the page shows it.</summary>
    public DraftFieldShown Show(DraftField field) => new(
        field,
        typed.GetValueOrDefault(field.Name) ?? Draft.Content[field.Name],
        bases.GetValueOrDefault(field.Name) ?? DraftInputs.Basis(Draft, field),
        ErrorOf(field.Name),
        [.. Review.Findings.Where(found => found.Field == field.Name)],
        [.. Draft.Asides.Where(aside => aside.Field == field.Name)],
        [.. Comments.Where(comment => comment.Part == field.Name && comment.ResolvedAt is null)],
        this);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        await ShowAsync();
        return Page();
    }

    /// <summary>Saves what was typed; answers a script with what became of it, and anybody else with the page.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var saved = await SaveAsync(form);
        await FindAsync(id);
        await ShowAsync();
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return new JsonResult(new DraftAnswer(this, saved, form, DraftInputs.Typed(form).Keys, clock.GetUtcNow().UtcDateTime));
        return ModelState.IsValid && saved.Fields.Values.All(field => !field.Lost) ? BackTo(form["at"]) : Page();
    }

    /// <summary>Saves what was typed, then puts a text that was kept beside a field into it.</summary>
    public Task<IActionResult> OnPostTakeAsync(Guid id, Guid aside) => WithAsideAsync(id, aside, drafts.TakeAsideAsync);

    /// <summary>Saves what was typed, then drops a text that was kept beside a field.</summary>
    public Task<IActionResult> OnPostDropAsync(Guid id, Guid aside) => WithAsideAsync(id, aside, drafts.DropAsideAsync);

    /// <summary>Saves what was typed, then gives the draft the reference that was typed, or the next.</summary>
    public async Task<IActionResult> OnPostNumberAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        await SaveAsync(form);
        var given = form["next"] == "true" ? null : form["reference"].ToString().Trim();
        if (given is { Length: 0 })
            ModelState.AddModelError("reference", "Enter a reference such as PCD 542, or take the next");
        else if ((await drafts.NumberAsync(id, await references.PrefixAsync(HttpContext.RequestAborted), given, Me, HttpContext.RequestAborted)).Fault is { } fault)
            ModelState.AddModelError("reference", fault.Message);
        await FindAsync(id);
        await ShowAsync();
        Reference = ModelState.IsValid ? Reference : given ?? "";
        return ModelState.IsValid ? BackTo("reference") : Page();
    }

    private async Task<IActionResult> WithAsideAsync(Guid id, Guid aside, Func<Guid, Guid, Core.People.Standing, CancellationToken, Task<DraftOutcome>> act)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var beside = Draft.Asides.FirstOrDefault(one => one.Id == aside)?.Field;
        await SaveAsync(await Request.ReadFormAsync(HttpContext.RequestAborted));
        if ((await act(id, aside, Me, HttpContext.RequestAborted)).Fault is { } fault)
            ModelState.AddModelError(beside ?? "", fault.Message);
        await FindAsync(id);
        await ShowAsync();
        return ModelState.IsValid ? BackTo(beside) : Page();
    }

    private async Task<DraftSaved> SaveAsync(IFormCollection form)
    {
        var saved = await drafts.SaveAsync(Head.Id, DraftInputs.Typed(form), Me, HttpContext.RequestAborted);
        if (saved.Fault is { } all)
            ModelState.AddModelError("", all.Message);
        foreach (var (name, field) in saved.Fields)
        {
            if (field.Fault is not { } fault || DraftForm.Find(name) is not { } of)
                continue;
            ModelState.AddModelError(name, fault.Message);
            (typed[name], bases[name]) = (DraftInputs.TextOf(of, form), form[DraftInputs.BasisOf(of)].ToString());
        }

        if (form.ContainsKey("wanted"))
            await WantAsync(form["wanted"].ToString().Trim());
        return saved;
    }

    private async Task WantAsync(string text)
    {
        var day = Day(text, "wanted");
        if (ErrorOf("wanted") is null && day != Head.WantedBy && Head.State.IsWritten())
            await drafts.WantAsync(Head.Id, day, Me, HttpContext.RequestAborted);
        Wanted = text;
    }

    private async Task ShowAsync()
    {
        Review = await reviews.OfAsync(Draft, Wording.Today(clock), HttpContext.RequestAborted);
        Comments = await comments.ListAsync(Draft, Me, HttpContext.RequestAborted);
        Reference = Head.Reference ?? "";
        if (ErrorOf("wanted") is null)
            Wanted = Head.WantedBy?.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private IActionResult BackTo(string? place) =>
        Redirect(Address + (place is { Length: > 0 and < 60 } && place.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? "#" + place : ""));
}

/// <summary>A field of a draft with all that stands in it and beside it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Basis">What it is typed over.</param>
/// <param name="Error">What is wrong with what was typed.</param>
/// <param name="Findings">What the checks find.</param>
/// <param name="Asides">Texts that came too late.</param>
/// <param name="Comments">Open comments.</param>
/// <param name="Page">The page.</param>
public sealed record DraftFieldShown(
    DraftField Field, string Text, string Basis, string? Error, IReadOnlyList<DraftFinding> Findings, IReadOnlyList<DraftAside> Asides, IReadOnlyList<CommentEntry> Comments, DraftModel Page)
{
    /// <summary>Rows of a text area: as many as the text needs, within reason.</summary>
    public int Rows => Math.Clamp(Text.Split('\n').Sum(line => 1 + (line.Length / 80)) + 1, Field.Kind == DraftFieldKind.Lines ? 3 : 5, 40);
}
