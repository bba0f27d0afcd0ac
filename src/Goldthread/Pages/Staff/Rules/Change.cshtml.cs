using Goldthread.Core.Rules;
using Goldthread.People;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>Changes a file of the rules: the text is tried on past decisions first, and saved only as it was tried.</summary>
public sealed class ChangeModel(RegisterDatabase database, RegisterView view, CurrentPerson current) : FormPage
{
    private const int LongestReason = 500;
    private IReadOnlyList<RuleInUse> files = [];

    internal RuleInUse Rule { get; private set; } = null!;

    internal RuleTrial? Trial { get; private set; }

    /// <summary>The text.</summary>
    [BindProperty]
    public string? Text { get; set; }

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

    /// <summary>What the file holds.</summary>
    public string Hint => Rule.Path.EndsWith(".csv", StringComparison.Ordinal)
        ? "An entry on each line, its cells separated by commas; a cell that holds a comma stands in double quotes. Days as 2018-01-01, sums in digits alone."
        : "The spaces at the start of a line matter. Days as 2018-01-01, sums in digits alone.";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await FoundAsync(slug))
            return NotFound();
        (Text, Revision) = (Rule.Text, Rule.Changed?.Revision ?? 0);
        return Page();
    }

    /// <summary>Tries the text.</summary>
    public async Task<IActionResult> OnPostTryAsync(string slug)
    {
        if (!await FoundAsync(slug))
            return NotFound();
        if (HasText())
            await TryAsync();
        return Page();
    }

    /// <summary>Saves the text as it was tried.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FoundAsync(slug))
            return NotFound();
        var reason = Why?.Trim() ?? "";
        if (reason.Length is 0 or > LongestReason)
            ModelState.AddModelError("why", reason.Length == 0 ? "Say why the rule is changed" : $"Say it in {LongestReason} characters or fewer");
        var tried = Tried;
        if (HasText())
            await TryAsync();
        if (ModelState.IsValid && Tried != tried)
            ModelState.AddModelError("text", "The text is another one than was tried. Look at what it would do, below, and save it then");
        if (!ModelState.IsValid)
            return Page();

        var outcome = await new RuleDesk(database, view).SaveAsync(Rule, Text!, Revision, current.Who, reason, HttpContext.RequestAborted);
        if (outcome.Result != SaveResult.Conflict)
            return LocalRedirect($"/desk/rules/{Rule.Slug}");
        ModelState.AddModelError("text", "Somebody else has changed this rule meanwhile. Your text still stands here; put it together with theirs, which is open in its page, and try it again");
        Revision = outcome.Record.Revision;
        Tried = null;
        return Page();
    }

    private async Task<bool> FoundAsync(string slug)
    {
        files = await new RuleDesk(database, view).FilesAsync(HttpContext.RequestAborted);
        if (files.FirstOrDefault(file => file.Slug == slug && RuleFiles.IsForOfficers(file.Path)) is not { } found)
            return false;
        Rule = found;
        return true;
    }

    private bool HasText()
    {
        if (Text is not { Length: > 0 } || string.IsNullOrWhiteSpace(Text))
            ModelState.AddModelError("text", "Enter the text of the file");
        else if (Text.Length > RuleDesk.Longest)
            ModelState.AddModelError("text", $"The text is longer than {RuleDesk.Longest:N0} characters, and no rule is. Shorten it");
        return ErrorOf("text") is null;
    }

    private async Task TryAsync()
    {
        Trial = await new RuleDesk(database, view).TryAsync(files, Rule, Text!, HttpContext.RequestAborted);
        foreach (var error in Trial.Errors.Take(20))
            ModelState.AddModelError("text", $"{(error.File == Rule.Path ? "Line" : error.File + ", line")} {error.Line}, column {error.Column}: {error.Message}");
        Tried = Trial.Errors.Count == 0 ? RuleInUse.Mark(RuleFile.Of(Rule.Path, Text!, "").Text) : null;
    }
}
