using Goldthread.Core.People;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>Which advice a request must have before it is decided.</summary>
/// <param name="Demands">The advice demanded, each field once.</param>
/// <param name="NotKnown">What cannot be said by the rules, a sentence each.</param>
public sealed record AdviceDemanded(IReadOnlyList<AdviceDemand> Demands, IReadOnlyList<string> NotKnown)
{
    /// <summary>Asks the rules. Without a day, those that have no end hold.</summary>
    public static AdviceDemanded For(Request request, RuleBook rules)
    {
        var inForce = rules.Advice.Where(rule => request.Day is { } day ? rule.Effect.Covers(day) : rule.Effect.To is null).ToList();
        var open = request.HandlesPersonalData is null && inForce.Exists(rule => rule.When == AdviceWhen.PersonalData);
        return new(
            [.. inForce.Where(rule => Applies(rule.When, request)).GroupBy(rule => rule.Advice).Select(field => Demand(field.Key, [.. field]))],
            open ? ["Whether personal data is handled, and so whether advice on data protection is demanded."] : []);
    }

    private static bool Applies(AdviceWhen when, Request request) => when switch
    {
        AdviceWhen.Always => true,
        AdviceWhen.Money => request.IsForMoney,
        AdviceWhen.Contract => request.Acts.Contains(Act.Contract),
        AdviceWhen.PersonalData => request.HandlesPersonalData == true,
    };

    private static AdviceDemand Demand(AdviceField field, IReadOnlyList<AdviceRule> rules) =>
        new(field, rules.Select(rule => rule.Needs).FirstOrDefault(needs => needs is not null), [.. rules.Select(Why)]);

    private static string Why(AdviceRule rule)
    {
        var reason = rule.When switch
        {
            AdviceWhen.Always => "every request must have it",
            AdviceWhen.Money => "money is asked for",
            AdviceWhen.Contract => "a contract is asked for",
            AdviceWhen.PersonalData => "personal data is handled",
        };
        return $"{char.ToUpperInvariant(rule.Advice.Words()[0])}{rule.Advice.Words()[1..]} advice, because {reason} ({rule.Source}).";
    }
}

/// <summary>A kind of advice demanded.</summary>
/// <param name="Field">The field.</param>
/// <param name="Needs">What the advice must bring with it, or null.</param>
/// <param name="Why">The rules that demand it, a sentence each.</param>
public sealed record AdviceDemand(AdviceField Field, string? Needs, IReadOnlyList<string> Why);
