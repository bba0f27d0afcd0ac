using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>Which procurement route the law of the day asks for a contract, and why.</summary>
/// <param name="Route">The route.</param>
/// <param name="Threshold">The thresholds in force on the day, with their regime and source; null where they are not known or not asked for.</param>
/// <param name="NotKnown">What cannot be said by the rules, a sentence each.</param>
/// <param name="Why">Every figure, rule and day used, a sentence each.</param>
public sealed record ProcurementRoute(Route Route, Threshold? Threshold, IReadOnlyList<string> NotKnown, IReadOnlyList<string> Why)
{
    /// <summary>Asks the rules.</summary>
    public static ProcurementRoute Of(Request request, RuleBook rules) => Of(request, request.Greatest is { } sum ? [sum] : [], rules);

    /// <summary>Asks the rules of several sums together, as parts of one contract.</summary>
    internal static ProcurementRoute Of(Request request, IReadOnlyList<AskedSum> parts, RuleBook rules)
    {
        if (!request.Acts.Contains(Act.Contract))
        {
            return new(Route.NoContract, null, [], ["No contract is asked for."]);
        }

        if (request.Day is not { } day)
        {
            return Open(null, "Which thresholds held: no day is given.");
        }

        if (rules.ThresholdOn(day) is not { } threshold)
        {
            return Open(null, $"Which thresholds held on {AuthorityWords.Of(day)}: none are known here for that day.");
        }

        if (parts.Count == 0)
        {
            return Open(threshold, "Whether a threshold is reached: no amount is given.");
        }

        return request.Buys == PurchaseKind.Other
            ? Open(threshold, "Whether a threshold is reached: those known here are for services.")
            : Compare(request.Buys, day, threshold, Price.Of(parts, threshold, rules.VatOn(day)));
    }

    private static ProcurementRoute Compare(PurchaseKind? buys, DateOnly day, Threshold threshold, Price price)
    {
        var asServices = price.Against(threshold.Services);
        var asLightTouch = threshold.LightTouch is { } light ? price.Against(light) : null;
        List<string> why =
        [
            $"On {AuthorityWords.Of(day)} the {threshold.Regime} held ({threshold.Source}).",
            $"Its thresholds are compared with prices {AuthorityWords.Of(threshold.Basis)}: {Figures(threshold)}.",
            .. price.Why,
        ];
        var reached = buys switch
        {
            PurchaseKind.LightTouch => asLightTouch,
            null when threshold.LightTouch is not null => asServices == asLightTouch ? asServices : null,
            _ => asServices,
        };
        if (reached is { } known)
        {
            why.Add(known
                ? $"{price.Words} is at or above {Which(buys)}, so the contract has to be procured under that law."
                : $"{price.Words} is below {Which(buys)}, so that law's full procedure is not asked for; the body's own contract rules still are.");
            return new(known ? Route.Full : Route.BelowThreshold, threshold, [], why);
        }

        return new(Route.NotKnown, threshold, [Missing(buys, threshold, price, asServices)], why);
    }

    private static string Missing(PurchaseKind? buys, Threshold threshold, Price price, bool? asServices) => buys switch
    {
        PurchaseKind.LightTouch when threshold.LightTouch is null => "Whether a threshold is reached: there was no figure for light-touch services.",
        null when asServices is not null => $"Whether the services are light-touch ones: {price.Words} lies between the two thresholds or reaches only one of them.",
        _ when price.RateIsMissing => "Whether a threshold is reached: no rate of VAT is known here for that day.",
        _ => $"Whether VAT is in the price: {price.Words} reaches a threshold on the one reading and not on the other.",
    };

    private static string Which(PurchaseKind? buys) => buys switch
    {
        PurchaseKind.Services => "the threshold for services",
        PurchaseKind.LightTouch => "the threshold for light-touch services",
        _ => "every threshold known",
    };

    private static string Figures(Threshold threshold) =>
        $"{AuthorityWords.Of(threshold.Services)} for services" + (threshold.LightTouch is { } light ? $", {AuthorityWords.Of(light)} for light-touch services" : "");

    private static ProcurementRoute Open(Threshold? threshold, string notKnown) => new(Route.NotKnown, threshold, [notKnown], []);
}

/// <summary>A procurement route.</summary>
public enum Route
{
    /// <summary>No contract is asked for.</summary>
    NoContract,

    /// <summary>Below the threshold: the body's own contract rules.</summary>
    BelowThreshold,

    /// <summary>At or above the threshold: the procedure of the law in force.</summary>
    Full,

    /// <summary>Something that decides it is not known.</summary>
    NotKnown,
}
