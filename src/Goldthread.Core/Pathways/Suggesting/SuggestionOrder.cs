using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>The order of suggestions: what brings most first; ties by kind (accept, then link), then ids by code point.</summary>
/// <remarks>
/// Shares are sums of rounded numbers, so two that are equal may differ in their last digits. They are
/// compared to twelve significant digits, far coarser than the rounding and far finer than any real share.
/// </remarks>
internal sealed class SuggestionOrder : IComparer<Suggestion>
{
    private const int Digits = 12;

    public static SuggestionOrder Instance { get; } = new();

    /// <summary>What a suggestion is ranked by: its share where there is one, else its profiles.</summary>
    public static double Worth(Suggestion suggestion) => Worth(suggestion.NewlyReached, suggestion.Share);

    /// <summary>What so many profiles with such a share are ranked by.</summary>
    public static double Worth(long profiles, double? share) => share is { } part ? Round(part) : profiles;

    public int Compare(Suggestion? x, Suggestion? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = Worth(y).CompareTo(Worth(x));
        if (order != 0)
        {
            return order;
        }
        var (left, right) = (Ids(x), Ids(y));
        for (var i = 0; i < Math.Min(left.Length, right.Length) && order == 0; i++)
        {
            order = CodePointOrder.Instance.Compare(left[i], right[i]);
        }
        return order;
    }

    private static double Round(double share)
    {
        if (share == 0)
        {
            return 0;
        }
        var scale = Math.Pow(10, Digits - 1 - (int)Math.Floor(Math.Log10(share)));
        return double.IsFinite(scale) ? Math.Round(share * scale) / scale : share;
    }

    private static string[] Ids(Suggestion suggestion) => suggestion switch
    {
        AcceptSuggestion accept => ["accept", accept.Subject, accept.Alternative, accept.Dimension, accept.Value],
        LinkSuggestion link => ["link", link.From, link.To],
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion)),
    };
}
