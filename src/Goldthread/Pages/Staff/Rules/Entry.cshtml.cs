using System.Globalization;
using Goldthread.Core.Rules;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>Changes or adds one entry of a file of the rules, a field for each column.</summary>
public sealed class EntryModel(RegisterDatabase database, RegisterView view, CurrentPerson current) : RuleChangePage(database, view, current)
{
    private const string FromADay = "later";
    private const string Mistake = "mistake";
    private const int LongestEntry = 10_000;
    private RuleEntry entry = null!;

    /// <summary>What stands under each column, in the file's order.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Cells { get; set; } = [];

    /// <summary>Whether the entry is another one from a day on, or was written wrongly.</summary>
    [BindProperty]
    public string? Because { get; set; }

    /// <summary>The line of the entry; null for one that is added.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    /// <summary>The file's own words on its columns.</summary>
    public IReadOnlyList<string> Notes => RuleEntry.NotesOf(Rule.Text);

    /// <summary>The question why an entry that is there becomes another; null where it is not asked.</summary>
    public WhichField? Which => Line is null || !entry.HasDays ? null : new WhichField("because", "What has happened", Because,
    [
        (FromADay, "The rule is another one from a day on: what stood here ends the day before and stays"),
        (Mistake, "It was written wrongly: put this in its place"),
    ])
    { Error = ErrorOf("because") };

    /// <summary>The fields, one for each column.</summary>
    public IEnumerable<FormField> Fields => entry.Columns.Select((column, at) => new FormField(Name(at), FieldWords.Capital(column.Replace('_', ' ')), Cells.ElementAtOrDefault(at))
    {
        Hint = column switch { "from" => "The first day, such as 1/4/2027; empty for no bound", "to" => "The last day; empty while it holds", "source" => "Where it can be looked up", _ => null },
        Error = ErrorOf(Name(at)),
        Width = column is "from" or "to" ? 10 : null,
    });

    /// <summary>Shows the entry.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await FoundAsync(slug, Line))
            return NotFound();
        (Cells, Revision) = ([.. entry.Cells], Rule.Changed?.Revision ?? 0);
        return Page();
    }

    /// <summary>Tries the entry.</summary>
    public async Task<IActionResult> OnPostTryAsync(string slug)
    {
        if (!await FoundAsync(slug, Line))
            return NotFound();
        await TryEntryAsync();
        return Page();
    }

    /// <summary>Saves the entry as it was tried.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await FoundAsync(slug, Line))
            return NotFound();
        var reason = Reason();
        var tried = Tried;
        var text = await TryEntryAsync();
        if (ModelState.IsValid && Tried != tried)
            ModelState.AddModelError(Name(0), "The entry is another one than was tried. Look at what it would do, above, and save it then");
        return text is not null && ModelState.IsValid
            ? await SaveAsync(text, reason, (Name(0), $"Somebody else has changed this rule meanwhile, and entries may have moved. What you entered still stands here; look at “{Rule.Title}”, open the entry again there and enter it"))
            : Page();
    }

    private async Task<bool> FoundAsync(string slug, int? line)
    {
        if (!await FoundAsync(slug) || RuleEntry.Of(Rule.Path, Rule.Text, line) is not { } found)
            return false;
        entry = found;
        return true;
    }

    /// <summary>Puts the entry into the file and tries it; what is wrong is said at its field.</summary>
    /// <returns>The file's text; null where it could not be put together.</returns>
    private async Task<string?> TryEntryAsync()
    {
        var before = ModelState.ErrorCount;
        var now = entry with { Cells = [.. entry.Columns.Select((column, at) => Written(column, Cells.ElementAtOrDefault(at)?.ReplaceLineEndings(" ").Trim() ?? ""))] };
        if (now.Cells.All(cell => cell.Length == 0))
            ModelState.AddModelError(Name(0), "Enter what the rule says");
        else if (now.Cells.Sum(cell => cell.Length) > LongestEntry)
            ModelState.AddModelError(Name(0), $"The entry is longer than {LongestEntry:N0} characters, and no rule is. Shorten it");
        var from = Which is null ? null : From(now);
        if (ModelState.ErrorCount > before)
            return null;

        var (text, line) = from is { } first ? now.Follow(Rule.Text, entry, first) : now.PutInto(Rule.Text);
        foreach (var error in (await TryAsync(text)).Take(20))
        {
            var here = error.File == Rule.Path && error.Line == line;
            ModelState.AddModelError(Name(here ? RuleEntry.CellOf(text, error) ?? 0 : 0), here ? error.Message : Say(error));
        }

        return text;
    }

    /// <summary>The day from which the entry is another one; null where it was written wrongly, or where something is missing, which is said.</summary>
    private DateOnly? From(RuleEntry now)
    {
        if (Because is not (FromADay or Mistake))
            ModelState.AddModelError("because", "Choose what has happened");
        if (Because != FromADay)
            return null;
        var at = entry.Columns.ToList().IndexOf("from");
        if (DayOf(now["from"]) is not { } day)
            ModelState.AddModelError(Name(at), "Enter the first day on which it is another one, such as 1/4/2027");
        else if (now["from"] == entry["from"])
            ModelState.AddModelError(Name(at), $"What stands here holds since {entry["from"]} already. Enter the first day of the other one");
        else
            return day;
        return null;
    }

    // A day may be entered as people write it.
    private static string Written(string column, string cell) =>
        column is "from" or "to" && DayOf(cell) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell;

    private static string Name(int at) => $"cells[{at}]";
}
