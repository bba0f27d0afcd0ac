using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Pathways.Bench;

/// <summary>The engine part by part.</summary>
internal static class EngineBench
{
    public static void Run(PathwayMap map, Question question, int runs)
    {
        var changed = map with { Services = [.. map.Services.Select((service, i) => i == 20 ? service with { Provides = [] } : service)] };
        var maps = MapPair.TryCreate(map, changed, out _)!;
        Show("the map made ready (part of all below)", runs, () => _ = new Plan(map, question));
        Show("reached, no wrong door, hand-offs", runs, () => Check(map, question, Parts.Needs));
        Show("the same, by every value, with shares", runs, () => Check(map, question, Parts.ByValue));
        Show("the same and last routes", runs, () => Check(map, question, Parts.LastRoutes));
        Show("the same and cliff edges", runs, () => Check(map, question, Parts.CliffEdges));
        Show("the same and gaps", runs, () => Check(map, question, Parts.Gaps));
        Show("the whole answer", runs, () => Check(map, question, Parts.All));
        Show("compare after one change", runs, () => PathwayComparison.Compare(maps, question));
        Show("suggest, accept, top 10", runs, () => PathwaySuggestions.Find(map, question, SuggestionKinds.Accept, 10));
        Show("suggest, top 10", runs, () => PathwaySuggestions.Find(map, question, SuggestionKinds.All, 10));
        Show("suggest without shares, top 10", runs, () => PathwaySuggestions.Find(map with { Shares = null }, question, SuggestionKinds.All, 10));
        Console.WriteLine($"memory: {Environment.WorkingSet >> 20} MiB working set, {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at its peak");
    }

    public static void RunBlockSizes(PathwayMap map, Question question, int runs)
    {
        foreach (var bits in (int[])[1024, 2048, 4096, 8192, 16384, 32768, 131072])
        {
            var layout = new Plan(map, question, bits).Layout;
            Show($"reached, {layout.Blocks} blocks of {layout.Bits} profiles", runs, () =>
                PathwayCheck.Answer(new Plan(map, question, bits), Parts.Needs, null, CancellationToken.None));
        }
    }

    private static void Check(PathwayMap map, Question question, Parts parts) =>
        PathwayCheck.Answer(new Plan(map, question), parts, null, CancellationToken.None);

    private static void Show(string what, int runs, Action work) => Console.WriteLine($"{what,-42} {Times.Of(runs, work)}");
}
