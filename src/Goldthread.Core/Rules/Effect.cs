namespace Goldthread.Core.Rules;

/// <summary>The days on which an entry of the rules holds, both inclusive; null means that no bound is known.</summary>
public readonly record struct Effect(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether the entry holds on a day.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>The days for a person: <c>2018-01-01 to 2019-12-31</c>.</summary>
    public override string ToString() => $"{From?.ToString("yyyy-MM-dd") ?? "…"} to {To?.ToString("yyyy-MM-dd") ?? "…"}";
}
