using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>One file of the rules: its entries as a table, and its text.</summary>
public sealed class RuleFileModel(RegisterDatabase database, RegisterView view, CurrentPerson current) : PageModel
{
    internal RuleInUse Rule { get; private set; } = null!;

    /// <summary>Its entries; null where it has none to show.</summary>
    public RuleTable? Table { get; private set; }

    /// <summary>Whether whoever looks may change it.</summary>
    public bool MayChange { get; private set; }

    /// <summary>Whether an entry stands on a line of its own, so that it is changed or added by itself.</summary>
    public bool HasEntries => RuleEntry.Of(Rule.Path, Rule.Text, null) is not null;

    /// <summary>Shows the file.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var files = await new RuleDesk(database, view).FilesAsync(HttpContext.RequestAborted);
        if (files.FirstOrDefault(file => file.Slug == slug) is not { } found)
            return NotFound();
        Rule = found;
        Table = RuleTable.Of(found.Path, found.Text);
        MayChange = RuleFiles.IsForOfficers(found.Path) && current.Standing?.Holds(Who.Officers.Roles!) == true;
        return Page();
    }
}
