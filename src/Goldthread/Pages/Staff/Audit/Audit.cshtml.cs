using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Audit;

/// <summary>Who of staff and partners opened which record when.</summary>
/// <remarks>Whoever may not read a record is told that one was opened, and neither which nor what it is called.</remarks>
public sealed class AuditModel(OpenedLog log, PeopleService people, RegisterView view, RecordAddress addresses) : PageModel
{
    private const int OnAPage = 50;

    /// <summary>A person as typed: a part of her name, office, address or organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>A record as typed, such as <c>PCD 542</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Record { get; set; }

    /// <summary>What was opened, the latest first.</summary>
    public IReadOnlyList<OpenedEntry> Entries { get; private set; } = [];

    /// <summary>The records of these entries that the reader of this page may see.</summary>
    public IReadOnlyDictionary<Guid, RecordHead> Seen { get; private set; } = new Dictionary<Guid, RecordHead>();

    /// <summary>How much there is, in a sentence; what is wrong where a filter finds nobody or nothing.</summary>
    public string Count { get; private set; } = "";

    /// <summary>The neighbouring pages.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var stop = HttpContext.RequestAborted;
        var who = await PeopleAsync(stop);
        var which = Record is { Length: > 0 } ? (await view.ReferredToAsync(Record, stop)).Select(head => head.Id).ToList() : null;
        var (rows, total) = who is { Count: 0 } || which is { Count: 0 } ? ([], 0) : await log.ListAsync(new OpenedQuery(who, which, page, OnAPage), stop);
        Entries = rows;
        Seen = await view.HeadsAsync([.. rows.Select(row => row.Record).Distinct()], stop);
        Count = which is { Count: 0 } ? $"There is no record “{Record}” that you may see. Give a reference such as PCD 542."
            : who is { Count: 0 } ? $"Nobody here goes by “{Person}”. Give a part of the name, office or address."
            : total == 0 ? "Nothing was opened."
            : total == 1 ? "One record was opened once." : $"Records were opened {Wording.Number(total)} times.";
        var filters = new[] { ("person", Person), ("record", Record) }.Where(filter => filter.Item2 is { Length: > 0 }).Select(filter => (filter.Item1, filter.Item2!));
        Paging = new Paging(Math.Clamp(page, 1, Paging.Count(total, OnAPage)), Paging.Count(total, OnAPage), "/desk/audit", [.. filters]);
    }

    /// <summary>The page of a record.</summary>
    public string? AddressOf(RecordHead head) => addresses.Of(head);

    /// <summary>The form in which a record was opened, in words.</summary>
    public static string Say(OpenedEntry entry) => entry.What switch
    {
        OpenedForms.Page => "its page",
        OpenedForms.History => "its history",
        OpenedForms.Source => "where it says so",
        OpenedForms.Json => "as JSON",
        OpenedForms.Word => "as a Word file",
        OpenedForms.Original => "the original file",
        var other => other,
    };

    private async Task<IReadOnlyList<Guid>?> PeopleAsync(CancellationToken stop)
    {
        var words = (Person ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        return [.. (await people.ListAsync(stop))
            .Where(one => words.All(word => new[] { one.Name, one.Office, one.Email, one.Organisation ?? "" }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .Select(one => one.Id)];
    }
}
