using Goldthread.Core.Rules;
using Goldthread.People;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>A change of a rules file, as text or entry by entry: tried on past decisions first, and saved only as it was tried.</summary>
public abstract class RuleChangePage(RegisterDatabase database, RegisterView view, CurrentPerson current) : FormPage
{
    private const int LongestReason = 500;
    private readonly RuleDesk desk = new(database, view);
    private IReadOnlyList<RuleInUse> files = [];

    internal RuleInUse Rule { get; private set; } = null!;

    internal RuleTrial? Trial { get; private set; }

    /// <summary>Why it is changed.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The revision that the officer began from; 0 where nobody had changed the file.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The mark of the text that was tried; empty before.</summary>
    [BindProperty]
    public string? Tried { get; set; }

    /// <summary>Whether what stands in the form was tried and can be saved.</summary>
    public bool MaySave => Trial is { Errors.Count: 0 } && Tried is { Length: > 0 };

    /// <summary>Finds the file that an officer may change.</summary>
    protected async Task<bool> FoundAsync(string slug)
    {
        files = await desk.FilesAsync(HttpContext.RequestAborted);
        if (files.FirstOrDefault(file => file.Slug == slug && RuleFiles.IsForOfficers(file.Path)) is not { } found)
            return false;
        Rule = found;
        return true;
    }

    /// <summary>Tries a text in the place of the file.</summary>
    /// <returns>What in it cannot be used.</returns>
    protected async Task<IReadOnlyList<RuleError>> TryAsync(string text)
    {
        Trial = await desk.TryAsync(files, Rule, text, HttpContext.RequestAborted);
        Tried = Trial.Errors.Count == 0 ? RuleInUse.Mark(RuleFile.Of(Rule.Path, text, "").Text) : null;
        return Trial.Errors;
    }

    /// <summary>Checks the reason; what is wrong is said at its field.</summary>
    protected string Reason()
    {
        var reason = Why?.Trim() ?? "";
        if (reason.Length is 0 or > LongestReason)
            ModelState.AddModelError("why", reason.Length == 0 ? "Say why the rule is changed" : $"Say it in {LongestReason} characters or fewer");
        return reason;
    }

    /// <summary>Saves a text that was tried.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reason">Why.</param>
    /// <param name="conflict">What is said, and at which field, where somebody else has changed the file since the officer began.</param>
    protected async Task<IActionResult> SaveAsync(string text, string reason, (string Field, string Words) conflict)
    {
        var outcome = await desk.SaveAsync(Rule, text, Revision, current.Who, reason, HttpContext.RequestAborted);
        if (outcome.Result != SaveResult.Conflict)
            return LocalRedirect($"/desk/rules/{Rule.Slug}");
        ModelState.AddModelError(conflict.Field, conflict.Words);
        Revision = outcome.Record.Revision;
        Tried = null;
        return Page();
    }

    /// <summary>Where an error stands and what it says, in one line.</summary>
    protected string Say(RuleError error) => $"{(error.File == Rule.Path ? "Line" : error.File + ", line")} {error.Line}, column {error.Column}: {error.Message}";
}
