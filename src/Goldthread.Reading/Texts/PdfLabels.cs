namespace Goldthread.Reading.Texts;

/// <summary>Lifts the labels of a form, set half-way down beside what is written of them, to the first line of that.</summary>
/// <remarks>
/// A table's cells may be centred from top to bottom. Of a label beside four lines the page then shows two lines, the
/// label on a line of its own, and two lines. That it is so is told by counting: beside every label of the stretch there
/// stand as many lines above it as below, and one has the lines begin above it or stands on a line of its own.
/// </remarks>
internal static class PdfLabels
{
    private const int NarrowestLabel = 6;
    private const int WidestLabel = 60;
    private const int FewestLetters = 3;
    private const int MostLines = 60;

    public static string Lift(string text)
    {
        var lines = text.Split('\n');
        var lifted = new List<string>(lines.Length);
        for (var from = 0; from < lines.Length;)
        {
            var to = from;
            while (to < lines.Length && !IsBlank(lines[to]) && (to == from || !lines[to].StartsWith('\f')))
            {
                to++;
            }

            lifted.AddRange(to > from ? Lift(lines[from..to]) : [lines[from]]);
            from = Math.Max(to, from + 1);
        }

        return string.Join('\n', lifted);
    }

    private static IEnumerable<string> Lift(string[] lines)
    {
        for (var index = 1; index + 1 < lines.Length && lines.Length <= MostLines; index++)
        {
            var column = Indent(lines[index - 1]);
            if (column < NarrowestLabel || column > WidestLabel || Indent(lines[index + 1]) != column || !HasLabel(lines[index], column))
            {
                continue;
            }

            var (from, to) = (index, index + 1);
            while (from > 0 && Fits(lines[from - 1], column))
            {
                from--;
            }

            while (to < lines.Length && Fits(lines[to], column))
            {
                to++;
            }

            if (Rows(lines[from..to], column) is { } rows)
            {
                return [.. lines[..from], .. rows, .. Lift(lines[to..])];
            }
        }

        return lines;
    }

    /// <summary>The rows of a stretch, each from its first line; null where the labels are not centred.</summary>
    private static List<string>? Rows(string[] lines, int column)
    {
        var rows = new List<string>();
        var centred = false;
        for (var next = 0; next < lines.Length;)
        {
            var label = next;
            while (label < lines.Length && !HasLabel(lines[label], column))
            {
                label++;
            }

            var end = label + 1;
            while (end < lines.Length && HasLabel(lines[end], column) && char.IsLower(lines[end][Indent(lines[end])]))
            {
                end++;
            }

            var (above, last) = (label - next, end + label - next);
            if (label == lines.Length || last > lines.Length || lines[end..last].Any(line => HasLabel(line, column)))
            {
                return null;
            }

            centred |= above > 0 && (next == 0 || lines[label].Length <= column);
            rows.AddRange(Row(lines[next..last], column));
            next = last;
        }

        return centred ? rows : null;
    }

    private static IEnumerable<string> Row(string[] lines, int column)
    {
        var labels = lines.Where(line => HasLabel(line, column)).Select(line => line[..Math.Min(column, line.Length)].TrimEnd()).ToList();
        var values = lines.Where(line => line.Length > column).Select(line => line[column..]).ToList();
        return Enumerable.Range(0, Math.Max(labels.Count, values.Count))
            .Select(i => (i < labels.Count ? labels[i] : "").PadRight(i < values.Count ? column : 0) + (i < values.Count ? values[i] : ""));
    }

    /// <summary>Whether the line keeps the two columns before the place free, and something stands at it or on its left.</summary>
    private static bool Fits(string line, int column) =>
        (Indent(line) == column || HasLabel(line, column)) && (line.Length <= column || line[column] != ' ');

    private static bool HasLabel(string line, int column) =>
        Indent(line) < column - 1 && line.Take(column).Count(char.IsLetter) >= FewestLetters && line.AsSpan(Math.Min(line.Length, column - 2)) is var rest && (rest.Length < 2 ? rest.IsWhiteSpace() : rest[..2].IsWhiteSpace());

    private static int Indent(string line)
    {
        var at = 0;
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);
}
