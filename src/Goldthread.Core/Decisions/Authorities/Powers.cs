using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>The powers in statute that may be named for kinds of act. Which serves is for the officer to choose.</summary>
public static class Powers
{
    /// <summary>The powers for any of these kinds of act on a day, in the order of the rules; without a day, those that have no end.</summary>
    public static IReadOnlyList<StatutoryPower> For(IEnumerable<Act> acts, DateOnly? day, RuleBook rules)
    {
        var asked = acts.ToHashSet();
        return [.. rules.Powers.Where(power => power.Acts.Any(asked.Contains) && (day is { } known ? power.Effect.Covers(known) : power.Effect.To is null))];
    }
}
