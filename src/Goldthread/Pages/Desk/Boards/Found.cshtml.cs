using System.Globalization;
using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Desk.Boards;

/// <summary>What minutes and notes record as to be done, to say of each whether it is owed.</summary>
public sealed class FoundModel(FoundActions found, OwnerNames owners, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    private const int Most = 5;

    private readonly Dictionary<(Guid, int), string> names = [];

    /// <summary>The papers in which something waits, the newest first.</summary>
    public IReadOnlyList<FoundPaper> Papers { get; private set; } = [];

    /// <summary>In how many more something waits.</summary>
    public int More { get; private set; }

    /// <summary>How many were just confirmed.</summary>
    public int? Made { get; private set; }

    /// <summary>How many were just left out.</summary>
    public int? Left { get; private set; }

    /// <summary>The kind of the paper sent.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The slug of the paper sent.</summary>
    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>The numbers chosen in it.</summary>
    [BindProperty]
    public List<int> Take { get; set; } = [];

    /// <summary>Shows what waits.</summary>
    public async Task OnGetAsync(int? made, int? left)
    {
        (Made, Left) = (made, left);
        (Papers, More) = await found.ListAsync(own.Value.Id, Most, HttpContext.RequestAborted);
        foreach (var paper in Papers)
            foreach (var one in paper.Found)
                names[(paper.Head.Id, one.Number)] = (await owners.FindAsync(one.Action.OwnerName, HttpContext.RequestAborted)).Name;
    }

    /// <summary>Makes actions of those chosen.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (await SentAsync() is not { } paper)
            return LocalRedirect("/desk/actions/found");
        var given = new List<(int, BoardAction)>();
        foreach (var one in paper.Found.Where(one => Take.Contains(one.Number)))
        {
            var (organisation, name) = await owners.FindAsync(Typed($"owner-{one.Number}"), HttpContext.RequestAborted);
            given.Add((one.Number, one.Action with { Owner = organisation, OwnerName = name, Due = Day(Typed($"due-{one.Number}"), FormattableString.Invariant($"due-{one.Number}")) }));
        }

        if (given.Count == 0)
            ModelState.AddModelError("main", "Choose those that are owed");
        if (ModelState.IsValid)
        {
            var (made, fault) = await found.ConfirmAsync(own.Value.Id, paper, given, current.Standing!, HttpContext.RequestAborted);
            if (fault?.Fault is not { } wrong)
                return LocalRedirect($"/desk/actions/found?made={made.ToString(CultureInfo.InvariantCulture)}");
            ModelState.AddModelError(wrong.Field, wrong.Message);
        }

        await OnGetAsync(null, null);
        return Page();
    }

    /// <summary>Leaves those chosen out.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (await SentAsync() is not { } paper)
            return LocalRedirect("/desk/actions/found");
        if (Take.Count > 0)
            return LocalRedirect($"/desk/actions/found?left={(await found.LeaveAsync(paper, Take, current.Standing!, HttpContext.RequestAborted)).ToString(CultureInfo.InvariantCulture)}");
        ModelState.AddModelError("main", "Choose those that are none");
        await OnGetAsync(null, null);
        return Page();
    }

    /// <summary>Whether one is chosen: all are until she says otherwise.</summary>
    public bool IsTaken(FoundPaper paper, int number) => !IsSent(paper) || Take.Contains(number);

    /// <summary>Who owes it, as typed or as minuted.</summary>
    public string OwnerOf(FoundPaper paper, FoundAction one) =>
        IsSent(paper) ? Typed($"owner-{one.Number}") : names.GetValueOrDefault((paper.Head.Id, one.Number), one.Action.OwnerName);

    /// <summary>By when, as typed or as minuted.</summary>
    public string DueOf(FoundPaper paper, FoundAction one) =>
        IsSent(paper) ? Typed($"due-{one.Number}") : one.Action.Due?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What is wrong at a field of the paper that was sent.</summary>
    public string? ErrorIn(FoundPaper paper, string field) => IsSent(paper) ? ErrorOf(field) : null;

    private bool IsSent(FoundPaper paper) => Request.HasFormContentType && paper.Head.Slug == Slug && paper.Head.Kind == Kind;

    private string Typed(FormattableString field) => Request.Form[FormattableString.Invariant(field)].ToString();

    private async Task<FoundPaper?> SentAsync() => Kind is not null && Slug is not null ? await found.OfAsync(own.Value.Id, Kind, Slug, HttpContext.RequestAborted) : null;
}
