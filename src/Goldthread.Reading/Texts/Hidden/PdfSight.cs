namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Whether a word can be seen on the picture of its page.</summary>
internal enum PdfSight
{
    /// <summary>It can.</summary>
    Seen,

    /// <summary>It lies under something dark.</summary>
    UnderDark,

    /// <summary>It has the colour of what is around it, is not drawn at all, or lies beside the page.</summary>
    NotDrawn,
}

/// <summary>Looks at the picture of a page for each letter of a word: where there is a letter, there is light and dark.</summary>
internal static class PdfSights
{
    /// <summary>Within a stretch that shows nothing, grey differs by less than this; faint grey print differs by more.</summary>
    private const int Flat = 10;

    /// <summary>As dark as a black box, with the noise of a picture that was saved small.</summary>
    private const int Dark = 90;

    /// <summary>A narrower stretch of a letter, in points, could fall between two strokes.</summary>
    private const double Narrowest = 4;

    /// <summary>Judges one word.</summary>
    public static PdfSight Of(PdfWord word, GreyPage page)
    {
        var (letters, dark, flat) = (0, 0, 0);
        for (var index = 0; index < word.Text.Length; index++)
        {
            // Dots and lines are small enough to be missed; accents and the second half of a character stand with their letter.
            if (!char.IsLetterOrDigit(word.Text[index]) && !char.IsSymbol(word.Text[index]))
            {
                continue;
            }

            letters++;
            var sight = OfLetter(word, index, page);
            dark += sight == PdfSight.UnderDark ? 1 : 0;
            flat += sight == PdfSight.NotDrawn ? 1 : 0;
        }

        return letters == 0 ? PdfSight.Seen
            : dark * 3 >= letters ? PdfSight.UnderDark
            : (dark + flat) * 2 >= letters ? PdfSight.NotDrawn
            : PdfSight.Seen;
    }

    private static PdfSight OfLetter(PdfWord word, int index, GreyPage page)
    {
        var (width, height) = (word.Right - word.Left, word.Bottom - word.Top);
        var isUpright = height > width * 1.5 && word.Text.Length > 1;
        (double Left, double Top, double Right, double Bottom) Part(double top, double bottom)
        {
            var (from, to) = Stretch(index, word.Text.Length, isUpright ? height : width);
            return isUpright
                ? (word.Left + (top * width), word.Top + from, word.Left + (bottom * width), word.Top + to)
                : (word.Left + from, word.Top + (top * height), word.Left + to, word.Top + (bottom * height));
        }

        // The middle of the line, where every letter has ink, and where a box lies that is drawn a little small.
        var (left, upper, right, lower) = Part(0.3, 0.8);
        if (page.Range(left, upper, right, lower) is not { } middle)
        {
            return PdfSight.NotDrawn;
        }

        if (middle.Lightest <= Dark)
        {
            return PdfSight.UnderDark;
        }

        if (middle.Lightest - middle.Darkest > Flat)
        {
            return PdfSight.Seen;
        }

        (left, upper, right, lower) = Part(0.15, 0.9);
        return page.Range(left, upper, right, lower) is { } all && middle.Lightest > 235 && all.Lightest - all.Darkest > Flat ? PdfSight.Seen : PdfSight.NotDrawn;
    }

    private static (double From, double To) Stretch(int index, int count, double length)
    {
        var centre = (index + 0.5) * length / count;
        var half = Math.Max(length / count, Narrowest) / 2;
        return (Math.Max(0, centre - half), Math.Min(length, centre + half));
    }
}
