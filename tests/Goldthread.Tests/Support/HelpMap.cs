using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Records;
using Goldthread.Site;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Support;

/// <summary>A small map with doors that say how they are reached. Illustrative: nobody and nothing in it is real.</summary>
internal static class HelpMap
{
    /// <summary>Puts it into a site's register in the place of the map that is there.</summary>
    public static async Task SaveAsync(TestSite site)
    {
        var today = Wording.Today(site.Clock);
        await site.SaveAsync(RecordKinds.Map, MapFrame.Reference, new MapFrame
        {
            Dimensions =
            [
                Dimension("borough", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "Croydon", "Ealing", "Enfield"),
                Dimension("age", "under 16", "16-17", "18-24", "25-54", "55 and over"), Dimension("recourse", "recourse", "no recourse", "pending"), Dimension("gender", "woman", "man", "LGBT+"),
            ],
            Needs = [new FrameNeed { Id = "refuge", Name = "Refuge" }, new FrameNeed { Id = "counselling", Name = "Counselling" }],
        });
        MapEntry[] entries =
        [
            new ServiceEntry { Id = "house", Name = "Lantern house", Provides = ["refuge"], Accepts = [Only("gender", "woman")] },
            new ServiceEntry { Id = "triage", Name = "Triage line", Provides = [], HandOffs = [To("l9", "house")] },
            new ServiceEntry { Id = "talk", Name = "Talking room", Provides = ["counselling"] },
            Door("hub", "Hub of the city", today.AddMonths(-1), Only("age", "18-24", "25-54", "55 and over"), To("l1", "house"), To("l2", "talk")) with { Reach = Reach },
            Door("desk", "A desk in Barnet", today.AddMonths(-7), Only("borough", "Barnet"), To("l3", "triage")),
            Door("stale", "Stale door", today.AddMonths(-12), null, To("l4", "house")),
            Door("unseen", "Door that nobody checked", null, null, To("l5", "house")),
        ];
        foreach (var id in (string[])["gp", "school"]) // of the small map that is there
            await site.SaveAsync(RecordKinds.Door, id, new DoorEntry { Id = id, Name = id });
        foreach (var entry in entries)
            await site.SaveAsync(entry is DoorEntry ? RecordKinds.Door : RecordKinds.Service, entry.Id, entry);
    }

    private static HowToReach Reach => new()
    {
        About = "A place where women find somebody who helps them through.",
        Telephone = "020 7946 0123",
        Web = "https://hub.example.org/help",
        Safely = "Ring from a phone that nobody checks.",
        Hours = "Monday to Friday, 9 to 5",
        Languages = ["English", "Polish"],
        Cost = "Free",
        Access = "Step-free, and someone who signs on Tuesdays",
        PassesOn = "What you say to the police only where a life is in danger",
        Keeps = "Your name and your visa from the Home Office",
    };

    private static DoorEntry Door(string id, string name, DateOnly? on, Acceptance? accepts, params HandOff[] handOffs) => new()
    {
        Id = id,
        Name = name,
        Organisation = "Lantern Advocacy",
        Stage = "first contact",
        Accepts = accepts is null ? [] : [accepts],
        HandOffs = handOffs,
        Checked = on is { } day ? new Checked { On = day, By = "Lantern Advocacy" } : null,
    };

    private static FrameDimension Dimension(string name, params string[] values) => new() { Name = name, Values = [.. values.Select(value => new FrameValue { Value = value })] };

    private static Acceptance Only(string dimension, params string[] values) => new() { Label = "1", Values = [new AcceptedValues { Dimension = dimension, Values = values }] };

    private static HandOff To(string id, string service) => new() { Id = id, To = new Ref<ServiceEntry>(service), WaitDays = 2 };
}
