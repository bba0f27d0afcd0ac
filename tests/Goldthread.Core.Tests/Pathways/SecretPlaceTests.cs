using Goldthread.Core.Pathways.Entries;

namespace Goldthread.Core.Tests.Pathways;

public sealed class SecretPlaceTests
{
    private static readonly MapFrame Frame = new() { Dimensions = [new FrameDimension { Name = "borough", Values = [new FrameValue { Value = "Camden" }, new FrameValue { Value = "Bexley" }] }] };

    [Theory]
    [InlineData("Refuge in Camden", "", "")]
    [InlineData("Refuge", "Meet us at the station in bexley.", "")]
    [InlineData("Refuge", "Write to SE1 7PB.", "")]
    [InlineData("Refuge", "Write to n19jp.", "")]
    [InlineData("Refuge", "", "020 7946 0000")]
    [InlineData("Refuge", "", "(01632) 960 001")]
    [InlineData("Refuge", "", "+44 20 7946 0000")]
    [InlineData("Refuge", "", "0044 (0)20 7946 0000")]
    public void Refusal_WhatTellsTheWay_IsRefused(string name, string safely, string telephone)
    {
        var service = new ServiceEntry { Id = "s", Name = name, SecretIn = "North London", Reach = new HowToReach { Safely = safely, Telephone = telephone } };
        Assert.NotNull(SecretPlace.Refusal(service, Frame));
        Assert.NotNull(SecretPlace.Refusal(new MapEntries(Frame, [], [service])));
        Assert.Null(SecretPlace.Refusal(service with { SecretIn = null }, Frame));
    }

    [Theory]
    [InlineData("0808 157 0000")]
    [InlineData("07700 900001")]
    [InlineData("0300 123 0000")]
    [InlineData("116 123")]
    [InlineData("")]
    public void Refusal_WhatTellsNothing_IsNone(string telephone) =>
        Assert.Null(SecretPlace.Refusal(new ServiceEntry { Name = "Refuge, north", SecretIn = "North London", Reach = new HowToReach { Telephone = telephone, Safely = "Ring first; ask for A1." } }, Frame));

    [Fact]
    public void Refusal_RegionThatIsABorough_IsRefused() =>
        Assert.Contains("“Camden”", SecretPlace.Refusal(new ServiceEntry { Name = "Refuge", SecretIn = "Camden" }, Frame), StringComparison.Ordinal);
}
