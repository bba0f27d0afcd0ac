using System.Globalization;
using System.Text;

namespace Goldthread.Publishing;

/// <summary>Writes rows as CSV: RFC 4180, UTF-8, every text through <see cref="SpreadsheetText"/>.</summary>
/// <remarks>
/// The file begins with a byte order mark. Without it Excel reads "£" and "’" as rubbish, and most people
/// open a CSV file with a spreadsheet; what reads CSV by program skips the mark (in Python: <c>utf-8-sig</c>).
/// Days are ISO 8601, which spreadsheets know as days; sums are pounds with two places and no sign of their own.
/// </remarks>
internal sealed class CsvLines(TextWriter writer)
{
    /// <summary>UTF-8 with the mark.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes one row. A text, a number, a day, an instant, an id, or null for an empty cell.</summary>
    public async Task WriteAsync(params IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                await writer.WriteAsync(',');
            await writer.WriteAsync(Cell(cells[i]));
        }

        await writer.WriteAsync("\r\n");
    }

    /// <summary>A cell as it stands in the file.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(SpreadsheetText.Safe(text)),
        decimal pounds => pounds.ToString("0.00", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime utc => Instant(utc),
        Guid id => id.ToString("D"),
        bool yes => yes ? "true" : "false",
        _ => throw new ArgumentException($"No form of {value.GetType()} in CSV is known.", nameof(value)),
    };

    /// <summary>An instant as RFC 3339 has it, in UTC.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    // Quoted more often than RFC 4180 asks for: a semicolon or a tab parts cells in other countries' settings.
    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",;\"\t\r\n") < 0 && text == text.Trim() ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
