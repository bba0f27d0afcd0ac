using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Core.Records;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>Maps as records: into entries and their stored bytes, and out to the files of a folder.</summary>
public sealed class MapEntriesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Write_EntriesOfAMap_AreReadAsTheSameMap(int seed)
    {
        for (var i = 0; i < 20; i++)
        {
            var (map, question) = new RandomMap((seed * 1000) + i).Make();
            var entries = MapEntries.Of(map, _ => null);
            var stored = new MapEntries(
                Again(RecordKinds.Map, entries.Frame), [.. entries.Doors.Select(door => Again(RecordKinds.Door, door))], [.. entries.Services.Select(service => Again(RecordKinds.Service, service))]);

            var reading = MapReader.Read(MapWriter.Write(stored));

            Assert.Empty(reading.Problems);
            Assert.Equal(Text(map, question), Text(reading.Map!, question));
        }
    }

    [Fact]
    public void Write_NamesWithCommasQuotesAndLineBreaks_AreReadBackAsTheyWere()
    {
        var service = new ServiceEntry { Id = " a,\"b\"\n", Name = "Übersicht \"x\"", Provides = ["n"] };
        var frame = new MapFrame { Dimensions = [new FrameDimension { Name = "d", Values = [new FrameValue { Value = "v" }] }], Needs = [new FrameNeed { Id = "n", Name = "N" }] };

        var read = MapReader.Read(MapWriter.Write(new MapEntries(frame, [], [service]))).Map!;

        Assert.Equal((service.Id, service.Name), (read.Services[0].Id, read.Services[0].Name));
    }

    [Fact]
    public void Write_HandOffToAServiceThatIsGone_LeavesItOut()
    {
        var frame = new MapFrame { Dimensions = [new FrameDimension { Name = "d", Values = [new FrameValue { Value = "v" }] }], Needs = [new FrameNeed { Id = "n", Name = "N" }] };
        var door = new DoorEntry { Id = "gp", Name = "GP", HandOffs = [new HandOff { Id = "l1", To = new Ref<ServiceEntry>("gone"), Accepts = [new Acceptance { Label = "1", Values = [new AcceptedValues { Dimension = "d", Values = ["v"] }] }] }] };

        var reading = MapReader.Read(MapWriter.Write(new MapEntries(frame, [door], [])));

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Map!.Links);
    }

    private static T Again<T>(RecordKind<T> kind, T body)
        where T : class => (T)kind.Read(kind.Write(body), kind.Shape);

    private static string Text(PathwayMap map, Question question)
    {
        using var stream = new MemoryStream();
        AnswerJson.Write(stream, map, PathwayCheck.Answer(map, question));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
