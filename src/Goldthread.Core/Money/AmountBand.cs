namespace Goldthread.Core.Money;

/// <summary>A range of amounts that lists and searches can be narrowed to.</summary>
/// <param name="Name">Its name in an address.</param>
/// <param name="Words">Its words on a page.</param>
/// <param name="AtLeast">The smallest amount in it, in pence.</param>
/// <param name="Below">The first amount above it, in pence; null where there is none.</param>
public sealed record AmountBand(string Name, string Words, long AtLeast, long? Below)
{
    /// <summary>All of them, smallest first.</summary>
    public static IReadOnlyList<AmountBand> All { get; } =
    [
        new("under-100k", "Under £100,000", 0, 10_000_000),
        new("100k-1m", "£100,000 to £1m", 10_000_000, 100_000_000),
        new("1m-10m", "£1m to £10m", 100_000_000, 1_000_000_000),
        new("10m-plus", "£10m and more", 1_000_000_000, null),
    ];

    /// <summary>The band of this name, or null.</summary>
    public static AmountBand? Of(string? name) => All.FirstOrDefault(band => band.Name == name);

    /// <summary>The band that an amount in pence falls into; null for one below nothing.</summary>
    public static AmountBand? Of(long pence) => All.LastOrDefault(band => band.AtLeast <= pence);
}
