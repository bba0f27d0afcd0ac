using System.Numerics;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways.Bench;

/// <summary>The whole answer but for the gaps, from the per-profile search: a reference for maps too large for the naive one.</summary>
internal sealed class Reference(PathwayMap map, Question question)
{
    private readonly int _needs = map.Needs.Count;
    private readonly int _profiles = (int)map.ProfileCount;

    /// <summary>Writes the answer as JSON, and one byte for each need and profile that is 1 where the need is not reached.</summary>
    public void Write(string jsonFile, string unreachedFile)
    {
        var reached = new ulong[_profiles];
        var answer = Answer(reached);
        using (var stream = File.Create(jsonFile))
        {
            AnswerJson.Write(stream, map, answer);
        }
        using var unreached = File.Create(unreachedFile);
        for (var need = 0; need < _needs; need++)
        {
            unreached.Write([.. reached.Select(bits => (byte)(1 - ((bits >> need) & 1)))]);
        }
    }

    private Answer Answer(ulong[] reached)
    {
        var noWrongDoor = new ulong[_profiles];
        var handOffs = new byte[_profiles * _needs];
        using var counts = new ThreadLocal<Tally>(() => new Tally(map), trackAllValues: true);
        new PerProfileSearch(map, question, question.Day).Run((profile, leaf) =>
        {
            (reached[profile], noWrongDoor[profile]) = (leaf.Reached, leaf.NoWrongDoor);
            for (var need = 0; need < _needs; need++)
            {
                handOffs[(profile * _needs) + need] = (byte)Array.FindIndex(leaf.Within, needs => ((needs >> need) & 1) != 0);
            }
            counts.Value!.CountDoors(leaf);
            counts.Value.CountLastRoutes(leaf);
        });
        var sum = new Tally(map);
        foreach (var tally in counts.Values)
        {
            sum.Add(tally);
        }
        return new Answer(
            _profiles, question, [.. map.Needs.Select((_, need) => NeedOf(need, reached, noWrongDoor, handOffs))],
            sum.Doors(map), sum.LastRoutes(map), [.. CliffEdges(reached)]);
    }

    private NeedAnswer NeedOf(int need, ulong[] reached, ulong[] noWrongDoor, byte[] handOffs)
    {
        var byHandOffs = new long[question.MaxHandOffs + 1];
        var by = map.Dimensions.Select(dimension => new ValueRow[dimension.Values.Count]).ToList();
        var (all, allRight, share, shareRight) = (0L, 0L, 0.0, 0.0);
        for (var profile = 0; profile < _profiles; profile++)
        {
            var (is1, is2) = ((int)((reached[profile] >> need) & 1), (int)((noWrongDoor[profile] >> need) & 1));
            (all, allRight) = (all + is1, allRight + is2);
            byHandOffs[handOffs[(profile * _needs) + need] is var links && is1 == 1 ? links : 0] += is1;
            var part = 1.0;
            for (var (d, rest) = (map.Dimensions.Count - 1, profile); d >= 0; d--)
            {
                (rest, var value) = Math.DivRem(rest, map.Dimensions[d].Values.Count);
                by[d][value] = new ValueRow(by[d][value].Profiles + 1, by[d][value].Reached + is1, by[d][value].NoWrongDoor + is2);
                part *= map.Shares?[d][value] ?? 0;
            }
            share += is1 * part;
            shareRight += is2 * part;
        }
        return new NeedAnswer(
            map.Needs[need].Id, all, allRight, byHandOffs, map.Shares is null ? null : new NeedShare(share, shareRight), by, []);
    }

