using System.Globalization;

namespace Goldthread.Core.Rules;

/// <summary>The rows of one comma-separated rules file, each cell with its place, for errors that name it.</summary>
/// <remarks>Lines that begin with # are comments. A cell in double quotes may hold commas, "" stands for a quote.</remarks>
internal sealed class CsvRows(string file, List<RuleError> errors)
{
    /// <summary>Reads a file with exactly these columns, in any order; what is wrong is added to the errors.</summary>
    public IReadOnlyList<CsvRow> Read(string text, params string[] columns)
    {
        var lines = Lines(text).ToList();
        if (lines.Count == 0)
        {
            errors.Add(new(file, 1, 1, $"The file is empty. Begin it with the line: {string.Join(',', columns)}"));
            return [];
        }

        var header = Cells(lines[0].Number, lines[0].Text);
        return HeaderIsRight(lines[0].Number, header, columns)
            ? [.. lines.Skip(1).Select(line => Row(line.Number, line.Text, header)).OfType<CsvRow>()]
            : [];
    }

    /// <summary>Every line that is no comment, by its number and cells, the names of the columns first; what is wrong is added to the errors.</summary>
    public IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Cells(string text) =>
        [.. Lines(text).Select(line => (line.Number, (IReadOnlyList<string>)[.. Cells(line.Number, line.Text).Select(cell => cell.Text)]))];

    /// <summary>The cell of a line in which a column of the file falls, from 0; null where the line is not there.</summary>
    public int? CellAt(string text, int line, int column) =>
        Lines(text).FirstOrDefault(each => each.Number == line) is { Text: { } found }
            ? Math.Max(0, Cells(line, found).FindLastIndex(cell => cell.Column <= column))
            : null;

    private static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (index + 1, line))
            .Where(line => !string.IsNullOrWhiteSpace(line.line) && !line.line.StartsWith('#'));

    private bool HeaderIsRight(int line, List<CsvCell> header, string[] columns)
    {
        var names = header.Select(cell => cell.Text).ToList();
        var missing = columns.Except(names, StringComparer.Ordinal).ToList();
        foreach (var unknown in header.Where(cell => !columns.Contains(cell.Text, StringComparer.Ordinal)))
        {
            errors.Add(new(file, line, unknown.Column, $"There is no column “{unknown.Text}”. The columns are: {string.Join(", ", columns)}."));
        }

        if (missing.Count > 0)
        {
            errors.Add(new(file, line, 1, $"The column “{missing[0]}” is missing from the first line. The columns are: {string.Join(", ", columns)}."));
        }

        return missing.Count == 0;
    }

    private CsvRow? Row(int number, string line, List<CsvCell> header)
    {
        var cells = Cells(number, line);
        if (cells.Count == header.Count)
        {
            var byName = header.Zip(cells).ToDictionary(pair => pair.First.Text, pair => pair.Second, StringComparer.Ordinal);
            return new CsvRow(file, number, byName, errors);
        }

        errors.Add(new(file, number, 1, string.Create(CultureInfo.InvariantCulture,
            $"The line has {cells.Count} cells where the first line has {header.Count}. Put a cell that holds a comma in double quotes.")));
        return null;
    }

    private List<CsvCell> Cells(int number, string line)
    {
        var cells = new List<CsvCell>();
        var at = 0;
        while (at <= line.Length)
        {
            var start = at;
            var text = at < line.Length && line[at] == '"' ? Quoted(number, line, ref at) : Bare(line, ref at);
            cells.Add(new(text.Trim(), start + 1));
            at++;
        }

        return cells;
    }

    private static string Bare(string line, ref int at)
    {
        var end = line.IndexOf(',', at);
        end = end < 0 ? line.Length : end;
        var text = line[at..end];
        at = end;
        return text;
    }

    private string Quoted(int number, string line, ref int at)
    {
        var start = at;
        var end = at + 1;
        while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"')))
        {
            end += line[end] == '"' ? 2 : 1;
        }

        if (end >= line.Length)
        {
            errors.Add(new(file, number, start + 1, "A double quote is opened and not closed on the same line. Close it."));
        }

        var text = line[(start + 1)..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
        at = Math.Min(end + 1, line.Length);
        var rest = Bare(line, ref at);
        return text + rest;
    }
}

/// <summary>A cell and the column of the file where it begins.</summary>
internal readonly record struct CsvCell(string Text, int Column);
