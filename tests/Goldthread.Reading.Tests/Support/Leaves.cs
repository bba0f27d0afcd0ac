using System.Text.Json;
using Goldthread.Core.Readings;

namespace Goldthread.Reading.Tests.Support;

/// <summary>Walks the leaves of a reading's record as its JSON has them.</summary>
internal static class Leaves
{
    /// <summary>Every leaf with its pointer; nulls left out.</summary>
    public static IEnumerable<(string Pointer, JsonElement Value)> Of(JsonElement value, string pointer = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Of(field.Value, $"{pointer}/{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((element, index) => Of(element, $"{pointer}/{index}")),
        JsonValueKind.Null => [],
        _ => [(pointer, value)],
    };

    public static void AllHavePlaces(Core.Readings.Reading reading)
    {
        using var json = JsonDocument.Parse(ReadingJson.Write("x", reading));
        var lines = reading.Text.Split('\n');
        foreach (var (pointer, _) in Of(json.RootElement.GetProperty("record")))
        {
            Assert.True(reading.Provenance.TryGetValue(pointer, out var place), $"No place for {pointer}.");
            AssertInside(place, lines, pointer);
        }
    }

    private static void AssertInside(Place place, string[] lines, string pointer)
    {
        Assert.True(place.Line >= 1 && place.EndLine >= place.Line && place.EndLine <= lines.Length, pointer);
        Assert.True(place.Column >= 1 && place.Column <= lines[place.Line - 1].EnumerateRunes().Count(), pointer);
        Assert.True(place.EndColumn >= 1 && place.EndColumn <= lines[place.EndLine - 1].EnumerateRunes().Count(), pointer);
    }
}
