using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Core.Records;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>How doors and services are reached: out of the file beside the map's, and into it.</summary>
public sealed class HelpFileTests
{
    private const string Header = "id,about,telephone,web,safely,hours,languages,cost,access,passes_on,keeps,checked,checked_by\n";

    private static readonly MapEntries Map = new(new MapFrame(), [new DoorEntry { Id = "gp", Name = "GP" }], [new ServiceEntry { Id = "house", Name = "House" }]);

    [Fact]
    public void Read_RowOfADoor_IsHowItIsReachedAndOthersStayAsTheyAre()
    {
        var problems = new List<MapProblem>();

        var read = HelpFile.Read(Header + "gp,A doctor.,020 7946 0000,https://gp.example.org/,Ask for time alone.,\"Monday, 9 to 5\",English| Polish,Free,Step-free,Nothing,Your visit,2026-10-01,NHS\n", Map, problems);

        Assert.Empty(problems);
        var reach = read.Doors[0].Reach!;
        Assert.Equal(("A doctor.", "020 7946 0000", "https://gp.example.org/", "Ask for time alone.", "Monday, 9 to 5"), (reach.About, reach.Telephone, reach.Web, reach.Safely, reach.Hours));
        Assert.Equal(["English", "Polish"], reach.Languages);
        Assert.Equal(("Free", "Step-free", "Nothing", "Your visit"), (reach.Cost, reach.Access, reach.PassesOn, reach.Keeps));
        Assert.Equal(new Checked { On = new DateOnly(2026, 10, 1), By = "NHS" }, read.Doors[0].Checked);
        Assert.Equal(Map.Services, read.Services);
    }

    [Theory]
    [InlineData("nobody,,,,,,,,,,,,", 1, "there is no door or service \"nobody\"")]
    [InlineData("gp,,ring us,,,,,,,,,,", 5, "telephone: \"ring us\"")]
    [InlineData("gp,,,http://gp.example.org,,,,,,,,,", 6, "web: \"http://gp.example.org\"")]
    [InlineData("gp,,,javascript:alert(1),,,,,,,,,", 6, "web:")]
    [InlineData("gp,,,,,,,,,,,1 October,", 14, "checked: \"1 October\"")]
    [InlineData("gp,,", 5, "3 fields")]
    public void Read_RowThatCannotBe_IsNamedWithItsPlace(string row, int column, string said)
    {
        var problems = new List<MapProblem>();

        HelpFile.Read(Header + row + "\n", Map, problems);

        var problem = Assert.Single(problems);
        Assert.Equal((HelpFile.Name, 2, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhatWasRead_IsTheSameFile()
    {
        const string Row = "house,\"A \"\"safe\"\" house, with a garden\",07700 900000,,Ring.,,English|BSL,,,,Where it is,2026-09-30,Lantern\n";
        var problems = new List<MapProblem>();

        var read = HelpFile.Read(Header + Row, Map, problems);

        Assert.Empty(problems);
        Assert.Equal(Header + Row, HelpFile.Write(read));
        Assert.Equal(Header + Row, MapWriter.Write(read)[HelpFile.Name]);
        Assert.Null(HelpFile.Write(Map));
    }

    [Fact]
    public void Write_EntryOfWhichNothingIsSaid_HasNoSuchField()
    {
        var silent = RecordKinds.Door.Write(new DoorEntry { Id = "gp", Name = "GP" });
        var told = RecordKinds.Door.Write(new DoorEntry { Id = "gp", Name = "GP", Reach = new HowToReach { Telephone = "020 7946 0000" } });

        Assert.DoesNotContain("reach", silent, StringComparison.Ordinal);
        Assert.Equal("020 7946 0000", ((DoorEntry)RecordKinds.Door.Read(told, RecordKinds.Door.Shape)).Reach!.Telephone);
    }
}
