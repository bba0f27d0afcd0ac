namespace Goldthread.Core.Rules;

/// <summary>One entry of a comma-separated rules file, as it is changed by itself; the file's other lines stay as they are.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Cells">What stands under each.</param>
/// <param name="Line">The line on which it stands, from 1; null for one that is added.</param>
public sealed record RuleEntry(IReadOnlyList<string> Columns, IReadOnlyList<string> Cells, int? Line)
{
    private const string FirstDay = "from";
    private const string LastDay = "to";

    /// <summary>Whether entries of the file hold from a day to a day.</summary>
    public bool HasDays => Columns.Contains(FirstDay, StringComparer.Ordinal) && Columns.Contains(LastDay, StringComparer.Ordinal);

    /// <summary>What stands under a column; empty where there is no such column.</summary>
    public string this[string column] => At(column) is >= 0 and var at ? Cells[at] : "";

    /// <summary>The entry on a line of a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="line">The line; null for an entry to be added, whose cells are empty.</param>
    /// <returns>Null where the file is not of that form or no entry stands on the line.</returns>
    public static RuleEntry? Of(string path, string text, int? line)
    {
        if (RuleTable.Of(path, text) is not { } table || (table.Lines.Count == 0 && table.Rows.Count > 0))
            return null;
        if (line is null)
            return new(table.Columns, [.. table.Columns.Select(_ => "")], null);
        var at = table.Lines.ToList().IndexOf(line.Value);
        return at < 0 ? null : new(table.Columns, table.Rows[at], line);
    }

    /// <summary>The file's first lines, which say in words what its columns hold.</summary>
    public static IReadOnlyList<string> NotesOf(string text) =>
        [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim())];

    /// <summary>The cell that an error in a file is about, from 0; null where its line is not there.</summary>
    public static int? CellOf(string text, RuleError error) => new CsvRows(error.File, []).CellAt(text, error.Line, error.Column);

    /// <summary>The file with the entry in it: in the place of its line, or after the last line.</summary>
    /// <returns>The text, and the line on which the entry stands in it.</returns>
    public (string Text, int Line) PutInto(string text)
    {
        var lines = LinesOf(text);
        if (Line is { } line)
            lines[line - 1] = Written;
        else
            lines.Add(Written);
        return (Joined(lines), Line ?? lines.Count);
    }

    /// <summary>The file with the entry as what holds from its first day: what stood on its line ends the day before and stays.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="was">The entry as it stood.</param>
    /// <param name="from">The first day on which it holds.</param>
    public (string Text, int Line) Follow(string text, RuleEntry was, DateOnly from)
    {
        var lines = LinesOf(text);
        var at = was.Line!.Value;
        lines[at - 1] = was.With(LastDay, $"{from.AddDays(-1):yyyy-MM-dd}").Written;
        lines.Insert(at, Written);
        return (Joined(lines), at + 1);
    }

    private string Written => string.Join(',', Cells.Select(Cell));

    private int At(string column) => Columns.ToList().IndexOf(column);

    private RuleEntry With(string column, string cell) => this with { Cells = [.. Cells.Select((each, i) => i == At(column) ? cell : each)] };

    private static string Cell(string text) =>
        text.Contains(',') || text.Contains('"') || text.StartsWith('#') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static List<string> LinesOf(string text) => [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n')];

    private static string Joined(List<string> lines) => string.Join('\n', lines) + "\n";
}
