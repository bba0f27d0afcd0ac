namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>The best suggestions so far, as many as were asked for.</summary>
internal sealed class BestSuggestions(int most)
{
    /// <summary>How far a bound may fall short by rounding, relative to its size.</summary>
    private const double Rounding = 1e-9;

    private readonly SortedSet<Suggestion> _best = new(SuggestionOrder.Instance);

    /// <summary>Whether a change that brings so much would be among the best, or as good as the last of them.</summary>
    public bool MayTake(long profiles, double? share) =>
        profiles > 0 && most > 0 && (_best.Count < most || SuggestionOrder.Worth(profiles, share) >= SuggestionOrder.Worth(_best.Max!));

    /// <summary>Whether a change that brings at most so much could be.</summary>
    public bool MayReach(double bound) =>
        most > 0 && (_best.Count < most || bound * (1 + Rounding) >= SuggestionOrder.Worth(_best.Max!));

    public void Add(Suggestion suggestion)
    {
        _best.Add(suggestion);
        if (_best.Count > most)
        {
            _best.Remove(_best.Max!);
        }
    }

    /// <summary>All of them, the best first.</summary>
    public IReadOnlyList<Suggestion> All() => [.. _best];
}
