using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The suggestions against trying every change.</summary>
public sealed class PathwaySuggestionsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_RandomMaps_EqualsTryingEveryChange(int seed)
    {
        for (var i = 0; i < 6; i++)
        {
            var (map, question) = new RandomMap((seed * 1000) + i).Make();
            var expected = EveryChange(map, question);
            foreach (var bits in (int[])[3, 20, 8192])
            {
                foreach (var top in (int[])[3, 1000])
                {
                    var found = PathwaySuggestions.Find(
                        new Plan(map, question, bits), SuggestionKinds.All, top, null, TestContext.Current.CancellationToken);
                    AssertEqual([.. expected.Take(top)], found);
                }
            }
        }
    }

    [Fact]
    public void Find_OneKind_GivesNoOther()
    {
        var links = PathwaySuggestions.Find(WorkedExample.Map, WorkedExample.Question, SuggestionKinds.Link, 10);
        var accepts = PathwaySuggestions.Find(WorkedExample.Map, WorkedExample.Question, SuggestionKinds.Accept, 10);

        Assert.Empty(links);
        Assert.Equal([new AcceptSuggestion("house", "1", "age", "under18", 2, null)], accepts);
    }

    private static void AssertEqual(List<Suggestion> expected, IReadOnlyList<Suggestion> found)
    {
        Assert.Equal(expected.Count, found.Count);
        foreach (var (one, two) in expected.Zip(found))
        {
            Assert.Equal(one with { Share = null }, two with { Share = null });
            Assert.Equal(one.Share ?? -1, two.Share ?? -1, 1e-12);
        }
    }

    private static List<Suggestion> EveryChange(PathwayMap map, Question question)
    {
        var naive = new NaivePathways(map, question);
        var all = new List<(string[] Ids, Suggestion Suggestion)>();
        foreach (var change in Accepts(map))
        {
            var gain = naive.Gain(change.Map);
            all.Add((["accept", change.Subject.Id, change.Alternative.Label, change.Dimension, change.Value], new AcceptSuggestion(
                change.Subject.Id, change.Alternative.Label, change.Dimension, change.Value, gain.Profiles, map.Shares is null ? null : gain.Share)));
        }
        foreach (var link in Links(map))
        {
            var from = link.From.IsDoor ? map.Doors[link.From.Index].Id : map.Services[link.From.Index].Id;
            var gain = naive.Gain(map with { Links = [.. map.Links, link] });
            all.Add((["link", from, map.Services[link.To].Id], new LinkSuggestion(
                from, map.Services[link.To].Id, gain.Profiles, map.Shares is null ? null : gain.Share)));
        }
        return [.. all.Where(pair => pair.Suggestion.NewlyReached > 0)
            .OrderByDescending(pair => map.Shares is null ? pair.Suggestion.NewlyReached : Math.Round(pair.Suggestion.Share!.Value, 11))
            .ThenBy(pair => string.Join('\0', pair.Ids), StringComparer.Ordinal)
            .Select(pair => pair.Suggestion)];
    }

    private static IEnumerable<Link> Links(PathwayMap map)
    {
        var starts = Enumerable.Range(0, map.Doors.Count).Select(i => new Origin(true, i))
            .Concat(Enumerable.Range(0, map.Services.Count).Select(i => new Origin(false, i)));
        return starts.SelectMany(_ => Enumerable.Range(0, map.Services.Count), (from, to) => new Link("new", from, to, 0, default, Conditions.None));
    }

    private static IEnumerable<(PathwayMap Map, Subject Subject, Alternative Alternative, string Dimension, string Value)> Accepts(PathwayMap map)
    {
        foreach (var subject in map.Doors.Concat<Subject>(map.Services).Concat(map.Links))
        {
            foreach (var alternative in subject.Conditions.Alternatives)
            {
                foreach (var restriction in alternative.Restrictions)
                {
                    var dimension = map.Dimensions[restriction.Dimension];
                    for (var value = 0; value < dimension.Values.Count; value++)
                    {
                        if (!restriction.Values.Contains(value))
                        {
                            yield return (With(map, subject, alternative, restriction, value), subject, alternative, dimension.Name, dimension.Values[value]);
                        }
                    }
                }
            }
        }
    }

    private static PathwayMap With(PathwayMap map, Subject subject, Alternative alternative, Restriction restriction, int value)
    {
        var wider = alternative with
        {
            Restrictions = [.. alternative.Restrictions.Select(r => r == restriction ? r with { Values = [.. r.Values.Append(value).Order()] } : r)],
        };
        var conditions = new Conditions([.. subject.Conditions.Alternatives.Select(a => a == alternative ? wider : a)]);
        return map with
        {
            Doors = [.. map.Doors.Select(door => door == subject ? door with { Conditions = conditions } : door)],
            Services = [.. map.Services.Select(service => service == subject ? service with { Conditions = conditions } : service)],
            Links = [.. map.Links.Select(link => link == subject ? link with { Conditions = conditions } : link)],
        };
    }
}
