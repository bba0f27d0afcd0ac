using System.Text;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Texts;

/// <summary>Sets the columns of a PDF's tables apart again where its text left but one space between them.</summary>
/// <remarks>
/// <c>pdftotext -layout</c> sets words on a grid of letters of one width. Where the words of a cell fill it, one space is left
/// before the next cell, as between words. How wide the gap is on the page is told by the boxes of the words; a cell that is
/// moved goes to where others begin that stand below or above it on the page.
/// </remarks>
internal static class PdfTables
{
    private const int Wide = 3;
    private const int MostWords = 60;
    private const int Near = 30;
    private const int FewestGaps = 4;
    private const double WideGap = 0.5;
    private const double Wider = 1.5;
    private const double SameRow = 0.4;
    private const double SamePlace = 1.5;
    private const double Exactly = 0.1;
    private const double LeastGap = 0.2;
    private const int FewestAlike = 2;
    private const int VeryNear = 12;

    /// <summary>A line of the text whose words are those of a row of the page.</summary>
    /// <param name="Columns">At which column each word begins.</param>
    /// <param name="Words">The words with their boxes.</param>
    private sealed record Row(int[] Columns, List<PdfWord> Words)
    {
        public int Spaces(int index) => Columns[index] - Columns[index - 1] - Words[index - 1].Text.Length;

        public double Gap(int index) => Words[index].Left - Words[index - 1].Right;
    }

    public static string Widen(string text, IReadOnlyList<IReadOnlyList<PdfWord>> words)
    {
        var pages = text.Split('\f');
        for (var page = 0; page < Math.Min(pages.Length, words.Count); page++)
        {
            pages[page] = Widen(pages[page], words[page]);
        }

        return string.Join('\f', pages);
    }

    private static string Widen(string page, IReadOnlyList<PdfWord> words)
    {
        var known = Rows(words);
        var gaps = known.Values.SelectMany(rows => rows).SelectMany(row => row.Zip(row.Skip(1), (one, next) => next.Left - one.Right)).Order().ToList();
        var space = gaps.Count == 0 ? 0 : gaps[gaps.Count / 2];
        var lines = page.Split('\n');
        var rows = Array.ConvertAll(lines, line => Match(line, known));
        for (var index = 0; index < rows.Length; index++)
        {
            if (rows[index] is { } row && Enumerable.Range(1, row.Words.Count - 1).Any(word => IsTight(rows, index, word, space)))
            {
                lines[index] = Spaced(rows, index, space);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>The rows by their words; rows of the same words one after another.</summary>
    private static Dictionary<string, Queue<List<PdfWord>>> Rows(IReadOnlyList<PdfWord> words)
    {
        var rows = new Dictionary<string, Queue<List<PdfWord>>>(StringComparer.Ordinal);
        foreach (var row in InRows(words).Where(row => row.Count is > 1 and <= MostWords))
        {
            var key = string.Join(' ', row.Select(word => word.Text));
            rows.TryAdd(key, new());
            rows[key].Enqueue(row);
        }

        return rows;
    }

    /// <summary>The words of a page by the row they stand in, from top to bottom and from left to right.</summary>
    public static List<List<PdfWord>> InRows(IReadOnlyList<PdfWord> words)
    {
        var rows = new List<List<PdfWord>>();
        var row = new List<PdfWord>();
        foreach (var word in words.Where(word => word.Text.Length > 0 && double.IsFinite(word.Left + word.Top + word.Right + word.Bottom)).OrderBy(Middle))
        {
            if (row.Count > 0 && Middle(word) - Middle(row[0]) > (row[0].Bottom - row[0].Top) * SameRow)
            {
                Close();
            }

            row.Add(word);
        }

        Close();
        return rows;

        void Close()
        {
            if (row.Count > 0)
            {
                rows.Add([.. row.OrderBy(word => word.Left)]);
            }

            row.Clear();
        }
    }

    private static double Middle(PdfWord word) => (word.Top + word.Bottom) / 2;

    private static Row? Match(string line, Dictionary<string, Queue<List<PdfWord>>> known)
    {
        var starts = Enumerable.Range(0, line.Length).Where(at => line[at] != ' ' && (at == 0 || line[at - 1] == ' ')).ToArray();
        return starts.Length > 1 && known.TryGetValue(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), out var rows) && rows.TryDequeue(out var words) && words.Count == starts.Length
            ? new Row(starts, words)
            : null;
    }

    /// <summary>Whether the page has a wide gap before the word and the text has not; in a justified line all gaps are wide, and in letters of one width.</summary>
    private static bool IsTight(Row?[] rows, int line, int index, double space)
    {
        var row = rows[line]!;
        if (row.Spaces(index) >= Wide)
        {
            return false;
        }

        var height = row.Words[index].Bottom - row.Words[index].Top;
        var gaps = Enumerable.Range(1, row.Words.Count - 1).Select(row.Gap).ToList();
        if (row.Gap(index) <= Math.Max(height * WideGap, space * Wider))
        {
            // The cells of a table without any space in them: what begins just where the cells of a column do above or below.
            return row.Gap(index) > height * LeastGap && Begin(rows, line, row.Words[index].Left) >= FewestAlike;
        }

        return gaps.Count < FewestGaps || row.Gap(index) > 2 * gaps.Min();
    }

    private static string Spaced(Row?[] rows, int index, double space)
    {
        var row = rows[index]!;
        var line = new StringBuilder().Append(' ', row.Columns[0]).Append(row.Words[0].Text);
        for (var word = 1; word < row.Words.Count; word++)
        {
            var begins = row.Spaces(word) >= Wide || IsTight(rows, index, word, space);
            var to = begins ? Math.Max(line.Length + Wide, Column(rows, index, row.Words[word].Left) ?? row.Columns[word]) : line.Length + row.Spaces(word);
            line.Append(' ', to - line.Length).Append(row.Words[word].Text);
        }

        return line.ToString();
    }

    /// <summary>How many rows near by have a cell after a wide gap that begins at exactly that place.</summary>
    private static int Begin(Row?[] rows, int index, double left)
    {
        var count = 0;
        for (var near = Math.Max(0, index - VeryNear); near < Math.Min(rows.Length, index + VeryNear); near++)
        {
            var row = near == index ? null : rows[near];
            count += row is not null && Enumerable.Range(1, row.Words.Count - 1).Any(word => Math.Abs(row.Words[word].Left - left) < Exactly && row.Spaces(word) >= Wide && row.Words[word - 1].Text.Count(char.IsLetter) > 1) ? 1 : 0;
        }

        return count;
    }

    /// <summary>At which column the cells begin that stand at the same place in rows near by, after a gap that the text shows.</summary>
    private static int? Column(Row?[] rows, int index, double left)
    {
        for (var off = 1; off <= Near; off++)
        {
            foreach (var near in new[] { index - off, index + off })
            {
                var row = near >= 0 && near < rows.Length ? rows[near] : null;
                for (var word = 0; row is not null && word < row.Words.Count; word++)
                {
                    if (Math.Abs(row.Words[word].Left - left) < SamePlace && (word == 0 ? row.Columns[0] > Wide : row.Spaces(word) >= Wide))
                    {
                        return row.Columns[word];
                    }
                }
            }
        }

        return null;
    }
}
