using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>The words of a PDF that cannot be seen on its pages, found by looking at a picture of each page.</summary>
internal sealed class PdfUnseen
{
    private const int LargestSide = 4000;
    private const int MostPagesNamed = 12;
    private static readonly ReadOutcome.Failed CannotBeDrawn =
        new("damaged", "Pages of the PDF cannot be drawn, so that nobody can say what is covered on them; open it in a PDF reader and save it again.");

    private readonly List<(int Page, PdfSight Sight)> words = [];

    private PdfUnseen(IReadOnlyList<IReadOnlyList<PdfWord>> pages) => Pages = pages;

    private PdfUnseen(ReadOutcome.Failed problem) => (Pages, Problem) = ([], problem);

    /// <summary>The words of each page.</summary>
    public IReadOnlyList<IReadOnlyList<PdfWord>> Pages { get; }

    /// <summary>Why nobody can say what is covered; null where it was found.</summary>
    public ReadOutcome.Failed? Problem { get; }

    /// <summary>For each page on which some word cannot be seen, by its number from 0, which words these are.</summary>
    public Dictionary<int, HashSet<int>> ByPage { get; } = [];

    /// <summary>Draws the pages and looks at each word.</summary>
    public static async Task<PdfUnseen> Find(string file, CancellationToken cancellation)
    {
        var boxes = Poppler.Run("pdftotext", ["-bbox", "-cropbox", "-enc", "UTF-8", file, "-"], PdfWords.Read, cancellation);
        string[] draw = ["-gray", "-r", "72", "-cropbox", "-x", "0", "-y", "0", "-W", $"{LargestSide}", "-H", $"{LargestSide}", file];
        var (found, _, errors) = await Poppler.Run("pdftoppm", draw, async (output, stop) => await Look(await boxes, output, stop), cancellation);
        return found.ByPage.Count > 0 && errors.Contains("find a font", StringComparison.OrdinalIgnoreCase)
            ? new PdfUnseen(new ReadOutcome.Failed("fonts-missing", "The PDF uses fonts that it does not bring and that are not on this machine, so that its pages cannot be looked at; install fonts (apt-get install fonts-liberation)."))
            : found;
    }

    /// <summary>The finding that says on which pages how many words cannot be seen; null where all can.</summary>
    public Finding? Finding()
    {
        var what = string.Join("; ", new[] { Of(PdfSight.UnderDark, "under something dark on"), Of(PdfSight.NotDrawn, "in the colour of what is around them, or not drawn, on") }.OfType<string>());
        return what.Length == 0 ? null : HiddenFindings.CoveredText(what);
    }

    private static async Task<PdfUnseen> Look((IReadOnlyList<IReadOnlyList<PdfWord>>? Pages, int Status, string Errors) boxes, Stream pictures, CancellationToken cancellation)
    {
        if (boxes is not { Pages: { } pages })
        {
            return new PdfUnseen(new ReadOutcome.Failed("too-large", "The PDF holds more words than can be read; split it."));
        }

        if (boxes.Status != 0)
        {
            return new PdfUnseen(CannotBeDrawn);
        }

        var unseen = new PdfUnseen(pages);
        await using var buffered = new BufferedStream(pictures, 65536);
        for (var page = 0; page < pages.Count; page++)
        {
            if (await GreyPage.ReadNext(buffered, LargestSide, cancellation) is not { } picture)
            {
                return new PdfUnseen(CannotBeDrawn);
            }

            unseen.Look(page, picture);
        }

        return unseen;
    }

    private void Look(int page, GreyPage picture)
    {
        for (var index = 0; index < Pages[page].Count; index++)
        {
            var sight = PdfSights.Of(Pages[page][index], picture);
            if (sight == PdfSight.Seen)
            {
                continue;
            }

            words.Add((page, sight));
            if (!ByPage.TryGetValue(page, out var found))
            {
                ByPage[page] = found = [];
            }

            found.Add(index);
        }
    }

    private string? Of(PdfSight sight, string how)
    {
        var pages = words.Where(word => word.Sight == sight).GroupBy(word => word.Page).ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var named = pages.Take(MostPagesNamed).Select(page => $"page {page.Key + 1} ({Counted.Of(page.Count(), "word", "words")})");
        var more = pages.Count > MostPagesNamed ? $" and {Counted.Of(pages.Count - MostPagesNamed, "more page", "more pages")}" : "";
        return $"{how} {string.Join(", ", named)}{more}";
    }
}
