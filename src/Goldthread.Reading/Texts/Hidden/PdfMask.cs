using System.Text;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Takes the words that cannot be seen out of the text of a PDF's pages.</summary>
/// <remarks>
/// The text and the boxes come from two runs over the same file, so a line of the one is a row of the other, letter for
/// letter. Where a row with unseen words finds no such line, every word like them goes from the lines that are left; and
/// where even that finds none, those lines go.
/// </remarks>
internal static class PdfMask
{
    private const char Gone = '\0';

    /// <summary>The text without them; null where text and boxes do not have the same pages.</summary>
    /// <param name="text">The text, its pages divided by form feeds, without control characters.</param>
    /// <param name="unseen">What cannot be seen.</param>
    public static string? Apply(string text, PdfUnseen unseen)
    {
        if (unseen.ByPage.Count == 0)
        {
            return unseen.Pages.Count == 0 ? null : text;
        }

        var pages = text.Split('\f');
        if (pages.Length - (pages[^1].Length == 0 ? 1 : 0) != unseen.Pages.Count)
        {
            return null;
        }

        foreach (var (page, words) in unseen.ByPage)
        {
            pages[page] = string.Join('\n', Mask(pages[page].Split('\n'), Rows(unseen.Pages[page], words)).Select(Close));
        }

        return string.Join('\f', pages);
    }

    private static string[] Mask(string[] lines, List<List<(string Text, bool IsUnseen)>> rows)
    {
        var left = Enumerable.Range(0, lines.Length).Where(index => lines[index].Any(letter => letter != ' ')).ToList();
        var byLetters = left.GroupBy(index => Letters(lines[index]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
        var unplaced = new List<string>();
        var placed = new HashSet<int>();
        foreach (var row in rows)
        {
            if (byLetters.TryGetValue(string.Concat(row.Select(word => Letters(word.Text))), out var same) && same.TryDequeue(out var index))
            {
                placed.Add(index);
                lines[index] = MaskLine(lines[index], row);
            }
            else
            {
                unplaced.AddRange(row.Where(word => word.IsUnseen).Select(word => Letters(word.Text)));
            }
        }

        var others = left.Where(index => !placed.Contains(index)).ToList();
        var missing = unplaced.Where(word => !others.Exists(index => Tokens(lines[index]).Any(token => token.Contains(word, StringComparison.Ordinal)))).ToList();
        foreach (var index in unplaced.Count > 0 ? others : [])
        {
            lines[index] = missing.Count > 0 ? "" : MaskTokens(lines[index], unplaced);
        }

        return lines;
    }

    /// <summary>The words of a page row by row from above, each row from the left.</summary>
    private static List<List<(string Text, bool IsUnseen)>> Rows(IReadOnlyList<PdfWord> words, HashSet<int> unseen)
    {
        var rows = new List<List<int>>();
        double middle = double.NegativeInfinity, half = 0;
        foreach (var index in Enumerable.Range(0, words.Count).OrderBy(index => words[index].Top + words[index].Bottom))
        {
            var word = words[index];
            if (rows.Count == 0 || ((word.Top + word.Bottom) / 2) - middle > half)
            {
                rows.Add([]);
                (middle, half) = ((word.Top + word.Bottom) / 2, (word.Bottom - word.Top) / 2);
            }

            rows[^1].Add(index);
        }

        return [.. rows.Select(row => row.OrderBy(index => words[index].Left).Select(index => (words[index].Text, unseen.Contains(index))).ToList())];
    }

    private static string MaskLine(string line, List<(string Text, bool IsUnseen)> row)
    {
        var masked = new StringBuilder(line);
        var at = 0;
        foreach (var (text, isUnseen) in row)
        {
            foreach (var _ in Letters(text))
            {
                while (IsBlank(line[at]))
                {
                    at++;
                }

                masked[at] = isUnseen ? Gone : line[at];
                at++;
            }
        }

        return masked.ToString();
    }

    private static string MaskTokens(string line, List<string> words)
    {
        var masked = new StringBuilder(line);
        for (var start = 0; start < line.Length; start++)
        {
            var end = start;
            while (end < line.Length && !IsBlank(line[end]))
            {
                end++;
            }

            if (end > start && words.Exists(word => line.AsSpan(start, end - start).Contains(word, StringComparison.Ordinal)))
            {
                masked.Remove(start, end - start).Insert(start, new string(Gone, end - start));
            }

            start = end;
        }

        return masked.ToString();
    }

    /// <summary>Closes the gap where it is in running text; elsewhere the columns stay where they are.</summary>
    private static string Close(string line)
    {
        for (var start = line.IndexOf(Gone, StringComparison.Ordinal); start >= 0; start = line.IndexOf(Gone, StringComparison.Ordinal))
        {
            var end = start;
            while (end < line.Length && (line[end] == Gone || (line[end] == ' ' && end + 1 < line.Length && line[end + 1] == Gone)))
            {
                end++;
            }

            var isRunning = start > 0 && end < line.Length && !Wide(line, start - 1, -1) && !Wide(line, end, 1);
            line = isRunning
                ? line[..start].TrimEnd() + (line[start - 1] == ' ' || line[end] == ' ' ? " " : "") + line[end..].TrimStart()
                : string.Concat(line.AsSpan(0, start), new string(' ', end - start), line.AsSpan(end));
        }

        return line;
    }

    private static bool Wide(string line, int at, int step) =>
        line[at] == ' ' && (at + step < 0 || at + step >= line.Length || line[at + step] == ' ');

    private static IEnumerable<string> Tokens(string line) => line.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    private static string Letters(string text) => string.Concat(text.Where(letter => !IsBlank(letter)));

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}
