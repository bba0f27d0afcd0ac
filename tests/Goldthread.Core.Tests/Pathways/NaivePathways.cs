using Goldthread.Core.Pathways;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>
/// The wording of the map format followed word by word: one profile at a time, every route walked, no cleverness.
/// It shares no code with the engine but the map's records.
/// </summary>
internal sealed class NaivePathways(PathwayMap map, Question question)
{
    public IEnumerable<int[]> Profiles()
    {
        IEnumerable<int[]> all = [[]];
        foreach (var dimension in map.Dimensions)
        {
            all = all.SelectMany(_ => Enumerable.Range(0, dimension.Values.Count), (profile, value) => (int[])[.. profile, value]);
        }
        return all;
    }

    /// <summary>For every profile, in order, whether it reaches the need.</summary>
    public bool[] Reached(int need) => [.. Profiles().Select(profile => Reaches(profile, need, question.Day, null))];

    public Answer Answer()
    {
        var profiles = Profiles().ToList();
        return new Answer(profiles.Count, question,
            [.. map.Needs.Select((_, need) => AnswerOf(need, profiles))], DoorRows(profiles), LastRoutes(profiles), CliffEdges(profiles));
    }

    /// <summary>The gain of a changed map: profiles, over all needs, that newly reach, and their share.</summary>
    public (long Profiles, double Share) Gain(PathwayMap changed)
    {
        var after = new NaivePathways(changed, question);
        var gain = 0L;
        var share = 0.0;
        foreach (var profile in Profiles())
        {
            for (var need = 0; need < map.Needs.Count; need++)
            {
                if (!Reaches(profile, need, question.Day, null) && after.Reaches(profile, need, question.Day, null))
                {
                    gain++;
                    share += map.Shares is null ? 0 : ShareOf(profile);
                }
            }
        }
        return (gain, share);
    }

    private NeedAnswer AnswerOf(int need, List<int[]> profiles)
    {
        var reached = profiles.Where(p => Reaches(p, need, question.Day, null)).ToList();
        var noWrongDoor = profiles.Where(p => NoWrongDoor(p, need)).ToList();
        var handOffs = new long[question.MaxHandOffs + 1];
        foreach (var profile in reached)
        {
            handOffs[FewestHandOffs(profile, need)]++;
        }
        var by = map.Dimensions.Select((dimension, d) => (IReadOnlyList<ValueRow>)[.. dimension.Values.Select((_, v) =>
            new ValueRow(profiles.Count(p => p[d] == v), reached.Count(p => p[d] == v), noWrongDoor.Count(p => p[d] == v)))]);
        NeedShare? share = map.Shares is null ? null : new NeedShare(reached.Sum(ShareOf), noWrongDoor.Sum(ShareOf));
        return new NeedAnswer(map.Needs[need].Id, reached.Count, noWrongDoor.Count, handOffs, share, [.. by], []);
    }

    private List<DoorRow> DoorRows(List<int[]> profiles)
    {
        var rows = new List<DoorRow>();
        for (var door = 0; door < map.Doors.Count; door++)
        {
            var entering = profiles.Where(p => MayEnter(p, door, question.Day)).ToList();
            for (var need = 0; need < map.Needs.Count && entering.Count > 0; need++)
            {
                var dead = entering.Count(p => !HasRoute(p, door, need, question.MaxHandOffs, question.Day, null));
                rows.Add(new DoorRow(map.Doors[door].Id, map.Needs[need].Id, entering.Count, dead));
            }
        }
        return rows;
    }

    private List<LastRouteRow> LastRoutes(List<int[]> profiles)
    {
        var rows = new List<LastRouteRow>();
        for (var service = 0; service < map.Services.Count; service++)
        {
            for (var need = 0; need < map.Needs.Count; need++)
            {
                var count = profiles.Count(p => Reaches(p, need, question.Day, null) && !Reaches(p, need, question.Day, service));
                if (count > 0)
                {
                    rows.Add(new LastRouteRow(map.Services[service].Id, map.Needs[need].Id, count));
                }
            }
        }
        return rows;
    }

