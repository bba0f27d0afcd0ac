namespace Goldthread.Core.Pathways.Engine;

/// <summary>One worker's means of searching block after block: the masks, the graph of a day and the search over it.</summary>
internal sealed class BlockSearch
{
    private int[] _serviceMasks = [];

    /// <summary>Makes the means.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="candidates">The subjects that can matter.</param>
    /// <param name="everywhere">Whether what is out of reach is searched as well; for asking what would be if it were not.</param>
    public BlockSearch(Plan plan, int[] candidates, bool everywhere = false)
    {
        Plan = plan;
        Masks = new BlockMasks(plan, candidates) { KeepsAll = everywhere };
        Graph = new Graph(plan, Masks);
        Search = new Search(Graph, Masks.Arena, plan.Question.MaxHandOffs) { SearchesEverywhere = everywhere };
    }

    public Plan Plan { get; }

    public BlockMasks Masks { get; }

    public Graph Graph { get; }

    public Search Search { get; }

    public Arena Arena => Masks.Arena;

    /// <summary>For each service of the graph, the profiles that it accepts.</summary>
    public ReadOnlySpan<int> ServiceMasks => _serviceMasks.AsSpan(0, Graph.Services.Length);

    /// <summary>Turns to a block, as it is on the question's day.</summary>
    public void TurnTo(int block)
    {
        Masks.TurnTo(block);
        Build(Plan.Question.Day);
    }

    /// <summary>Looks at the block as it is on another day.</summary>
    public void Build(DateOnly day)
    {
        Graph.Build(day);
        Array.Resize(ref _serviceMasks, Math.Max(_serviceMasks.Length, Graph.Services.Length));
        for (var service = 0; service < Graph.Services.Length; service++)
        {
            _serviceMasks[service] = Graph.ServiceMask(service);
        }
    }

    /// <summary>Searches for a need.</summary>
    public void Run(int need) => Search.Run(need, ServiceMasks);
}
