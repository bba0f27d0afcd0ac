using CsvHelper;

namespace Goldthread.Tests.Publishing;

/// <summary>Reads CSV with a library that had no part in writing it.</summary>
internal static class CsvText
{
    /// <summary>All rows, whatever they hold.</summary>
    public static List<string[]> Rows(string text, char separator = ',')
    {
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Recover,
        });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    /// <summary>The rows under the first, each by the names of the first.</summary>
    public static List<Dictionary<string, string>> Records(string text) =>
        Rows(text) is [var names, .. var rows]
            ? [.. rows.Select(row => names.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))]
            : [];
}
