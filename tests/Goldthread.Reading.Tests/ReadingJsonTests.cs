using System.Text.Json;

namespace Goldthread.Reading.Tests;

public sealed class ReadingJsonTests
{
    private static readonly Core.Readings.Reading Reading =
        Support.Documents.Read("Decision notice\n\nReference: AB 1\n\nTitle: It’s <b>\n\nRecommendation\n\nThat £5 is spent.\n\nFinancial comments\n\nNone.\n");

    [Fact]
    public void Write_Decision_HasTheFieldsOfTheContractInOrder()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write("a.txt", Reading));

        Assert.Equal(["file", "kind", "record", "diagnostics"], json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["reference", "title", "dateSigned", "decisionMaker", "executiveSummary", "recommendations", "sections", "amounts", "authorities", "statutes", "relatedDecisions", "declarations", "publication"],
            json.RootElement.GetProperty("record").EnumerateObject().Select(field => field.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("record").GetProperty("dateSigned").ValueKind);
        Assert.Equal("decision", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void Write_Text_IsNotEscapedMoreThanNeeded() =>
        Assert.Contains("It’s", ReadingJson.Write("a.txt", Reading), StringComparison.Ordinal);

    [Fact]
    public void Write_WithProvenance_AddsThePlaces()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write("a.txt", Reading, provenance: true));

        var place = json.RootElement.GetProperty("provenance").GetProperty("/reference");
        Assert.Equal([("line", 3), ("column", 12), ("endLine", 3), ("endColumn", 15)], place.EnumerateObject().Select(field => (field.Name, field.Value.GetInt32())));
    }
}
