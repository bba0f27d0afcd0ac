using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Reading.Texts;

/// <summary>What a paragraph's style says: its outline level, whether it is bold, its numbering, whether it hides.</summary>
internal sealed record WordStyle(int Outline, bool Bold, NumberingProperties? Numbering, bool Hidden = false);

/// <summary>Looks up styles with those they are based on.</summary>
internal sealed class WordStyles
{
    private const int DeepestBase = 20;
    private static readonly WordStyle None = new(-1, Bold: false, Numbering: null);
    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> resolved = new(StringComparer.Ordinal);
    private readonly string? normal;

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                byId[id] = style;
                CanHide |= WordRuns.IsOn(style.StyleRunProperties?.Vanish) == true;
                normal = style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true ? id : normal;
            }
        }
    }

    /// <summary>The style of a paragraph, its own properties before those of its style.</summary>
    public WordStyle Of(Paragraph paragraph)
    {
        var style = Of(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? normal);
        return paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline ? style with { Outline = outline } : style;
    }

    /// <summary>Whether any style hides what it is given to.</summary>
    public bool CanHide { get; }

    /// <summary>Whether a style, of characters or paragraphs, hides them; the default style of paragraphs where none is named.</summary>
    public bool IsHidden(string? id) => Of(id ?? normal).Hidden;

    private WordStyle Of(string? id)
    {
        if (id is null)
        {
            return None;
        }

        if (!resolved.TryGetValue(id, out var style))
        {
            resolved[id] = style = Resolve(id, DeepestBase);
        }

        return style;
    }

    private WordStyle Resolve(string id, int depth)
    {
        if (depth == 0 || !byId.TryGetValue(id, out var style))
        {
            return None;
        }

        var based = style.BasedOn?.Val?.Value is { } parent ? Resolve(parent, depth - 1) : None;
        var outline = style.StyleParagraphProperties?.OutlineLevel?.Val?.Value ?? ByName(style) ?? based.Outline;
        var bold = WordRuns.IsOn(style.StyleRunProperties?.Bold) ?? based.Bold;
        var hidden = WordRuns.IsOn(style.StyleRunProperties?.Vanish) ?? based.Hidden;
        return new WordStyle(outline, bold, style.StyleParagraphProperties?.NumberingProperties ?? based.Numbering, hidden);
    }

    /// <summary>The level that the name of a built-in style says: <c>heading 2</c>, <c>Title</c>.</summary>
    private static int? ByName(Style style)
    {
        var name = style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "";
        return name switch
        {
            "title" => 0,
            ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '6' and var level] => level - '1',
            _ => null,
        };
    }
}
