using System.Text.RegularExpressions;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>A service in a secret place counts in its region, and nothing that is public of it says where it is.</summary>
public static partial class SecretPlace
{
    /// <summary>What would give a secret place away, in a sentence; null where nothing would, or where the place may be known.</summary>
    /// <param name="service">The service.</param>
    /// <param name="frame">What the map is drawn on; the values of its boroughs are the places.</param>
    public static string? Refusal(ServiceEntry service, MapFrame frame)
    {
        if (service.SecretIn is null)
            return null;
        var reach = service.Reach ?? new HowToReach();
        string[] words = [service.Name, service.SecretIn, reach.About, reach.Web, reach.Safely, reach.Hours, .. reach.Languages, reach.Cost, reach.Access, reach.PassesOn, reach.Keeps];
        var places = frame.Dimensions.FirstOrDefault(one => one.Name == GapSentences.Place)?.Values.Select(value => value.Value) ?? [];
        if (places.FirstOrDefault(place => words.Any(text => text.Contains(place, StringComparison.OrdinalIgnoreCase))) is { } named)
            return $"The place of “{service.Name}” is to be secret, but “{named}” stands in its name, its region or how it is reached. Take it out";
        if (words.Select(text => Postcode().Match(text)).FirstOrDefault(found => found.Success) is { } postcode)
            return $"The place of “{service.Name}” is to be secret, but the postcode “{postcode.Value}” stands in what is said of it. Take it out";
        return AreaCode().IsMatch(reach.Telephone)
            ? $"The place of “{service.Name}” is to be secret, but its telephone number tells the area. Give a number that begins with 03, 07 or 08, or none"
            : null;
    }

    /// <summary>The first of a map's services whose secret place would be given away, in a sentence; null where there is none.</summary>
    public static string? Refusal(MapEntries map) => map.Services.Select(service => Refusal(service, map.Frame)).FirstOrDefault(refusal => refusal is not null);

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Postcode();

    // Numbers of an area begin with 01 or 02, or with the country's number before them.
    [GeneratedRegex(@"^\s*(\(?0|(\+|00)\s*44\s*(\(0\))?)\s*[12]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AreaCode();
}
