using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The decisions signed in a year, with the days from the first word to the signature and from there to publication.</summary>
public sealed class SignedModel(DraftLists lists, CurrentPerson current, TimeProvider clock) : PageModel
{
    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>This year.</summary>
    public int ThisYear => Wording.Today(clock).Year;

    /// <summary>The decisions, the first first.</summary>
    public IReadOnlyList<DraftDays> Signed { get; private set; } = [];

    /// <summary>How many, and how long they took, in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? year)
    {
        if (DecisionRegisters.YearOf(year, clock) is not { } known)
            return NotFound();
        Year = known;
        Signed = await lists.SignedAsync(known, current.Standing!, HttpContext.RequestAborted);
        var published = Signed.Select(one => one.ToPublication).OfType<int>().ToList();
        Sentence = Signed.Count == 0
            ? $"No decision that was drafted here was signed in {known}."
            : $"{(Signed.Count == 1 ? "One decision was" : $"{Wording.Number(Signed.Count)} decisions were")} signed in {known}. In the middle, {Days(DecisionRegisters.Median(Signed.Select(one => one.ToSignature))!.Value)} passed from the first word to the signature"
                + (published.Count > 0 ? $", and {Days(DecisionRegisters.Median(published)!.Value)} from there to publication ({Wording.Number(published.Count)} of {Wording.Number(Signed.Count)} are published)." : "; none is published yet.");
        return Page();
    }

    /// <summary>So many days, in words.</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{Wording.Number(days)} days";
}
