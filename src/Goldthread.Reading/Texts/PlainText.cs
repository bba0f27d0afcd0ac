namespace Goldthread.Reading.Texts;

/// <summary>Lines of a plain text: where each begins, how far it stands in, what is between.</summary>
internal static class PlainText
{
    private const int TabWidth = 4;

    public static ExtractedText Extract(string text)
    {
        var source = new SourceText(text);
        var lines = new List<Line>();
        var gap = true;
        for (var index = 0; index < source.LineCount; index++)
        {
            var (start, end) = source.Line(index);
            var (first, indent) = Margin(text, start, end);
            if (first == end)
            {
                gap = true;
                continue;
            }

            while (text[end - 1] == ' ')
            {
                end--;
            }

            lines.Add(new Line(first, end) { Indent = indent, Gap = gap });
            gap = false;
        }

        return new ExtractedText(source, lines, Structured: false);
    }

    private static (int First, int Indent) Margin(string text, int start, int end)
    {
        var indent = 0;
        var at = start;
        for (; at < end && char.IsWhiteSpace(text[at]); at++)
        {
            indent += text[at] == '\t' ? TabWidth - (indent % TabWidth) : 1;
        }

        return (at, indent);
    }
}
