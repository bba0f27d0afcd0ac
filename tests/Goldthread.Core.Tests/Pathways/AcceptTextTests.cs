using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;

namespace Goldthread.Core.Tests.Pathways;

public sealed class AcceptTextTests
{
    private static readonly MapFrame Frame = new()
    {
        Dimensions = [Dimension("age", "under 16", "16-17", "adult"), Dimension("language", "English", "x,y", "BSL"), Dimension("form: of abuse", "a; b is none", "stalking")],
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("  \n", "")]
    [InlineData("age: adult, 16-17", "age: 16-17, adult")]
    [InlineData("AGE: Adult;language:x,y , BSL", "age: adult; language: x,y, BSL")]
    [InlineData("age: adult\n\nform: of abuse: stalking; age: under 16", "age: adult\nform: of abuse: stalking; age: under 16")]
    public void Read_WhatPeopleWrite_IsWrittenInOneForm(string typed, string written)
    {
        var (ways, problem) = AcceptText.Read(typed, Frame);

        Assert.Null(problem);
        Assert.Equal(written, AcceptText.Write(ways!));
        Assert.Equal(written, AcceptText.Write(AcceptText.Read(written, Frame).Ways!));
    }

    [Theory]
    [InlineData("adult", "Line 1: “adult” names no characteristic.")]
    [InlineData("age: adult\nage: old", "Line 2: “old” is no value of age. Write one or more of under 16, 16-17, adult.")]
    [InlineData("age:", "Line 1: “” is no value of age.")]
    [InlineData("age: adult; age: 16-17", "Line 1: age stands there twice.")]
    [InlineData("language: x", "Line 1: “x” is no value of language.")]
    public void Read_WhatCannotBe_SaysWhichLineAndWhatItMayHold(string typed, string problem)
    {
        var (ways, said) = AcceptText.Read(typed, Frame);

        Assert.Null(ways);
        Assert.StartsWith(problem, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-03-31", false)]
    [InlineData("2022-03-30", false)]
    [InlineData("2022-03-29", true)]
    [InlineData(null, true)]
    public void IsStale_SixMonthsAfterACheck_BeginsTheDayAfter(string? on, bool stale) =>
        Assert.Equal(stale, Freshness.IsStale(on is null ? null : new Checked { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), By = "Office" }, new DateOnly(2022, 9, 30)));

    [Fact]
    public void Over_EntryOfAFolder_KeepsWhatAFolderCannotSay()
    {
        var kept = new ServiceEntry { Id = "a", Name = "Before", SecretIn = "East", Checked = new Checked { On = new DateOnly(2022, 1, 1), By = "Office" }, Provides = ["refuge"] };

        var now = (ServiceEntry)new ServiceEntry { Id = "a", Name = "After", Provides = ["housing"] }.Over(kept);

        Assert.Equal(("After", "East", kept.Checked, "housing"), (now.Name, now.SecretIn, now.Checked, now.Provides[0]));
    }

    [Fact]
    public void With_ChangedAndNewEntries_StandWhereTheyStoodAndAtTheEnd()
    {
        var map = new MapEntries(Frame, [new DoorEntry { Id = "d" }], [new ServiceEntry { Id = "a" }, new ServiceEntry { Id = "b" }]);

        var other = map.With([new ServiceEntry { Id = "a", Name = "Changed" }, new ServiceEntry { Id = "c" }, new DoorEntry { Id = "e" }]);

        Assert.Equal(["a", "b", "c"], other.Services.Select(service => service.Id));
        Assert.Equal("Changed", other.Services[0].Name);
        Assert.Equal(["d", "e"], other.Doors.Select(door => door.Id));
    }

    private static FrameDimension Dimension(string name, params string[] values) => new() { Name = name, Values = [.. values.Select(value => new FrameValue { Value = value })] };
}
