using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Downloads;

/// <summary>How our Word files look: A4, one typeface, headings that make a contents list.</summary>
internal static class WordLooks
{
    private const string Ink = "1D1B16", Gold = "7A5600", Muted = "5E574A", Rule = "D9D1BF";

    /// <summary>The page: A4 upright, with margins of 2.5 cm.</summary>
    public static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1418, Right = 1418, Bottom = 1418, Left = 1418, Header = 708, Footer = 708, Gutter = 0 });

    /// <summary>The styles.</summary>
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new Color { Val = Ink }, new FontSize { Val = "22" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Of("Title", "Title", new StyleParagraphProperties(new SpacingBetweenLines { After = "240" }), new StyleRunProperties(new Bold(), new FontSize { Val = "44" })),
        Of("Heading1", "heading 1", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "360", After = "120" }, new OutlineLevel { Val = 0 }), new StyleRunProperties(new Bold(), new Color { Val = Gold }, new FontSize { Val = "30" })),
        Of("Heading2", "heading 2", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" }, new OutlineLevel { Val = 1 }), new StyleRunProperties(new Bold(), new FontSize { Val = "24" })),
        Of("Numbered", "Numbered", new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 709 }), new Indentation { Left = "709", Hanging = "709" }), null),
        Of("Small", "Small print", null, new StyleRunProperties(new Color { Val = Muted }, new FontSize { Val = "18" })),
        new Style(
            new StyleName { Val = "Sums" },
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>()),
                new TableCellMarginDefault(new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "Sums", CustomStyle = true });

    private static Style Of(string id, string name, StyleParagraphProperties? paragraph, StyleRunProperties? run)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = id };
        if (paragraph is not null)
        {
            style.Append(paragraph);
        }

        if (run is not null)
        {
            style.Append(run);
        }

        return style;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Rule };
}
