using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Pathways.Bench;

/// <summary>How the times grow with profiles, links, needs and hand-offs, one of them at a time.</summary>
internal static class Curves
{
    public static void Run(PathwayMap map, Question question, int runs)
    {
        Console.WriteLine($"{"",-28} {"reached and so on",-52} the whole answer");
        foreach (var boroughs in (int[])[1, 4, 16, int.MaxValue])
        {
            var smaller = KeepValues(map, 0, boroughs);
            Show($"{smaller.ProfileCount:N0} profiles", smaller, question, runs);
        }
        foreach (var times in (int[])[2, 4, 8])
        {
            var larger = AddDimension(map, times);
            Show($"{larger.ProfileCount:N0} profiles", larger, question, runs);
        }
        foreach (var part in (int[])[8, 4, 2])
        {
            Show($"{map.Links.Count / part:N0} links", map with { Links = [.. map.Links.Where((_, i) => i % part == 0)] }, question, runs);
        }
        foreach (var times in (int[])[1, 2, 4, 8])
        {
            Show($"{map.Links.Count * times:N0} links", MultiplyLinks(map, times), question, runs);
        }
        foreach (var needs in (int[])[1, 2, 4, 8, 16, 32])
        {
            Show($"{needs} needs", SetNeeds(map, needs), question, runs);
        }
        foreach (var handOffs in (int[])[1, 2, 3, 4, 6, 8, 12, 16])
        {
            Show($"{handOffs} hand-offs", map, question with { MaxHandOffs = handOffs }, runs);
        }
    }

    private static void Show(string what, PathwayMap map, Question question, int runs)
    {
        var reached = Times.Of(runs, () => PathwayCheck.Answer(new Plan(map, question), Parts.Needs, null, CancellationToken.None));
        var whole = Times.Of(runs, () => PathwayCheck.Answer(map, question));
        Console.WriteLine($"{what,-28} {reached,-52} {whole}");
    }

    /// <summary>The map with only the first values of a dimension; what accepts none of them is closed.</summary>
    private static PathwayMap KeepValues(PathwayMap map, int dimension, int count)
    {
        var never = new Days(DateOnly.MaxValue, null);
        (Days, Conditions) Keep(Subject subject)
        {
            Alternative[] kept = [.. subject.Conditions.Alternatives
                .Select(a => a with { Restrictions = [.. a.Restrictions.Select(r => r.Dimension == dimension ? r with { Values = [.. r.Values.Where(v => v < count)] } : r)] })
                .Where(a => a.Restrictions.All(r => r.Values.Count > 0))];
            return (kept.Length == 0 && subject.Conditions.Alternatives.Count > 0 ? never : subject.Days, new Conditions(kept));
        }

        T With<T>(T subject)
            where T : Subject
        {
            var (days, conditions) = Keep(subject);
            return subject with { Days = days, Conditions = conditions };
        }

        return map with
        {
            Dimensions = [.. map.Dimensions.Select((d, i) => i == dimension ? d with { Values = [.. d.Values.Take(count)] } : d)],
            Shares = null,
            Doors = [.. map.Doors.Select(With)],
            Services = [.. map.Services.Select(With)],
            Links = [.. map.Links.Select(With)],
        };
    }

    /// <summary>The map with one more dimension, on which nothing depends.</summary>
    private static PathwayMap AddDimension(PathwayMap map, int values) => map with
    {
        Dimensions = [.. map.Dimensions, new Dimension("more", [.. Enumerable.Range(0, values).Select(v => $"{v}")])],
        Shares = null,
    };

    /// <summary>The map with each link so many times, each copy to the next service in the file.</summary>
    private static PathwayMap MultiplyLinks(PathwayMap map, int times) => map with
    {
        Links = [.. Enumerable.Range(0, times).SelectMany(copy =>
            map.Links.Select(link => link with { Id = $"{link.Id}-{copy}", To = (link.To + copy) % map.Services.Count }))],
    };

    /// <summary>The map with so many needs: the first of its own, or its own over and over.</summary>
    private static PathwayMap SetNeeds(PathwayMap map, int count) => map with
    {
        Needs = [.. Enumerable.Range(0, count).Select(n => new Need($"need {n}", ""))],
        Services = [.. map.Services.Select(service => service with
        {
            Provides = [.. Enumerable.Range(0, count).Where(n => service.Provides.Contains(n % map.Needs.Count))],
        })],
    };
}
