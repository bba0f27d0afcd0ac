using System.Globalization;
using Goldthread.Core.People;

namespace Goldthread.Core.Tests.People;

public sealed class DigestWeekTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2026-11-21T09:00:00", "2026-11-23T08:00:00")] // from a Saturday in winter
    [InlineData("2026-11-23T07:59:59", "2026-11-23T08:00:00")] // the same morning
    [InlineData("2026-11-23T08:00:00", "2026-11-30T08:00:00")] // never the same time again
    [InlineData("2027-03-27T12:00:00", "2027-03-29T07:00:00")] // summer time begins on the Sunday between
    [InlineData("2027-10-30T12:00:00", "2027-11-01T08:00:00")] // and ends
    public void After_AnInstant_IsTheNextMondayAtEightInLondon(string from, string next) =>
        Assert.Equal(Utc(next), DigestWeek.Usual.After(Utc(from), London));

    [Fact]
    public void After_TimeThatTheClocksSkip_IsAnHourLater() =>
        Assert.Equal(Utc("2027-03-28T01:30:00"), new DigestWeek(DayOfWeek.Sunday, new TimeOnly(1, 30)).After(Utc("2027-03-27T12:00:00"), London));

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
