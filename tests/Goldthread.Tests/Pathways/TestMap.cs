using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Pathways;

/// <summary>A small map: the worked example of the format, with people added who keep it.</summary>
internal static class TestMap
{
    public static MapFrame Frame { get; } = new()
    {
        Dimensions = [Dimension("borough", "Barnet", "Bexley"), Dimension("age", "under 16", "adult")],
        Needs = [new FrameNeed { Id = "refuge", Name = "Refuge" }],
    };

    public static IReadOnlyList<MapEntry> Entries { get; } =
    [
        new ServiceEntry { Id = "triage", Name = "Triage line, Riverside", Organisation = "Riverside Police", Owner = new Ref<Organisation>("riverside-police"), Stage = "triage", HandOffs = [To("l2", "house")] },
        new ServiceEntry
        {
            Id = "house", Name = "Lantern house", Organisation = "Riverside Police", Owner = new Ref<Organisation>("riverside-police"), Stage = "support", MeetsStandard = true, Funding = "PCD 9002",
            Provides = ["refuge"], Accepts = [Only("adult")], LastDay = new DateOnly(2099, 9, 30), Checked = new Checked { On = new DateOnly(2021, 3, 1), By = "Lantern Advocacy" },
        },
        new DoorEntry { Id = "gp", Name = "GP surgery, Riverside", Organisation = "NHS", Stage = "first contact", HandOffs = [To("l1", "triage")] },
        new DoorEntry { Id = "school", Name = "School, Riverside", Organisation = "Education", Stage = "first contact", Accepts = [Only("under 16")], HandOffs = [To("l3", "triage")] },
    ];

    public static async Task SaveAsync(TestSite site)
    {
        await site.SaveAsync(RecordKinds.Map, MapFrame.Reference, Frame);
        foreach (var entry in Entries)
            await site.SaveAsync(entry is DoorEntry ? RecordKinds.Door : RecordKinds.Service, entry.Id, entry);
    }

    private static FrameDimension Dimension(string name, params string[] values) => new() { Name = name, Values = [.. values.Select(value => new FrameValue { Value = value })] };

    private static Acceptance Only(string age) => new() { Label = "1", Values = [new AcceptedValues { Dimension = "age", Values = [age] }] };

    private static HandOff To(string id, string service) => new() { Id = id, To = new Ref<ServiceEntry>(service), WaitDays = 2 };
}
