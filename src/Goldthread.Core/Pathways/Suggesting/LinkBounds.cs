using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>For every pair of a door or service and a service, a bound on what a link between them brings.</summary>
/// <remarks>
/// In a block, a link brings at most those without a route who can come to its start in time, and at most
/// those who would have one from its end. The smaller of the two, summed over blocks and needs, is the bound.
/// </remarks>
internal sealed class LinkBounds(Plan plan)
{
    /// <summary>The most pairs: 2²⁴, with a bound of 8 bytes for every worker.</summary>
    public const long Most = 1L << 24;

    /// <summary>Keeps a bound above nothing where there are profiles, but no share of people has their values.</summary>
    private const double Hair = 1e-30;

    private readonly int _services = plan.Map.Services.Count;
    private readonly int _handOffs = plan.Question.MaxHandOffs;
    private readonly Dictionary<int, double> _worthOf = [];
    private readonly List<(int Subject, double Worth)> _starts = [];
    private readonly List<(int Service, double Worth)> _ends = [];

    /// <summary>By start, as a subject, then by end, as a service.</summary>
    public double[] Bounds { get; } = new double[(long)plan.FirstLink * plan.Map.Services.Count];

    public void Add(LinkBounds other)
    {
        for (var i = 0; i < Bounds.Length; i++)
        {
            Bounds[i] += other.Bounds[i];
        }
    }

    /// <summary>Adds the bounds of a block for a need.</summary>
    public void Add(BlockSearch blocks, Forward forward, BlockShares? shares, int among)
    {
        var graph = blocks.Graph;
        _worthOf.Clear();
        _starts.Clear();
        for (var door = 0; door < graph.Doors.Length; door++)
        {
            AddStart(blocks, shares, graph.Doors[door], graph.DoorMask(door), among);
        }
        AddPairs(blocks, shares, among, _handOffs - 1);
        if (_handOffs == 1)
        {
            return;
        }
        _starts.Clear();
        for (var service = 0; service < graph.Services.Length; service++)
        {
            AddStart(blocks, shares, graph.Services[service], forward.Standing(_handOffs - 1, service), among);
        }
        AddPairs(blocks, shares, among, _handOffs - 2);
    }

    private void AddStart(BlockSearch blocks, BlockShares? shares, int subject, int mask, int among)
    {
        if (Worth(blocks, shares, mask, among) is > 0 and var worth)
        {
            _starts.Add((subject, worth));
        }
    }

    private void AddPairs(BlockSearch blocks, BlockShares? shares, int among, int linksAfter)
    {
        var graph = blocks.Graph;
        _ends.Clear();
        for (var service = 0; service < graph.Services.Length; service++)
        {
            if (Worth(blocks, shares, blocks.Search.Layer(linksAfter, service), among) is > 0 and var worth)
            {
                _ends.Add((graph.Services[service] - plan.FirstService, worth));
            }
        }
        foreach (var (subject, worth) in _starts)
        {
            var row = Bounds.AsSpan(subject * _services, _services);
            foreach (var end in _ends)
            {
                row[end.Service] += Math.Min(worth, end.Worth);
            }
        }
    }

    private double Worth(BlockSearch blocks, BlockShares? shares, int set, int among)
    {
        var arena = blocks.Arena;
        if (set == arena.Nobody)
        {
            return 0;
        }
        if (!_worthOf.TryGetValue(set, out var worth))
        {
            var both = arena.Take();
            Bits.And(arena[both], arena[set], arena[among]);
            var profiles = Bits.Count(arena[both]);
            worth = shares is null ? profiles : shares.Of(arena[both]) + (profiles * Hair);
            arena.GiveBack(both);
            _worthOf[set] = worth;
        }
        return worth;
    }
}
