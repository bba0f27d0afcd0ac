using System.Globalization;
using System.Net;
using System.Text;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>A word of a PDF's page and the box it stands in, in points from the page's upper left corner.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>Reads the words of each page as <c>pdftotext -bbox</c> writes them.</summary>
internal static class PdfWords
{
    private const int MostWords = 2_000_000;

    /// <summary>The words of each page; null where there are more than can be kept.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<PdfWord>>?> Read(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        var pages = new List<List<PdfWord>>();
        var words = 0;
        var open = "";
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            open = open.Length > 0 ? $"{open}\n{line}" : line.TrimStart();
            if (open.StartsWith("<page ", StringComparison.Ordinal))
            {
                pages.Add([]);
            }
            else if (open.StartsWith("<word ", StringComparison.Ordinal) && pages.Count > 0)
            {
                if (!open.EndsWith("</word>", StringComparison.Ordinal))
                {
                    continue;
                }

                if (++words > MostWords)
                {
                    return null;
                }

                pages[^1].Add(Parse(open));
            }

            open = "";
        }

        return pages;
    }

    private static PdfWord Parse(string line)
    {
        var end = line.IndexOf('>', StringComparison.Ordinal);
        var numbers = line[..end].Split('"');
        double Number(int index) => numbers.Length > index && double.TryParse(numbers[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
        return new PdfWord(WebUtility.HtmlDecode(line[(end + 1)..^"</word>".Length]), Number(1), Number(3), Number(5), Number(7));
    }
}