    private IEnumerable<CliffEdgeRow> CliffEdges(ulong[] first)
    {
        var subjects = map.Doors.Concat<Subject>(map.Services).Concat(map.Links).ToList();
        var before = first;
        for (var day = question.Day.AddDays(1); day <= question.Until; day = day.AddDays(1))
        {
            var closing = subjects.Where(subject => subject.Days.Last == day.AddDays(-1)).Select(subject => subject.Id).Order(StringComparer.Ordinal).ToList();
            if (closing.Count == 0 && !subjects.Exists(subject => subject.Days.First == day))
            {
                continue;
            }
            var now = new ulong[_profiles];
            new PerProfileSearch(map, question, day).Run((profile, leaf) => now[profile] = leaf.Reached);
            for (var need = 0; need < _needs; need++)
            {
                var lost = before.Zip(now).LongCount(pair => (((pair.First & ~pair.Second) >> need) & 1) != 0);
                if (lost > 0)
                {
                    yield return new CliffEdgeRow(day, map.Needs[need].Id, lost, closing);
                }
            }
            before = now;
        }
    }

    /// <summary>Dead ends and last routes, as one thread counts them.</summary>
    private sealed class Tally(PathwayMap map)
    {
        private readonly int _needs = map.Needs.Count;
        private readonly long[] _mayEnter = new long[map.Doors.Count];
        private readonly long[] _dead = new long[map.Doors.Count * map.Needs.Count];
        private readonly long[] _last = new long[map.Services.Count * map.Needs.Count];
        private readonly Dictionary<string, List<(int Service, ulong Needs)>> _known = new(StringComparer.Ordinal);
        private LocalGraph? _graph;

        public void CountDoors(Leaf leaf)
        {
            for (var i = 0; i < leaf.Graph.Doors.Length; i++)
            {
                if (leaf.MayUse(i))
                {
                    _mayEnter[leaf.Graph.Doors[i]]++;
                    Count(_dead, leaf.Graph.Doors[i], leaf.AllNeeds & ~leaf.From(i));
                }
            }
        }

        /// <summary>Takes each service away in turn; profiles that may use the very same things fare the same.</summary>
        public void CountLastRoutes(Leaf leaf)
        {
            if (_graph != leaf.Graph)
            {
                _graph = leaf.Graph;
                _known.Clear();
            }
            var key = string.Create(leaf.Graph.IsUnconditional.Length, leaf, (text, it) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = it.MayUse(i) ? '1' : '0';
                }
            });
            if (!_known.TryGetValue(key, out var last))
            {
                last = _known[key] = FindLastRoutes(leaf);
            }
            foreach (var (service, needs) in last)
            {
                Count(_last, service, needs);
            }
        }

        public void Add(Tally other)
        {
            foreach (var (sum, more) in new[] { (_mayEnter, other._mayEnter), (_dead, other._dead), (_last, other._last) })
            {
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += more[i];
                }
            }
        }

        public List<DoorRow> Doors(PathwayMap map) => [.. Enumerable.Range(0, _dead.Length).Where(i => _mayEnter[i / _needs] > 0).Select(i =>
            new DoorRow(map.Doors[i / _needs].Id, map.Needs[i % _needs].Id, _mayEnter[i / _needs], _dead[i]))];

        public List<LastRouteRow> LastRoutes(PathwayMap map) => [.. Enumerable.Range(0, _last.Length).Where(i => _last[i] > 0).Select(i =>
            new LastRouteRow(map.Services[i / _needs].Id, map.Needs[i % _needs].Id, _last[i]))];

        private static List<(int Service, ulong Needs)> FindLastRoutes(Leaf leaf)
        {
            var found = new List<(int, ulong)>();
            var reached = leaf.Reached;
            for (var i = 0; i < leaf.Graph.Services.Length; i++)
            {
                if (leaf.MayUse(leaf.Graph.Doors.Length + i))
                {
                    leaf.Search(leaf.Graph.Doors.Length + i);
                    if ((reached & ~leaf.Reached) is not 0 and var lost)
                    {
                        found.Add((leaf.Graph.Services[i], lost));
                    }
                }
            }
            return found;
        }

        private void Count(long[] counts, int row, ulong needs)
        {
            for (; needs != 0; needs &= needs - 1)
            {
                counts[(row * _needs) + BitOperations.TrailingZeroCount(needs)]++;
            }
        }
    }
}
