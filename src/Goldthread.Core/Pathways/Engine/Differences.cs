namespace Goldthread.Core.Pathways.Engine;

/// <summary>Finds the subjects that are not the same in two maps, as far as the question goes.</summary>
internal static class Differences
{
    /// <summary>The usable subjects of each plan that the other has not, or has otherwise.</summary>
    public static (IReadOnlyList<int> First, IReadOnlyList<int> Second) Between(Plan first, Plan second)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var subject in second.Usable())
        {
            byId[second.Subjects[subject].Id] = subject;
        }
        var inFirst = new List<int>();
        foreach (var subject in first.Usable())
        {
            var id = first.Subjects[subject].Id;
            if (byId.TryGetValue(id, out var other) && AreSame(first, subject, second, other))
            {
                byId.Remove(id);
            }
            else
            {
                inFirst.Add(subject);
            }
        }
        return (inFirst, [.. byId.Values.Order()]);
    }

    private static bool AreSame(Plan first, int subject, Plan second, int other) =>
        (first.Subjects[subject], second.Subjects[other]) switch
        {
            (Door one, Door two) => AreSame(one.Conditions, two.Conditions),
            (Service one, Service two) => AreSame(one.Conditions, two.Conditions)
                && one.MeetsStandard == two.MeetsStandard && one.Provides.SequenceEqual(two.Provides),
            (Link one, Link two) => AreSame(one.Conditions, two.Conditions)
                && IdOf(first, first.StartOf(subject)) == IdOf(second, second.StartOf(other))
                && IdOf(first, first.EndOf(subject)) == IdOf(second, second.EndOf(other)),
            _ => false,
        };

    private static string IdOf(Plan plan, int subject) => plan.Subjects[subject].Id;

    private static bool AreSame(Conditions one, Conditions two) =>
        one.Alternatives.Count == two.Alternatives.Count
        && one.Alternatives.Zip(two.Alternatives).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(Alternative one, Alternative two) =>
        one.Restrictions.Count == two.Restrictions.Count
        && one.Restrictions.Zip(two.Restrictions).All(pair =>
            pair.First.Dimension == pair.Second.Dimension && pair.First.Values.SequenceEqual(pair.Second.Values));
}
