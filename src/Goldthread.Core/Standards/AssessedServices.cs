using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;

namespace Goldthread.Core.Standards;

/// <summary>
/// Whether the services of a map meet the minimum standard, from what their owners answered. Where a service takes people of
/// one borough alone and its owner answered for that borough, that counts; else the owner's answers as a whole. Where
/// the owner has not answered all of the minimum standard, what the map says of the service stands.
/// </summary>
public static class AssessedServices
{
    /// <summary>The services with what follows from the assessments, and where it came from.</summary>
    /// <param name="services">The services as the map has them.</param>
    /// <param name="assessments">The assessments.</param>
    public static (IReadOnlyList<ServiceEntry> Services, IReadOnlyDictionary<string, ServiceStandard> From) Of(IReadOnlyList<ServiceEntry> services, IEnumerable<Assessment> assessments)
    {
        var answered = assessments.Where(one => one.MeetsMinimum is not null).ToDictionary(one => (one.Organisation.Reference, one.Borough));
        if (answered.Count == 0)
            return (services, new Dictionary<string, ServiceStandard>());
        var (derived, from) = (new List<ServiceEntry>(services.Count), new Dictionary<string, ServiceStandard>(StringComparer.Ordinal));
        foreach (var service in services)
        {
            if (service.Owner?.Reference is not { } owner || ((BoroughOf(service) is not { } borough || !answered.TryGetValue((owner, borough), out var found)) && !answered.TryGetValue((owner, ""), out found)))
            {
                derived.Add(service);
                continue;
            }

            from[service.Id] = new ServiceStandard(owner, found.Borough, service.MeetsStandard);
            derived.Add(service.MeetsStandard == found.MeetsMinimum ? service : service with { MeetsStandard = found.MeetsMinimum!.Value });
        }

        return (derived, from);
    }

    // The one borough whose people it takes; null where it takes those of several, or of any.
    private static string? BoroughOf(ServiceEntry service)
    {
        var places = service.Accepts.Select(way => way.Values.FirstOrDefault(asked => asked.Dimension == GapSentences.Place)?.Values).ToList();
        return places.Count > 0 && places.TrueForAll(values => values is [var one] && one == places[0]![0]) ? places[0]![0] : null;
    }
}

/// <summary>Where it came from that a service meets the minimum standard or does not: its owner's own answers.</summary>
/// <param name="Organisation">The owner's reference.</param>
/// <param name="Borough">The borough that was answered for; empty for the organisation as a whole.</param>
/// <param name="OnTheMap">What the map itself says of the service, which the answers stand in for.</param>
public sealed record ServiceStandard(string Organisation, string Borough, bool OnTheMap);
