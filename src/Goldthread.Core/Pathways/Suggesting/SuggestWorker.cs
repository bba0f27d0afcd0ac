using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>Goes through the blocks with everything in view, also what is out of reach.</summary>
internal sealed class SuggestWorker
{
    private readonly Plan _plan;
    private readonly BlockSearch _blocks;
    private readonly Forward _forward;
    private readonly Openings _openings;
    private readonly BlockShares? _shares;

    public SuggestWorker(Plan plan, int[] usable)
    {
        _plan = plan;
        _blocks = new BlockSearch(plan, usable, everywhere: true);
        _forward = new Forward(_blocks.Graph, _blocks.Arena, plan.Question.MaxHandOffs);
        _openings = new Openings(_blocks, _forward);
        _shares = plan.Map.Shares is { } shares ? new BlockShares(plan.Layout, shares) : null;
    }

    /// <summary>What the changes of conditions bring; null where they are not asked for.</summary>
    public Gains? Accepts { get; private set; }

    /// <summary>What new links can bring at most; null where they are not asked for.</summary>
    public LinkBounds? Bounds { get; private set; }

    /// <summary>What the links of a list bring; null where none is asked for.</summary>
    public Gains? Links { get; private set; }

    private AcceptGains? AcceptGains { get; set; }

    public SuggestWorker ForAccepts(AcceptCandidates candidates)
    {
        Accepts = new Gains(candidates.Count);
        AcceptGains = new AcceptGains(_blocks, _openings, candidates, _shares);
        return this;
    }

    public SuggestWorker ForBounds()
    {
        Bounds = new LinkBounds(_plan);
        return this;
    }

    public SuggestWorker ForLinks(int count)
    {
        Links = new Gains(count);
        return this;
    }

    /// <summary>Counts what changes of conditions bring, and bounds what new links bring.</summary>
    public void Survey(int block) => ForEachNeed(block, (need, among) =>
    {
        AcceptGains?.Count(need, among, Accepts!);
        Bounds?.Add(_blocks, _forward, _shares, among);
    });

    /// <summary>Counts what each of the links brings.</summary>
    public void Count(int block, IReadOnlyList<(int Start, int End)> links) => ForEachNeed(block, (_, among) =>
    {
        var arena = _blocks.Arena;
        for (var i = 0; i < links.Count; i++)
        {
            var mark = arena.Mark;
            var opened = Opened(links[i], among);
            if (opened != arena.Nobody)
            {
                Links!.Add(i, Bits.Count(arena[opened]), _shares?.Of(arena[opened]) ?? 0);
            }
            arena.GiveBack(mark);
        }
    });

    private void ForEachNeed(int block, Action<int, int> work)
    {
        var arena = _blocks.Arena;
        _blocks.TurnTo(block);
        _shares?.TurnTo(_blocks.Masks.Chunks);
        _forward.Run(_blocks.ServiceMasks);
        AcceptGains?.TurnTo();
        for (var need = 0; need < _plan.Map.Needs.Count; need++)
        {
            var mark = arena.Mark;
            _blocks.Run(need);
            var among = arena.Take();
            Bits.Without(arena[among], arena[arena.Everybody], arena[_blocks.Search.Reached]);
            if (arena[among].ContainsAnyExcept(0UL))
            {
                work(need, among);
            }
            arena.GiveBack(mark);
        }
    }

    private int Opened((int Start, int End) link, int among)
    {
        var (start, end) = (_blocks.Graph.NumberOf(link.Start), _blocks.Graph.NumberOf(link.End));
        if (start < 0 || end < 0)
        {
            return _blocks.Arena.Nobody;
        }
        return link.Start < _plan.FirstService
            ? _openings.FromDoor(start, end, among)
            : _openings.FromService(start, end, among);
    }
}
