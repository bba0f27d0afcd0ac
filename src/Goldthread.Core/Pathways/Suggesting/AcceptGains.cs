using System.Numerics;
using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>In one block: what each widened alternative brings.</summary>
/// <remarks>
/// For each subject there is one set of profiles who would pass it were it open to all. What a widened
/// alternative brings is the part of that set in the alternative's box with the new value in place of the
/// old ones: nobody in it is accepted yet, else she would reach the need already.
/// </remarks>
internal sealed class AcceptGains
{
    private readonly BlockSearch _blocks;
    private readonly Plan _plan;
    private readonly Layout _layout;
    private readonly Openings _openings;
    private readonly AcceptCandidates _candidates;
    private readonly int[] _subjects;
    private readonly BlockShares? _shares;
    private readonly List<AcceptCandidates.Place> _feasible = [];
    private readonly bool[] _provides;
    private readonly long[] _profiles;
    private readonly double[] _share;

    public AcceptGains(BlockSearch blocks, Openings openings, AcceptCandidates candidates, BlockShares? shares)
    {
        (_blocks, _openings, _candidates, _shares) = (blocks, openings, candidates, shares);
        (_plan, _layout) = (blocks.Plan, blocks.Plan.Layout);
        _subjects = [.. candidates.Subjects];
        _provides = new bool[_plan.Map.Services.Count];
        _profiles = new long[_layout.Step.Max()];
        _share = new double[_profiles.Length];
    }

    /// <summary>Finds the alternatives that a widening could bring into the block.</summary>
    public void TurnTo()
    {
        _feasible.Clear();
        foreach (var subject in _subjects)
        {
            foreach (var place in _candidates.Of(subject))
            {
                if (IsFeasible(place))
                {
                    _feasible.Add(place);
                }
            }
        }
    }

    /// <summary>Adds what each candidate brings to a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="among">The profiles that do not reach it.</param>
    /// <param name="gains">Where it is added.</param>
    public void Count(int need, int among, Gains gains)
    {
        Array.Clear(_provides);
        foreach (var provider in _blocks.Graph.Providers(need))
        {
            _provides[provider] = true;
        }
        var arena = _blocks.Arena;
        var mark = arena.Mark;
        var (subject, opened) = (-1, arena.Nobody);
        foreach (var place in _feasible)
        {
            if (place.Subject != subject)
            {
                arena.GiveBack(mark);
                (subject, opened) = (place.Subject, Opened(place.Subject, among));
            }
            if (opened != arena.Nobody)
            {
                CountPlace(place, opened, gains);
            }
        }
        arena.GiveBack(mark);
    }

    private bool IsFeasible(AcceptCandidates.Place place)
    {
        var chunks = _blocks.Masks.Chunks;
        foreach (var other in place.Others)
        {
            if (!other.Chunks[chunks[other.Dimension]])
            {
                return false;
            }
        }
        return _layout.Step[place.Dimension] > 1 || !place.Restriction.Values.Contains(chunks[place.Dimension]);
    }

    private int Opened(int subject, int among)
    {
        var graph = _blocks.Graph;
        if (subject < _plan.FirstService)
        {
            return _openings.ThroughDoor(graph.NumberOf(subject), among);
        }
        if (subject < _plan.FirstLink)
        {
            var service = graph.NumberOf(subject);
            return _openings.ThroughService(service, _provides[service], among);
        }
        var (start, end) = (_plan.StartOf(subject), _plan.EndOf(subject));
        if (graph.NumberOf(start) < 0 || graph.NumberOf(end) < 0)
        {
            return _blocks.Arena.Nobody;
        }
        return start < _plan.FirstService
            ? _openings.FromDoor(graph.NumberOf(start), graph.NumberOf(end), among)
            : _openings.FromService(graph.NumberOf(start), graph.NumberOf(end), among);
    }

    private void CountPlace(AcceptCandidates.Place place, int opened, Gains gains)
    {
        var arena = _blocks.Arena;
        var mark = arena.Mark;
        var inside = arena[arena.Take()];
        arena[opened].CopyTo(inside);
        foreach (var other in place.Others)
        {
            if (_layout.Step[other.Dimension] > 1)
            {
                Bits.And(inside, inside, other.BitsIn(_blocks.Masks.Chunks[other.Dimension]));
            }
        }
        AddByValue(place, inside, gains);
        arena.GiveBack(mark);
    }

    private void AddByValue(AcceptCandidates.Place place, ReadOnlySpan<ulong> inside, Gains gains)
    {
        var d = place.Dimension;
        var first = place.FirstCandidate + (_blocks.Masks.Chunks[d] * _layout.Step[d]);
        if (_layout.Step[d] == 1)
        {
            gains.Add(first, Bits.Count(inside), _shares?.Of(inside) ?? 0);
            return;
        }
        for (var at = 0; at < inside.Length; at++)
        {
            for (var word = inside[at]; word != 0; word &= word - 1)
            {
                var bit = (at << 6) + BitOperations.TrailingZeroCount(word);
                var value = bit / _layout.Stride[d] % _layout.Step[d];
                _profiles[value]++;
                _share[value] += _shares?.At(bit) ?? 0;
            }
        }
        for (var value = 0; value < _layout.Step[d]; value++)
        {
            if (_profiles[value] > 0)
            {
                gains.Add(first + value, _profiles[value], _share[value]);
                (_profiles[value], _share[value]) = (0, 0);
            }
        }
    }
}
