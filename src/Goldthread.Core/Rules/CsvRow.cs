using System.Globalization;

namespace Goldthread.Core.Rules;

/// <summary>One row of a rules file. A cell that cannot be used adds an error that names its place.</summary>
internal sealed class CsvRow(string file, int line, IReadOnlyDictionary<string, CsvCell> cells, List<RuleError> errors)
{
    public string Optional(string column) => cells[column].Text;

    public string Text(string column)
    {
        if (cells[column].Text.Length == 0)
        {
            Error(column, $"“{column}” is empty. Fill it in.");
        }

        return cells[column].Text;
    }

    public IReadOnlyList<string> List(string column) =>
        cells[column].Text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public DateOnly Date(string column) => OptionalDate(column) ?? Missing(column);

    public DateOnly? OptionalDate(string column)
    {
        var text = cells[column].Text;
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Error(column, $"“{text}” is not a date. Write it as 2018-03-31.");
        return DateOnly.MinValue;
    }

    public Effect Effect()
    {
        var effect = new Effect(OptionalDate("from"), OptionalDate("to"));
        if (effect.From > effect.To)
        {
            Error("to", $"The entry ends on {effect.To:yyyy-MM-dd}, before it begins on {effect.From:yyyy-MM-dd}. Correct one of the two.");
        }

        return effect;
    }

    public decimal Pounds(string column) => OptionalPounds(column) ?? MissingFigure(column);

    public decimal? OptionalPounds(string column)
    {
        var text = cells[column].Text;
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds >= 0)
        {
            return pounds;
        }

        Error(column, $"“{text}” is not a sum in pounds. Write digits alone, such as 200000, without sign or commas.");
        return 0;
    }

    public int Whole(string column)
    {
        if (!int.TryParse(cells[column].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Error(column, $"“{cells[column].Text}” is not a whole number. Write digits alone.");
        }

        return number;
    }

    public decimal Percent(string column)
    {
        if (decimal.TryParse(cells[column].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        Error(column, $"“{cells[column].Text}” is not a rate in per cent. Write a number from 0 to 100, such as 20 or 17.5.");
        return 0;
    }

    public IReadOnlyList<T> ListOf<T>(string column, IReadOnlyDictionary<string, T> choices)
    {
        var named = List(column);
        foreach (var unknown in named.Where(name => !choices.ContainsKey(name)))
        {
            Error(column, $"“{unknown}” is not known here. Write one or more of: {string.Join("|", choices.Keys)}.");
        }

        if (named.Count == 0)
        {
            Error(column, $"“{column}” is empty. Write one or more of: {string.Join("|", choices.Keys)}.");
        }

        return [.. named.Where(choices.ContainsKey).Select(name => choices[name]).Distinct()];
    }

    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> choices)
    {
        if (choices.TryGetValue(cells[column].Text, out var value))
        {
            return value;
        }

        Error(column, $"“{cells[column].Text}” is not known here. Write one of: {string.Join(", ", choices.Keys)}.");
        return default!;
    }

    public void Error(string column, string message) => errors.Add(new(file, line, cells[column].Column, message));

    private DateOnly Missing(string column)
    {
        Error(column, $"“{column}” is empty. Write a date, such as 2018-03-31.");
        return default;
    }

    private decimal MissingFigure(string column)
    {
        Error(column, $"“{column}” is empty. Write a sum in pounds, such as 200000.");
        return 0;
    }
}
