using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.People;
using Goldthread.Publishing;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>The office's own registers of decisions as CSV files: what is planned, what was signed, what is deferred. For staff only.</summary>
internal static class DecisionRegisters
{
    /// <summary>The addresses, as the table of access has them.</summary>
    public static IReadOnlyList<string> Routes { get; } = [Plan, Signed, Deferrals];

    private const string Plan = "/desk/decisions/plan.csv";
    private const string Signed = "/desk/decisions/register.csv";
    private const string Deferrals = "/desk/decisions/deferred.csv";

    public static void MapDecisionRegisters(this IEndpointRouteBuilder app)
    {
        app.Map(Plan, async (http, who, lists) =>
        {
            var rows = await lists.PlanAsync(who, http.RequestAborted);
            return [["wanted_by", "reference", "title", "state", "decides", "pounds", "officer"], .. rows.Select(row => (object?[])[row.WantedBy, row.Reference, row.Title, row.State.Words(), row.Decides, row.Asked / 100m, row.OwnerName?.Words])];
        });
        app.Map(Signed, async (http, who, lists) =>
        {
            var year = YearOf(http.Request.Query["year"], http.RequestServices.GetRequiredService<TimeProvider>()) ?? 0;
            var rows = year == 0 ? [] : await lists.SignedAsync(year, who, http.RequestAborted);
            return [["reference", "title", "state", "pounds", "begun", "signed", "published", "days_to_signature", "days_to_publication"],
                .. rows.Select(row => (object?[])[row.Draft.Reference, row.Draft.Title, row.Draft.State.Words(), row.Draft.Asked / 100m, Wording.DayInLondon(row.Draft.CreatedAt), Wording.DayInLondon(row.Draft.SignedAt!.Value), row.Draft.PublishedAt is { } at ? Wording.DayInLondon(at) : null, row.ToSignature, row.ToPublication])];
        });
        app.Map(Deferrals, async (http, who, lists) =>
        {
            var history = http.RequestServices.GetRequiredService<DraftHistory>();
            var rows = new List<object?[]> { new object?[] { "reference", "title", "until", "event", "signed", "why" } };
            foreach (var row in await lists.DeferredAsync(who, http.RequestAborted))
                rows.Add([row.Reference, row.Title, row.DeferredUntil, row.DeferredEvent, row.SignedAt is { } at ? Wording.DayInLondon(at) : null, await history.WhyDeferredAsync(row.Id, who, http.RequestAborted)]);
            return rows;
        });
    }

    /// <summary>The year of an address; this year where none is said, null where it is no year.</summary>
    public static int? YearOf(string? said, TimeProvider clock) =>
        said is not { Length: > 0 } ? Wording.Today(clock).Year
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2200 ? year : null;

    /// <summary>The middle one of some days; between two middle ones their mean, rounded up. Null where there are none.</summary>
    public static int? Median(IEnumerable<int> days)
    {
        var sorted = days.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2] + 1) / 2;
    }

    private static void Map(this IEndpointRouteBuilder app, string route, Func<HttpContext, Core.People.Standing, DraftLists, Task<IReadOnlyList<object?[]>>> rows) =>
        app.MapGet(route, async (HttpContext http, CurrentPerson current, DraftLists lists) =>
        {
            var found = await rows(http, current.Standing!, lists);
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = "text/csv; charset=utf-8";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"decisions-{route[(route.LastIndexOf('/') + 1)..]}\"";
            await using var writer = new StreamWriter(http.Response.Body, CsvLines.Encoding);
            var lines = new CsvLines(writer);
            foreach (var row in found)
                await lines.WriteAsync(row);
        }).ExcludeFromDescription();
}
