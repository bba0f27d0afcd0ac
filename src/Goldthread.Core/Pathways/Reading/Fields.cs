using System.Globalization;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>Reads single fields, and reports those that do not hold what they should.</summary>
internal static class Fields
{
    public static bool IsId(MapTable table, CsvField field, string column)
    {
        if (field.Text.Length == 0)
        {
            table.Error(field, $"{column}: it is empty.");
            return false;
        }
        return true;
    }

    /// <summary>The days from <c>first_day</c> to <c>last_day</c>.</summary>
    public static Days Days(MapTable table, MapRow row)
    {
        var first = Day(table, row, "first_day");
        var last = Day(table, row, "last_day");
        if (first > last)
        {
            table.Error(row["last_day"]!.Value, $"last_day: {last:yyyy-MM-dd} is before the first_day {first:yyyy-MM-dd}.");
        }
        return new Days(first, last);
    }

    /// <summary>A whole number of days, 0 or more; one too large for a <c>long</c> is the largest.</summary>
    public static long Wait(MapTable table, CsvField? field)
    {
        if (field is not { } wait)
        {
            return 0;
        }
        if (wait.Text.Length == 0 || !wait.Text.All(char.IsAsciiDigit))
        {
            table.Error(wait, $"wait_days: \"{wait.Text}\" is not a whole number of 0 or more.");
            return 0;
        }
        return long.TryParse(wait.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : long.MaxValue;
    }

    public static bool YesOrNo(MapTable table, CsvField? field, string column)
    {
        if (field is { } answer && answer.Text is not ("yes" or "no"))
        {
            table.Error(answer, $"{column}: \"{answer.Text}\" is neither yes nor no.");
        }
        return field?.Text == "yes";
    }

    /// <summary>A share of people, 0 or more.</summary>
    public static double? Share(MapTable table, CsvField field)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(field.Text, Style, CultureInfo.InvariantCulture, out var share) || !double.IsFinite(share))
        {
            table.Error(field, $"share: \"{field.Text}\" is not a number.");
            return null;
        }
        if (share < 0)
        {
            table.Error(field, $"share: {field.Text} is negative.");
            return null;
        }
        return share;
    }

    /// <summary>A date; null where the field is empty.</summary>
    public static DateOnly? Day(MapTable table, MapRow row, string column)
    {
        if (row[column] is not { Text.Length: > 0 } field)
        {
            return null;
        }
        if (DateOnly.TryParseExact(field.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        table.Error(field, $"{column}: \"{field.Text}\" is not a date of the form YYYY-MM-DD.");
        return null;
    }
}