    private List<CliffEdgeRow> CliffEdges(List<int[]> profiles)
    {
        var rows = new List<CliffEdgeRow>();
        for (var day = question.Day.AddDays(1); day <= question.Until; day = day.AddDays(1))
        {
            for (var need = 0; need < map.Needs.Count; need++)
            {
                var lost = profiles.Count(p => Reaches(p, need, day.AddDays(-1), null) && !Reaches(p, need, day, null));
                if (lost > 0)
                {
                    IEnumerable<Subject> subjects = [.. map.Doors, .. map.Services, .. map.Links];
                    var closing = subjects.Where(s => s.Days.Last == day.AddDays(-1)).Select(s => s.Id).Order(StringComparer.Ordinal);
                    rows.Add(new CliffEdgeRow(day, map.Needs[need].Id, lost, [.. closing]));
                }
            }
        }
        return rows;
    }

    private static bool Meets(int[] profile, Conditions conditions) =>
        conditions.Alternatives.Count == 0
        || conditions.Alternatives.Any(a => a.Restrictions.All(r => r.Values.Contains(profile[r.Dimension])));

    private static bool IsOpen(Subject subject, DateOnly day) =>
        (subject.Days.First is not { } first || first <= day) && (subject.Days.Last is not { } last || day <= last);

    private bool MayEnter(int[] profile, int door, DateOnly day) =>
        IsOpen(map.Doors[door], day) && Meets(profile, map.Doors[door].Conditions);

    private bool MayFollow(int[] profile, Link link, DateOnly day)
    {
        var end = map.Services[link.To];
        return IsOpen(link, day) && (question.MaxWaitDays is not { } most || link.WaitDays <= most)
            && Meets(profile, link.Conditions) && IsOpen(end, day) && Meets(profile, end.Conditions);
    }

    private bool Ends(int service, int need) =>
        map.Services[service].Provides.Contains(need) && (!question.StandardOnly || map.Services[service].MeetsStandard);

    /// <summary>All services that one can stand at after so many links from a door.</summary>
    private HashSet<int>[] Walks(int[] profile, int door, int most, DateOnly day, int? removed)
    {
        var at = new HashSet<int>[most + 1];
        at[0] = [];
        for (var links = 1; links <= most; links++)
        {
            at[links] = [.. map.Links.Where(link =>
                (links == 1 ? link.From.IsDoor && link.From.Index == door : !link.From.IsDoor && at[links - 1].Contains(link.From.Index))
                && link.To != removed && MayFollow(profile, link, day)).Select(link => link.To)];
        }
        return at;
    }

    private bool HasRoute(int[] profile, int door, int need, int most, DateOnly day, int? removed) =>
        Walks(profile, door, most, day, removed).Any(services => services.Any(s => Ends(s, need)));

    private IEnumerable<int> MayEnter(int[] profile, DateOnly day) =>
        Enumerable.Range(0, map.Doors.Count).Where(door => MayEnter(profile, door, day));

    private bool Reaches(int[] profile, int need, DateOnly day, int? removed) =>
        MayEnter(profile, day).Any(door => HasRoute(profile, door, need, question.MaxHandOffs, day, removed));

    private bool NoWrongDoor(int[] profile, int need) =>
        MayEnter(profile, question.Day).Any()
        && MayEnter(profile, question.Day).All(door => HasRoute(profile, door, need, question.MaxHandOffs, question.Day, null));

    private int FewestHandOffs(int[] profile, int need) =>
        Enumerable.Range(1, question.MaxHandOffs).First(most =>
            MayEnter(profile, question.Day).Any(door => HasRoute(profile, door, need, most, question.Day, null)));

    private double ShareOf(int[] profile) => profile.Select((value, d) => map.Shares![d][value]).Aggregate(1.0, (a, b) => a * b);
}
