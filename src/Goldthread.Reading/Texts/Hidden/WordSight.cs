using System.Collections.Frozen;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Whether the words of a run can be seen in Word.</summary>
internal enum WordSight
{
    /// <summary>They can.</summary>
    Seen,

    /// <summary>They are marked as hidden, by themselves or by a style.</summary>
    Hidden,

    /// <summary>They have the colour of what they stand on: black under a black marker, white on white paper.</summary>
    Covered,
}

/// <summary>Judges what can be seen of a run by its marks and colours.</summary>
internal static class WordSights
{
    private const int White = 0xFFFFFF;

    /// <summary>How far two colours may lie apart, in each of red, green and blue, and still look the same.</summary>
    private const int Same = 24;

    /// <summary>The colours of Word's marker pen, by the names that the file format has for them.</summary>
    private static readonly FrozenDictionary<string, int> Marker = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["black"] = 0x000000,
        ["blue"] = 0x0000FF,
        ["cyan"] = 0x00FFFF,
        ["darkBlue"] = 0x000080,
        ["darkCyan"] = 0x008080,
        ["darkGray"] = 0x808080,
        ["darkGreen"] = 0x008000,
        ["darkMagenta"] = 0x800080,
        ["darkRed"] = 0x800000,
        ["darkYellow"] = 0x808000,
        ["green"] = 0x00FF00,
        ["lightGray"] = 0xC0C0C0,
        ["magenta"] = 0xFF00FF,
        ["red"] = 0xFF0000,
        ["white"] = 0xFFFFFF,
        ["yellow"] = 0xFFFF00,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the words of a run can be seen.</summary>
    public static WordSight Of(Run run, WordStyles styles)
    {
        if (IsHidden(run, styles))
        {
            return WordSight.Hidden;
        }

        var own = run.RunProperties;
        return own is { Color: not null } or { Highlight: not null } or { Shading: not null } && IsCovered(run, own) ? WordSight.Covered : WordSight.Seen;
    }

    /// <summary>Whether a row is hidden or deleted as a whole.</summary>
    public static bool IsGone(TableRow row) =>
        row.TableRowProperties is { } properties && (properties.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Hidden>() is { } hidden && WordRuns.IsOn(hidden) == true || properties.GetFirstChild<Deleted>() is not null);

    private static bool IsHidden(Run run, WordStyles styles)
    {
        if (WordRuns.IsOn(run.RunProperties?.Vanish) is { } own)
        {
            return own;
        }

        return styles.CanHide
            && (styles.IsHidden(run.RunProperties?.RunStyle?.Val?.Value)
                || styles.IsHidden(run.Ancestors<Paragraph>().FirstOrDefault()?.ParagraphProperties?.ParagraphStyleId?.Val?.Value));
    }

    private static bool IsCovered(Run run, RunProperties own)
    {
        var ink = Ink(own.Color);
        if (own.Highlight?.Val is { } mark && Marker.TryGetValue(mark.InnerText ?? "", out var marked))
        {
            // Ink without a colour of its own is black; under a black marker nobody can be sure to see it.
            return Near(ink ?? 0, marked);
        }

        return ink is { } colour && Ground(run, own) is { } ground && Near(colour, ground);
    }

    private static int? Ink(Color? colour) =>
        colour?.ThemeColor?.InnerText is "background1" or "light1" && colour.ThemeShade is null ? White : Hex(colour?.Val?.Value);

    /// <summary>The colour behind a run; null where a table's style may have one that is not looked up.</summary>
    private static int? Ground(Run run, RunProperties own)
    {
        var paragraph = run.Ancestors<Paragraph>().FirstOrDefault();
        if ((Fill(own.Shading) ?? Fill(paragraph?.ParagraphProperties?.Shading)) is { } near)
        {
            return near;
        }

        // The paragraph's style, a text box or a table's style may bring a ground of its own.
        if (paragraph?.ParagraphProperties?.ParagraphStyleId is not null || run.Ancestors<TextBoxContent>().Any())
        {
            return null;
        }

        foreach (var cell in run.Ancestors<TableCell>())
        {
            if (Fill(cell.TableCellProperties?.Shading) is { } fill)
            {
                return fill;
            }

            if (cell.Ancestors<Table>().FirstOrDefault()?.GetFirstChild<TableProperties>() is { } table && (table.TableStyle is not null || table.Shading is not null))
            {
                return null;
            }
        }

        return White;
    }

    private static int? Fill(Shading? shading) => shading?.Val?.InnerText == "solid" ? Hex(shading.Color?.Value) ?? 0 : Hex(shading?.Fill?.Value);

    private static int? Hex(string? colour) =>
        colour is { Length: 6 } && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool Near(int one, int other) =>
        Math.Abs((one >> 16) - (other >> 16)) <= Same
        && Math.Abs(((one >> 8) & 0xFF) - ((other >> 8) & 0xFF)) <= Same
        && Math.Abs((one & 0xFF) - (other & 0xFF)) <= Same;
}
