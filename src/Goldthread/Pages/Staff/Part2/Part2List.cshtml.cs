using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Decisions.Part2;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Part2;

/// <summary>A confidential part in the list, without what it says.</summary>
/// <param name="Part">Its row.</param>
/// <param name="Name">What it belongs to.</param>
/// <param name="Ground">Its exemption in words.</param>
/// <param name="Review">Whether it comes up for release.</param>
public sealed record Part2Line(Part2Row Part, string Name, string Ground, ReviewState Review);

/// <summary>Which decisions have a confidential part, on what ground and until when, and which come up for release.</summary>
public sealed class Part2ListModel(Part2List list, RegisterView view, PeopleService people, IServiceProvider services) : PageModel
{
    /// <summary>All of them; those whose last day comes first before.</summary>
    public IReadOnlyList<Part2Line> Lines { get; private set; } = [];

    /// <summary>How many there are and how many come up, in a sentence.</summary>
    public string Count { get; private set; } = "";

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync()
    {
        var exemptions = await Exemptions.NowAsync(services, HttpContext.RequestAborted);
        var parts = await list.AllAsync(HttpContext.RequestAborted);
        var heads = await view.HeadsAsync([.. parts.Select(part => part.Record).OfType<Guid>()], HttpContext.RequestAborted);
        Lines =
        [
            .. parts.Select(part => new Part2Line(
                part, part.Record is { } record && heads.GetValueOrDefault(record) is { } head ? Name(head) : part.About, exemptions.Words(part.Ground), Part2Review.Of(part.Ends, people.Today))),
        ];
        var due = Lines.Count(line => line.Review == ReviewState.Due);
        Count = Lines.Count switch
        {
            0 => "No decision has a confidential part that is kept here.",
            1 => $"One decision has a confidential part; {(due == 0 ? "it does not come up for release yet" : "it is up for release")}.",
            var many => $"{Wording.Number(many)} decisions have a confidential part; {(due == 0 ? "none is" : due == 1 ? "one is" : $"{Wording.Number(due)} are")} up for release.",
        };
    }

    private static string Name(RecordHead head) => head.Reference == head.Title ? head.Title : $"{head.Title} ({head.Reference})";
}
