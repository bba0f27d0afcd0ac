using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Authorities;

/// <summary>A request of MOPAC for spending within one limit, changed by <c>With…</c> for each test.</summary>
internal static class TestRequest
{
    public static Request Valid { get; } = new()
    {
        Body = "mopac",
        Day = new(2019, 3, 8),
        Acts = [Act.Spending],
        Sums = [new(100_000)],
        HandlesPersonalData = false,
        Buys = PurchaseKind.Services,
    };

    public static Request WithActs(this Request request, params Act[] acts) => request with { Acts = acts };

    public static Request WithSums(this Request request, params decimal[] pounds) => request with { Sums = [.. pounds.Select(sum => new AskedSum(sum))] };

    public static Request WithSum(this Request request, decimal pounds, VatBasis vat) => request with { Sums = [new(pounds, vat)] };

    public static Request On(this Request request, string day) => request with { Day = DateOnly.Parse(day) };

    public static WhoDecides WhoDecides(this Request request) => Core.Decisions.Authorities.WhoDecides.Of(request, RepositoryFiles.RuleBook);

    public static ProcurementRoute Route(this Request request) => ProcurementRoute.Of(request, RepositoryFiles.RuleBook);
}
