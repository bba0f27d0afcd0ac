using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>Changes a file of the rules as text.</summary>
public sealed class ChangeModel(RegisterDatabase database, RegisterView view, CurrentPerson current) : RuleChangePage(database, view, current)
{
    /// <summary>The text.</summary>
    [BindProperty]
    public string? Text { get; set; }

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
        await TryTextAsync();
        return Page();
    }

    /// <summary>Saves the text as it was tried.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FoundAsync(slug))
            return NotFound();
        var reason = Reason();
        var tried = Tried;
        await TryTextAsync();
        if (ModelState.IsValid && Tried != tried)
            ModelState.AddModelError("text", "The text is another one than was tried. Look at what it would do, below, and save it then");
        return ModelState.IsValid
            ? await SaveAsync(Text!, reason, ("text", "Somebody else has changed this rule meanwhile. Your text still stands here; put it together with theirs, which is open in its page, and try it again"))
            : Page();
    }

    private async Task TryTextAsync()
    {
        if (Text is not { Length: > 0 } text || string.IsNullOrWhiteSpace(text))
            ModelState.AddModelError("text", "Enter the text of the file");
        else if (text.Length > RuleDesk.Longest)
            ModelState.AddModelError("text", $"The text is longer than {RuleDesk.Longest:N0} characters, and no rule is. Shorten it");
        else
        {
            foreach (var error in (await TryAsync(text)).Take(20))
                ModelState.AddModelError("text", Say(error));
        }
    }
}
