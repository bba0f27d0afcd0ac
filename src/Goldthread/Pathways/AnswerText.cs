using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary>Prints the answer of <c>pathways check</c> for a person to read.</summary>
internal static class AnswerText
{
    public static void Write(TextWriter writer, PathwayMap map, Answer answer)
    {
        writer.WriteLine(Heading(answer));
        foreach (var (need, i) in answer.Needs.Select((need, i) => (need, i)))
        {
            writer.WriteLine();
            WriteNeed(writer, map, answer, need, map.Needs[i].Name);
        }
        WriteDoors(writer, answer);
        WriteLastRoutes(writer, answer);
        WriteCliffEdges(writer, answer);
    }

    /// <summary>A box in words: <c>120 profiles: borough Havering; age 16-17 or under 16</c>.</summary>
    public static string Describe(PathwayMap map, Box box)
    {
        var parts = map.Dimensions
            .Select((dimension, d) => (dimension, values: box.Where[d]))
            .Where(part => part.values is not null)
            .Select(part => $"{part.dimension.Name} {string.Join(" or ", part.values!.Select(value => part.dimension.Values[value]))}");
        var where = string.Join("; ", parts);
        return $"{box.Profiles:N0} profiles: {(where.Length == 0 ? "everyone" : where)}";
    }

    private static string Heading(Answer answer)
    {
        var question = answer.Question;
        var wait = question.MaxWaitDays is { } days ? $", waits of at most {days} days" : "";
        var standard = question.StandardOnly ? ", services that meet the standard only" : "";
        return $"On {question.Day:yyyy-MM-dd}, at most {question.MaxHandOffs} hand-offs{wait}{standard}: {answer.Profiles:N0} profiles.";
    }

    private static void WriteNeed(TextWriter writer, PathwayMap map, Answer answer, NeedAnswer need, string name)
    {
        writer.WriteLine($"{need.Need}{(name.Length == 0 || name == need.Need ? "" : $" ({name.ReplaceLineEndings(" ")})")}");
        writer.WriteLine($"  reached        {Part(need.Reached, answer.Profiles)}{Share(need.Share?.Reached)}");
        writer.WriteLine($"  no wrong door  {Part(need.NoWrongDoor, answer.Profiles)}{Share(need.Share?.NoWrongDoor)}");
        for (var links = 1; links < need.HandOffs.Count; links++)
        {
            if (need.HandOffs[links] > 0)
            {
                writer.WriteLine($"  in {links,2} hand-offs {Part(need.HandOffs[links], answer.Profiles)}");
            }
        }
        for (var d = 0; d < map.Dimensions.Count; d++)
        {
            writer.WriteLine($"  by {map.Dimensions[d].Name}: reached, no wrong door");
            for (var v = 0; v < need.By[d].Count; v++)
            {
                var row = need.By[d][v];
                writer.WriteLine($"    {Part(row.Reached, row.Profiles)} {Part(row.NoWrongDoor, row.Profiles)}  {map.Dimensions[d].Values[v]}");
            }
        }
        writer.WriteLine(need.Gaps.Count == 0 ? "  no gaps" : $"  gaps, {need.Gaps.Count} of them:");
        foreach (var box in need.Gaps)
        {
            writer.WriteLine($"    {Describe(map, box)}");
        }
    }

    private static void WriteDoors(TextWriter writer, Answer answer)
    {
        var rows = answer.Doors.Where(row => row.DeadEnds > 0).ToList();
        writer.WriteLine();
        writer.WriteLine(rows.Count == 0 ? "No door is a dead end for anyone." : "Doors that are a dead end, and for how many of those who may enter:");
        foreach (var row in rows)
        {
            writer.WriteLine($"  {Part(row.DeadEnds, row.MayEnter)}  {row.Door}, {row.Need}");
        }
    }

    private static void WriteLastRoutes(TextWriter writer, Answer answer)
    {
        writer.WriteLine();
        writer.WriteLine(answer.LastRoutes.Count == 0 ? "No service is anyone's last route." : "Services that are the last route, and of how many profiles:");
        foreach (var row in answer.LastRoutes)
        {
            writer.WriteLine($"  {row.Profiles,13:N0}  {row.Service}, {row.Need}");
        }
    }

    private static void WriteCliffEdges(TextWriter writer, Answer answer)
    {
        if (answer.Question.Until is null)
        {
            return;
        }
        writer.WriteLine();
        writer.WriteLine(answer.CliffEdges.Count == 0 ? "Nobody is lost by that day." : "Days on which profiles lose their last route:");
        foreach (var row in answer.CliffEdges)
        {
            writer.WriteLine($"  {row.Day:yyyy-MM-dd} {row.Lost,13:N0}  {row.Need}; closing the day before: {string.Join(", ", row.Closing)}");
        }
    }

    private static string Part(long count, long of) =>
        $"{count,13:N0} {(of == 0 ? 0 : count / (double)of),6:P1}";

    private static string Share(double? share) => share is { } part ? $", {part:P1} of people" : "";
}
