using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Http;

namespace Goldthread.Tests.Decisions.Leaks;

/// <summary>Every address that the site's endpoints have for a decision, whether a page leads there or not.</summary>
/// <param name="whole">For how many decisions, counted from the first, each step, field of advice and state has its address, and every kind of record and body; of the others one of each does for all.</param>
internal sealed class EveryAddress(int whole)
{
    private readonly List<(Endpoint Endpoint, string? Handler, AccessRow Row)> reads = [];
    private readonly List<(Endpoint Endpoint, string? Handler, AccessRow Row)> writes = [];

    /// <summary>Finds the endpoints of a site.</summary>
    public static async Task<EveryAddress> OfAsync(TestSite site, int whole)
    {
        var all = new EveryAddress(whole);
        foreach (var (endpoint, verb, handler) in await SiteCalls.AllAsync(site))
            if (Access.RowOf(endpoint, verb, handler) is { } row && SiteCalls.RouteOf(endpoint) is var route && !route.StartsWith("/assets", StringComparison.Ordinal))
                (verb == "GET" ? all.reads : all.writes).Add((endpoint, handler, row));
        return all;
    }

    /// <summary>What can be read of a decision.</summary>
    public IEnumerable<string> Reads(PlantedDecision decision) => reads.Where(read => decision.Number <= Math.Max(whole, 1) || IsOfDecisions(SiteCalls.RouteOf(read.Endpoint))).SelectMany(read => Fill(read.Endpoint, decision)).Distinct(StringComparer.Ordinal);

    /// <summary>What can be sent about a decision, and is not for somebody: her try is refused.</summary>
    public IEnumerable<string> RefusedWrites(PlantedDecision decision, Standing? who) =>
        writes.Where(write => !write.Row.Who.Admits(who)).SelectMany(write => Fill(write.Endpoint, decision).Select(address => address + (write.Handler is null ? "" : $"?handler={write.Handler}"))).Distinct(StringComparer.Ordinal);

    private static bool IsOfDecisions(string route) => route.StartsWith("/desk/", StringComparison.Ordinal) || route.StartsWith("/decisions/", StringComparison.Ordinal);

    private IEnumerable<string> Fill(Endpoint endpoint, PlantedDecision decision)
    {
        var route = SiteCalls.RouteOf(endpoint);
        IReadOnlyList<string> each = route.Contains("{act}", StringComparison.Ordinal) ? [.. Enum.GetValues<DraftAct>().Select(DraftSteps.SlugOf)]
            : route.Contains("{field}", StringComparison.Ordinal) ? [.. Enum.GetValues<AdviceField>().Select(field => field.Words().Replace(' ', '-'))]
            : route.Contains("{number", StringComparison.Ordinal) || route.Contains("{revision", StringComparison.Ordinal) ? ["1", "2", "3"]
            : [""];
        foreach (var one in decision.Number <= whole ? each : each.Take(1))
            yield return SiteCalls.Fill(endpoint, (name, _) => name switch
            {
                "act" or "field" or "number" or "revision" => one,
                "id" when route.Contains("/asks/", StringComparison.Ordinal) => decision.Ask.ToString(),
                "id" or "subject" => decision.Draft.ToString(),
                "record" => (decision.Record ?? decision.Draft).ToString(),
                "body" => TestSite.Body,
                "board" => "safety-board",
                "date" => "2021-12-08",
                "kind" => "decision",
                "part" => "1",
                _ => decision.Slug,
            });
    }
}
