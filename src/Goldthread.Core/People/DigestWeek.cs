namespace Goldthread.Core.People;

/// <summary>When the digests of a week are made: on one day, at one hour, by the clocks of the place.</summary>
/// <param name="Day">The day of the week; one on which people work.</param>
/// <param name="At">The hour by local clocks.</param>
public sealed record DigestWeek(DayOfWeek Day, TimeOnly At)
{
    /// <summary>Monday at eight.</summary>
    public static DigestWeek Usual { get; } = new(DayOfWeek.Monday, new TimeOnly(8, 0));

    /// <summary>The first such time after an instant; UTC.</summary>
    /// <remarks>A time that the clocks skip in spring is the same hour later by an hour.</remarks>
    public DateTime After(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        var day = DateOnly.FromDateTime(local).AddDays(((int)Day - (int)local.DayOfWeek + 7) % 7);
        var at = ToUtc(day, zone);
        return at > utc ? at : ToUtc(day.AddDays(7), zone);
    }

    private DateTime ToUtc(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(At, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
