using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Pathways;
using Goldthread.Rules;

namespace Goldthread.Tests.Pathways;

/// <summary>The sample's map of London: real boroughs, illustrative services, and a cliff edge where the papers say one.</summary>
public sealed class SampleMapTests
{
    private static MapEntries Drawn { get; } = new SampleMap(Path.Combine(AppContext.BaseDirectory, "samples", "london", "map"), MapCommands.Owners(RulesFolder.Read(RulesFolder.Default).Book!)).Draw();

    private static PathwayMap Map { get; } = MapReader.Read(MapWriter.Write(Drawn)) is { Map: { } map, Problems: [] } ? map : throw new InvalidDataException("The sample's map does not fit together.");

    [Fact]
    public void Draw_Sample_IsOfTheScaleOfACity()
    {
        Assert.Equal(2_940_300, Map.ProfileCount);
        Assert.InRange(Map.Doors.Count, 550, 700);
        Assert.InRange(Map.Services.Count, 1_100, 1_300);
        Assert.InRange(Map.Links.Count, 7_500, 10_000);
        Assert.Equal(RulesFolder.Read(RulesFolder.Default).Book!.Boroughs.Select(borough => borough.Name).Order(StringComparer.Ordinal), Map.Dimensions[0].Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Draw_Sample_LosesHelpOnTheDayAfterTheTrancheEnds()
    {
        var answer = PathwayCheck.Answer(Map, new Question { Day = SampleMap.Day, Until = SampleMap.Day.AddMonths(2) });

        Assert.All(answer.CliffEdges, edge => Assert.Equal(new DateOnly(2022, 10, 1), edge.Day));
        Assert.Contains(answer.CliffEdges, edge => edge.Need == "advocacy");
        Assert.Contains(answer.CliffEdges, edge => edge.Need == "counselling");
        Assert.All(
            answer.CliffEdges[0].Closing.Select(id => Drawn.Services.Single(service => service.Id == id)),
            service => Assert.True(service.Funding is "PCD 9003" or "PCD 9006" || service.Funding.StartsWith("Counselling contract", StringComparison.Ordinal), service.Id));
    }

    [Fact]
    public void With_EveryDoor_SaysHowItIsReachedAndWhatItPassesOn()
    {
        var told = SampleReach.With(Drawn, Path.Combine(AppContext.BaseDirectory, "samples", "london", "map"), new DateOnly(2026, 11, 22)).Doors;

        Assert.All(told, door => Assert.All((string[])[door.Reach!.About, door.Reach.Telephone, door.Reach.Safely, door.Reach.PassesOn, door.Reach.Keeps], text => Assert.NotEmpty(text)));
        Assert.Equal(told.Count, told.DistinctBy(door => door.Reach!.Telephone).Count());
        Assert.All(told, door => Assert.InRange(door.Checked!.On, new DateOnly(2026, 3, 1), new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public void Draw_Sample_NamesNoBoroughOfASecretPlace()
    {
        var secret = Drawn.Services.Where(service => service.SecretIn is not null).ToList();

        Assert.True(secret.Count > 50);
        Assert.All(secret, service =>
        {
            Assert.DoesNotContain(Map.Dimensions[0].Values, borough => (service.Name + service.Organisation).Contains(borough, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(service.Accepts.SelectMany(way => way.Values), asked => asked.Dimension == GapSentences.Place);
        });
    }
}
