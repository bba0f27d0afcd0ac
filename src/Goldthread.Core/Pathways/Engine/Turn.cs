namespace Goldthread.Core.Pathways.Engine;

/// <summary>A day after the question's on which something opens, or has closed the evening before.</summary>
/// <param name="Day">The day.</param>
/// <param name="Closing">The usable subjects whose last day was the day before.</param>
/// <param name="Opening">The usable subjects whose first day this is.</param>
internal sealed record Turn(DateOnly Day, List<int> Closing, List<int> Opening)
{
    /// <summary>All turns from the day after the question's to its last, in order.</summary>
    public static IReadOnlyList<Turn> Of(Plan plan)
    {
        var turns = new SortedDictionary<DateOnly, Turn>();
        var (day, until) = (plan.Question.Day, plan.Question.Until ?? plan.Question.Day);
        Turn On(DateOnly on) => turns.TryGetValue(on, out var turn) ? turn : turns[on] = new Turn(on, [], []);

        for (var subject = 0; subject < plan.Subjects.Count; subject++)
        {
            var days = plan.Subjects[subject].Days;
            if (days.First is { } first && first > day && first <= until && plan.IsUsable(subject, first))
            {
                On(first).Opening.Add(subject);
            }
            if (days.Last is { } last && last >= day && last < until && plan.IsUsable(subject, last))
            {
                On(last.AddDays(1)).Closing.Add(subject);
            }
        }
        return [.. turns.Values];
    }
}
