using System.Text.Json;

namespace Goldthread.Reading.Tests.Support;

/// <summary>A document of the family and what is expected of it.</summary>
internal sealed record FamilyDocument(string Name, string File, string Expected);

/// <summary>How well a reading fits: F1 over all leaves, what is missing and what is beyond.</summary>
internal readonly record struct FieldScore(double F1, IReadOnlyList<string> Missing, IReadOnlyList<string> Beyond);

/// <summary>The documents of the family and their scores.</summary>
internal static class Family
{
    public static IReadOnlyList<FamilyDocument> All { get; } = Find();

    /// <summary>The documents of the sample of London with what their author expects of each.</summary>
    public static IReadOnlyList<FamilyDocument> Sample { get; } = FindSample();

    /// <summary>The score of a document; null where it cannot be read for want of pdftotext.</summary>
    public static FieldScore? Score(FamilyDocument document)
    {
        var outcome = Documents.Reader.Read(document.File, File.ReadAllBytes(document.File), TestContext.Current.CancellationToken);
        if (outcome is ReadOutcome.Failed { Code: "pdftotext-missing" })
        {
            return null;
        }

        var reading = Assert.IsType<ReadOutcome.Read>(outcome).Reading;
        using var expected = JsonDocument.Parse(File.ReadAllText(document.Expected));
        using var actual = JsonDocument.Parse(ReadingJson.Write(document.Name, reading));
        var same = expected.RootElement.GetProperty("kind").GetString() == actual.RootElement.GetProperty("kind").GetString();
        return same
            ? Compare(Fields(expected.RootElement), Fields(actual.RootElement))
            : new FieldScore(0, ["kind"], [actual.RootElement.GetProperty("kind").GetString()!]);
    }

    private static List<FamilyDocument> Find()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "documents", "family");
        return [.. Directory.EnumerateFiles(folder, "*.expected.json").Order(StringComparer.Ordinal).Select(expected =>
        {
            var name = Path.GetFileName(expected)[..^".expected.json".Length];
            var file = Directory.EnumerateFiles(folder, name + ".*").First(path => path != expected);
            return new FamilyDocument(Path.GetFileName(file), file, expected);
        })];
    }

    private static List<FamilyDocument> FindSample()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "documents", "sample");
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file =>
            new FamilyDocument(Path.GetFileName(file), file, Path.Combine(folder, "expected", Path.GetFileNameWithoutExtension(file) + ".json")))];
    }

    /// <summary>Each leaf as field and value, list indexes left out; long texts by their first and last words.</summary>
    private static List<string> Fields(JsonElement reading) =>
        [.. Leaves.Of(reading.GetProperty("record")).Select(leaf => $"{Bare(leaf.Pointer)} = {Comparable(leaf.Value)}")];

    private static string Bare(string pointer)
    {
        var field = string.Join('/', pointer.Split('/').Where(part => !int.TryParse(part, out _)));
        return field == "/items/paragraphs/text" ? "/items/paragraphs" : field;
    }

    private static string Comparable(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDecimal().ToString("0.##");
        }

        var words = string.Concat(value.ToString().ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) || letter == '£' ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 12 ? string.Join(' ', words[..5]) + " … " + string.Join(' ', words[^5..]) : string.Join(' ', words);
    }

    private static FieldScore Compare(List<string> expected, List<string> actual)
    {
        var beyond = new List<string>(actual);
        var missing = expected.Where(field => !beyond.Remove(field)).ToList();
        var hits = expected.Count - missing.Count;
        var f1 = expected.Count + actual.Count == 0 ? 1 : 2.0 * hits / (expected.Count + actual.Count);
        return new FieldScore(f1, missing, beyond);
    }
}
