using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.History;

namespace Goldthread.Core.Tests.Decisions.Part2;

public class Part2ChainTests
{
    private static readonly Part2Content Content = new(new string('a', 64), "Three bids.", "Bids are compared.");
    private static readonly Part2Stamp Stamp = new(Guid.Parse("00000000-0000-7000-8000-000000000001"), 1, new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc), Guid.Empty, "foia-43", new DateOnly(2027, 3, 31));

    [Fact]
    public void ContentHash_AnyPartChanged_IsAnother()
    {
        var hashes = new[]
        {
            Part2Chain.ContentHash(Content, Stamp),
            Part2Chain.ContentHash(Content with { Salt = new string('b', 64) }, Stamp),
            Part2Chain.ContentHash(Content with { Text = "Four bids." }, Stamp),
            Part2Chain.ContentHash(Content with { Why = "" }, Stamp),
            Part2Chain.ContentHash(Content with { Text = "Three bids.Bids", Why = " are compared." }, Stamp),
            Part2Chain.ContentHash(Content, Stamp with { Number = 2 }),
            Part2Chain.ContentHash(Content, Stamp with { Ground = "foia-41" }),
            Part2Chain.ContentHash(Content, Stamp with { Ends = new DateOnly(2028, 3, 31) }),
            Part2Chain.ContentHash(Content, Stamp with { Subject = Guid.Empty }),
        };

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void RevisionHash_WhoWhenOrBeforeChanged_IsAnother()
    {
        var content = Part2Chain.ContentHash(Content, Stamp);
        var hashes = new[]
        {
            Part2Chain.RevisionHash(Chain.Beginning, Stamp, content),
            Part2Chain.RevisionHash(content, Stamp, content),
            Part2Chain.RevisionHash(Chain.Beginning, Stamp with { By = Stamp.Subject }, content),
            Part2Chain.RevisionHash(Chain.Beginning, Stamp with { At = Stamp.At.AddMicroseconds(1) }, content),
            Part2Chain.RevisionHash(Chain.Beginning, Stamp, Chain.Beginning),
        };

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void ToString_Content_SaysNothingOfIt() => Assert.Equal("Part2Content", $"{Content}");

    [Fact]
    public void Exemptions_OfTheRepository_AreWhatWasLookedUp()
    {
        var all = RepositoryFiles.RuleBook.Exemptions;

        Assert.Equal(["foia-21", "foia-22", "foia-31", "foia-38", "foia-40", "foia-41", "foia-43"], all.Select(exemption => exemption.Reference));
        Assert.Equal(["foia-21", "foia-41"], all.Where(exemption => exemption.Weighing == Weighing.Absolute).Select(exemption => exemption.Reference));
        Assert.Equal("foia-40", Assert.Single(all, exemption => exemption.Weighing == Weighing.Mixed).Reference);
        Assert.Contains("settled intention", all.Single(exemption => exemption.Reference == "foia-22").Says, StringComparison.Ordinal);
    }
}
