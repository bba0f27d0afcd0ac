using System.Globalization;
using System.Numerics;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways.Bench;

/// <summary>Writes the map, a sample of profiles and the recursive query as SQL, and what the query should find.</summary>
internal sealed class Postgres(PathwayMap map, Question question, int sample)
{
    private readonly int _doors = map.Doors.Count;
    private readonly int _services = map.Services.Count;

    public void Write(TextWriter sql)
    {
        sql.WriteLine("""
            create table door(node int); create table provides(node int, need int);
            create table link(id int, start int, stop int);
            create table free(subject int); create table accept(subject int, alternative int, d int, v int);
            create table restricted(subject int, alternative int, dimensions int);
            create table profile(p int, d int, v int);
            """);
        Copy(sql, "door", Usable(map.Doors, 0).Select(node => (int[])[node]));
        Copy(sql, "provides", map.Services.SelectMany((service, i) => service.Provides.Select(need => (int[])[_doors + i, need])));
        Copy(sql, "link", Usable(map.Links, _doors + _services).Select(id => (int[])[id, StartOf(id), _doors + LinkOf(id).To]));
        var subjects = Usable(map.Doors, 0).Concat(Usable(map.Services, _doors)).Concat(Usable(map.Links, _doors + _services)).ToList();
        Copy(sql, "free", subjects.Where(i => SubjectOf(i).Conditions.Alternatives.Count == 0).Select(i => (int[])[i]));
        var alternatives = subjects.SelectMany(i => SubjectOf(i).Conditions.Alternatives.Select((alternative, a) => (i, a, alternative))).ToList();
        Copy(sql, "restricted", alternatives.Select(x => (int[])[x.i, x.a, x.alternative.Restrictions.Count]));
        Copy(sql, "accept", alternatives.SelectMany(x => x.alternative.Restrictions.SelectMany(
            restriction => restriction.Values.Select(value => (int[])[x.i, x.a, restriction.Dimension, value]))));
        Copy(sql, "profile", Sample().SelectMany(p => ValuesOf(p).Select((value, d) => (int[])[p, d, value])));
        sql.WriteLine($"""
            create index on accept(d, v); create index on link(start); analyze;
            \timing on
            with recursive may as materialized (
              select p, subject from (select distinct p from profile) as every_one, free
              union
              select p, subject from (
                select p, subject, alternative, count(*) as met from profile join accept using (d, v) group by p, subject, alternative) as some_of
              join restricted using (subject, alternative) where met = dimensions),
            follow as materialized (
              select l.p, link.start, link.stop from may as l join link on link.id = l.subject join may as s on s.p = l.p and s.subject = link.stop),
            walk(p, door, node, links) as (
              select p, node, node, 0 from may join door on node = subject
              union
              select walk.p, door, follow.stop, links + 1 from walk join follow on follow.p = walk.p and follow.start = walk.node
              where links < {question.MaxHandOffs}),
            found as materialized (
              select p, door, need, min(links) as links from walk join provides using (node) where links > 0 group by p, door, need),
            entered as (select p, count(*) as doors from may join door on node = subject group by p),
            fared as (select p, need, min(links) as links, count(*) = min(doors) as no_wrong_door from found join entered using (p) group by p, need)
            select need, count(*) as reached, count(*) filter (where no_wrong_door) as no_wrong_door, sum(links) as hand_offs from fared group by need order by need;
            """);
    }

    /// <summary>What the query should print: for each need, reached, no wrong door, and the sum of hand-offs, in the sample.</summary>
    public void WriteExpected(TextWriter text)
    {
        var inSample = Sample().ToHashSet();
        var found = new long[map.Needs.Count, 3];
        new PerProfileSearch(map, question, question.Day).Run((profile, leaf) =>
        {
            lock (found)
            {
                for (var needs = inSample.Contains(profile) ? leaf.Reached : 0; needs != 0; needs &= needs - 1)
                {
                    var need = BitOperations.TrailingZeroCount(needs);
                    found[need, 0]++;
                    found[need, 1] += (long)((leaf.NoWrongDoor >> need) & 1);
                    found[need, 2] += Array.FindIndex(leaf.Within, within => ((within >> need) & 1) != 0);
                }
            }
        });
        for (var need = 0; need < map.Needs.Count; need++)
        {
            text.WriteLine(string.Join('|', need, found[need, 0], found[need, 1], found[need, 2]));
        }
    }

    private static void Copy(TextWriter sql, string table, IEnumerable<int[]> rows)
    {
        sql.WriteLine($"copy {table} from stdin;");
        foreach (var row in rows)
        {
            sql.WriteLine(string.Join('\t', row.Select(cell => cell.ToString(CultureInfo.InvariantCulture))));
        }
        sql.WriteLine("\\.");
    }

    private IEnumerable<int> Sample() =>
        Enumerable.Range(0, sample).Select(i => (int)((long)map.ProfileCount * i / sample));

    private int[] ValuesOf(int profile)
    {
        var values = new int[map.Dimensions.Count];
        for (var d = values.Length - 1; d >= 0; d--)
        {
            (profile, values[d]) = Math.DivRem(profile, map.Dimensions[d].Values.Count);
        }
        return values;
    }

    private IEnumerable<int> Usable(IEnumerable<Subject> subjects, int first) => subjects
        .Select((subject, i) => (subject, i))
        .Where(x => x.subject.Days.Include(question.Day))
        .Select(x => first + x.i);

    private Subject SubjectOf(int i) => i < _doors ? map.Doors[i] : i < _doors + _services ? map.Services[i - _doors] : LinkOf(i);

    private Link LinkOf(int i) => map.Links[i - _doors - _services];

    private int StartOf(int i) => LinkOf(i).From.IsDoor ? LinkOf(i).From.Index : _doors + LinkOf(i).From.Index;
}
