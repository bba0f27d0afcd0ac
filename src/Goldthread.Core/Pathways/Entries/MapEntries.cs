using System.Globalization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Records;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>A map as the register keeps it: what it is drawn on, and its doors and services in order, each with the hand-offs that start there.</summary>
public sealed record MapEntries(MapFrame Frame, IReadOnlyList<DoorEntry> Doors, IReadOnlyList<ServiceEntry> Services)
{
    /// <summary>The map with some of its entries as they ought to be, and new ones after those that are there.</summary>
    public MapEntries With(IReadOnlyCollection<MapEntry> changed) => this with { Doors = Changed(Doors, changed), Services = Changed(Services, changed) };

    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> entries, IReadOnlyCollection<MapEntry> changed)
        where T : MapEntry
    {
        var byId = changed.OfType<T>().ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        return [.. entries.Select(entry => byId.Remove(entry.Id, out var other) ? other : entry), .. changed.OfType<T>().Where(entry => byId.ContainsKey(entry.Id))];
    }

    /// <summary>The entries of a map that was read from a folder.</summary>
    /// <param name="map">The map.</param>
    /// <param name="ownerOf">The reference of the organisation that a name means; null for one that the register does not know.</param>
    public static MapEntries Of(PathwayMap map, Func<string, string?> ownerOf)
    {
        var fromDoor = map.Links.Where(link => link.From.IsDoor).ToLookup(link => link.From.Index);
        var fromService = map.Links.Where(link => !link.From.IsDoor).ToLookup(link => link.From.Index);
        return new MapEntries(
            new MapFrame
            {
                Dimensions = [.. map.Dimensions.Select((dimension, d) => new FrameDimension
                {
                    Name = dimension.Name,
                    Values = [.. dimension.Values.Select((value, v) => new FrameValue { Value = value, Share = map.Shares?[d][v].ToString("R", CultureInfo.InvariantCulture) })],
                })],
                Needs = [.. map.Needs.Select(need => new FrameNeed { Id = need.Id, Name = need.Name })],
            },
            [.. map.Doors.Select((door, i) => new DoorEntry
            {
                Id = door.Id,
                Name = door.Name,
                Organisation = door.Organisation,
                Owner = Owner(door.Organisation),
                Stage = door.Stage,
                FirstDay = door.Days.First,
                LastDay = door.Days.Last,
                Accepts = Accepts(door.Conditions),
                HandOffs = [.. fromDoor[i].Select(Of)],
            })],
            [.. map.Services.Select((service, i) => new ServiceEntry
            {
                Id = service.Id,
                Name = service.Name,
                Organisation = service.Organisation,
                Owner = Owner(service.Organisation),
                Stage = service.Stage,
                FirstDay = service.Days.First,
                LastDay = service.Days.Last,
                Accepts = Accepts(service.Conditions),
                HandOffs = [.. fromService[i].Select(Of)],
                MeetsStandard = service.MeetsStandard,
                Funding = service.Funding,
                Provides = [.. service.Provides.Select(need => map.Needs[need].Id)],
            })]);

        Ref<Organisation>? Owner(string organisation) => ownerOf(organisation) is { } reference ? new Ref<Organisation>(reference) : null;

        HandOff Of(Link link) => new()
        {
            Id = link.Id,
            To = new Ref<ServiceEntry>(map.Services[link.To].Id),
            WaitDays = link.WaitDays,
            FirstDay = link.Days.First,
            LastDay = link.Days.Last,
            Accepts = Accepts(link.Conditions),
        };

        IReadOnlyList<Acceptance> Accepts(Conditions conditions) =>
            [.. conditions.Alternatives.Select(way => new Acceptance
            {
                Label = way.Label,
                Values = [.. way.Restrictions.Select(asked => new AcceptedValues
                {
                    Dimension = map.Dimensions[asked.Dimension].Name,
                    Values = [.. asked.Values.Select(value => map.Dimensions[asked.Dimension].Values[value])],
                })],
            })];
    }
}
