using System.Globalization;
using Goldthread.People;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Site;

/// <summary>A page with a form: what was wrong stands in a summary at the top and at each field.</summary>
public abstract class FormPage : PageModel
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy"];

    /// <summary>The whole of what she typed before she had to sign in again; null where nothing waited.</summary>
    internal IFormCollection? Waited { get; set; }

    /// <summary>Puts back what was typed before she had to sign in again: before the page is made, and over what making it filled in.</summary>
    [NonHandler] // else its name makes it one
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var keeper = HttpContext.RequestServices.GetRequiredService<FormKeeper>();
        await keeper.FillAsync(this);
        await base.OnPageHandlerExecutionAsync(context, next);
        await keeper.FillAsync(this);
    }

    /// <summary>What is wrong at a field; null where nothing is.</summary>
    public string? ErrorOf(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>A day as people write it (31/3/2027, 31 March 2027, 2027-03-31), of this century; null for anything else.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    /// <summary>A day as people write it (31/3/2027, 31 March 2027, 2027-03-31); null where none was entered, or where it cannot be read, which is then said at the field.</summary>
    protected DateOnly? Day(string? text, string field)
    {
        if (text is not { Length: > 0 })
            return null;
        if (DayOf(text) is { } day)
            return day;
        ModelState.AddModelError(field, "Enter a day, such as 31/3/2027");
        return null;
    }
}
