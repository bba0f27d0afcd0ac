using System.Text;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>A heading with the paragraphs under it, as somebody wrote them.</summary>
/// <param name="Number">The number typed before the heading, or null.</param>
/// <param name="Heading">The heading; null for what stands before the first.</param>
/// <param name="Paragraphs">The paragraphs.</param>
public sealed record WrittenSection(string? Number, string? Heading, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>
/// The Markdown that people write in a draft, as paragraphs and numbered lists: numbers stand as typed, the items of a list
/// belong to the paragraph above them, marks of emphasis are no part of the words.
/// </summary>
/// <remarks>A line break inside a paragraph's text is kept where an item of a list begins, and only there.</remarks>
public static partial class DraftText
{
    /// <summary>What stands before an item of a list inside a paragraph.</summary>
    public const string Bullet = "\n• ";

    private const string BulletStyle = "bullet";

    /// <summary>The sections of a text: what comes before the first heading, then each heading with what is under it.</summary>
    public static IReadOnlyList<WrittenSection> Sections(string markdown)
    {
        var sections = new List<WrittenSection>();
        var (number, heading) = ((string?)null, (string?)null);
        var lines = new List<string>();
        foreach (var line in Lines(markdown))
        {
            if (HeadingLine().Match(line) is not { Success: true } found)
            {
                lines.Add(line);
                continue;
            }

            Close();
            number = found.Groups["number"] is { Success: true } printed ? printed.Value : null;
            heading = Plain(found.Groups["words"].Value);
        }

        Close();
        return sections;

        void Close()
        {
            var paragraphs = Paragraphs(lines);
            if (heading is not null || paragraphs.Count > 0)
                sections.Add(new WrittenSection(number, heading, paragraphs));
            lines.Clear();
        }
    }

    /// <summary>The paragraphs of a text without headings.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(string markdown) => Paragraphs(Lines(markdown));

    /// <summary>What a text asks for: the items of its list at the top level, else its paragraphs; numbered from 1 where no number was typed.</summary>
    public static IReadOnlyList<Recommendation> Recommendations(string markdown)
    {
        var items = new List<(string? Number, StringBuilder Text)>();
        string? style = null;
        var gap = true;
        foreach (var line in Lines(markdown))
        {
            if (line.Length == 0)
            {
                gap = true;
                continue;
            }

            var found = Item().Match(line);
            var printed = found.Success && found.Groups["number"].Success ? found.Groups["number"].Value : null;
            var own = !found.Success ? null : printed is null ? BulletStyle : CountsOn(items, printed) ? style : StyleOf(printed);
            var isTop = own is not null && found.Groups["indent"].Length < 2 && (style is null ? printed is not null || items.Count == 0 : style == own);
            if (isTop)
            {
                style = own;
                items.Add((printed, new StringBuilder(Plain(found.Groups["words"].Value))));
            }
            else if (items.Count > 0 && (style is not null || !gap))
            {
                items[^1].Text.Append(found.Success ? Lead(found) : " ").Append(Plain(found.Success ? found.Groups["words"].Value : line.Trim()));
            }
            else
            {
                items.Add((null, new StringBuilder(Plain(found.Success ? found.Groups["words"].Value : line.Trim()))));
            }

            gap = false;
        }

        return [.. items.Select((item, i) => new Recommendation(item.Number ?? (style is null or BulletStyle && items.Count > 1 ? Printed(i + 1) : null), item.Text.ToString()))];
    }

    /// <summary>Paragraphs as somebody would have written them.</summary>
    public static string Write(IEnumerable<Paragraph> paragraphs) =>
        string.Join("\n\n", paragraphs.Select(one => (one.Number is null ? "" : int.TryParse(one.Number, out _) ? one.Number + ". " : one.Number + " ") + Listed(one.Text)));

    /// <summary>Recommendations as somebody would have written them.</summary>
    public static string Write(IEnumerable<Recommendation> asked) =>
        string.Join("\n\n", asked.Select(one => (one.Number is null ? "" : one.Number + ". ") + Listed(one.Text)));

    /// <summary>A number in words of its own: <c>3</c>.</summary>
    internal static string Printed(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<Paragraph> Paragraphs(IReadOnlyList<string> lines)
    {
        var paragraphs = new List<(string? Number, StringBuilder Text)>();
        var gap = true;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                gap = true;
            }
            else if (ParagraphNumber().Match(line) is { Success: true } numbered)
            {
                paragraphs.Add((numbered.Groups["number"].Value, new StringBuilder(Plain(numbered.Groups["words"].Value))));
                gap = false;
            }
            else
            {
                Add(line, gap, paragraphs);
                gap = false;
            }
        }

        return [.. paragraphs.Select(one => new Paragraph(one.Number, one.Text.ToString()))];
    }

    private static void Add(string line, bool gap, List<(string? Number, StringBuilder Text)> paragraphs)
    {
        var item = Item().Match(line);
        if (item.Success && int.TryParse(item.Groups["number"].Value, out _) && item.Groups["indent"].Length == 0 && !IsInList(paragraphs))
            paragraphs.Add((item.Groups["number"].Value, new StringBuilder(Plain(item.Groups["words"].Value))));
        else if (item.Success && paragraphs.Count > 0)
            paragraphs[^1].Text.Append(Lead(item)).Append(Plain(item.Groups["words"].Value));
        else if (TableRow(line) is { } row)
            AddRow(row, gap, paragraphs);
        else if (!gap && paragraphs.Count > 0)
            paragraphs[^1].Text.Append(' ').Append(Plain(line.Trim()));
        else
            paragraphs.Add((null, new StringBuilder(Plain(item.Success ? item.Groups["words"].Value : line.Trim()))));
    }

    // A paragraph that ends in a colon leads in to a list, and whatever is numbered after it belongs to it.
    private static bool IsInList(List<(string? Number, StringBuilder Text)> paragraphs) =>
        paragraphs.Count > 0 && paragraphs[^1].Text.ToString() is var text && (text.EndsWith(':') || text.Contains(":\n", StringComparison.Ordinal));

    private static void AddRow(string row, bool gap, List<(string? Number, StringBuilder Text)> paragraphs)
    {
        if (row.Length == 0)
            return;
        if (gap || paragraphs.Count == 0)
            paragraphs.Add((null, new StringBuilder(row)));
        else
            paragraphs[^1].Text.Append(Bullet).Append(row);
    }

    // The cells of a row with a sign between them; empty for the line under the heads; null for what is no row.
    private static string? TableRow(string line)
    {
        var bare = line.Trim();
        if (bare.Length < 3 || bare[0] != '|' || bare[^1] != '|')
            return null;
        return bare.All(c => c is '|' or '-' or ':' or ' ') ? "" : string.Join("; ", bare[1..^1].Split('|').Select(cell => Plain(cell.Trim())));
    }

    private static string Lead(Match item) => item.Groups["number"] is { Success: true } number ? $"\n({number.Value}) " : Bullet;

    private static string Listed(string text) => text.Replace(Bullet, "\n- ", StringComparison.Ordinal);

    private static string StyleOf(string number) => int.TryParse(number, out _) ? "integer" : char.IsAsciiDigit(number[0]) ? "decimal" : IsRoman(number) ? "roman" : "letter";

    // After h comes i, which is then a letter and not one in Roman.
    private static bool CountsOn(List<(string? Number, StringBuilder Text)> items, string number) =>
        items.Count > 0 && number.Length == 1 && items[^1].Number is [var last and >= 'a' and < 'z'] && number[0] == last + 1;

    // A single i, v or x begins a list in Roman numbers; c, d, l and m are taken for letters.
    private static bool IsRoman(string number) => number.All(c => c is 'i' or 'v' or 'x');

    private static string[] Lines(string markdown) => [.. markdown.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Split('\n').Select(line => line.TrimEnd())];

    /// <summary>The words of a text without marks of emphasis, links by their words and address.</summary>
    internal static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny("*_`[\\") < 0)
            return text;
        text = LinkMark().Replace(text, found => found.Groups["words"].Value == found.Groups["address"].Value ? found.Groups["words"].Value : $"{found.Groups["words"].Value} ({found.Groups["address"].Value})");
        text = StrongMark().Replace(text, "${words}");
        text = EmphasisMark().Replace(text, "${words}");
        return EscapeMark().Replace(text, "${sign}");
    }

    [GeneratedRegex(@"^#{1,6}\s+(?:(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[A-Z])[.)]?\s+(?=\S))?(?<words>\S.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^(?<indent>\s*)(?:[-*•–]\s+|\(?(?<number>[0-9]{1,3}(?:\.[0-9]{1,2}){1,3})[.)]?\s+|\(?(?<number>[0-9]{1,3}|[a-z]{1,5}(?=[.)])|[A-Z](?=[.)]\s+\p{Lu}\p{Ll}+\s+[^\p{Lu}]))[.)]\s+)(?<words>\S.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}|[A-Z][0-9]{1,2})[.)]?\s+(?<words>\S.*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParagraphNumber();

    [GeneratedRegex(@"\[(?<words>[^\]\n]{1,300})\]\((?<address>[^)\s]{1,600})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkMark();

    [GeneratedRegex(@"(?<mark>\*\*|__)(?=\S)(?<words>.{1,2000}?)(?<=\S)\k<mark>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StrongMark();

    [GeneratedRegex(@"(?<![\w*\\])(?<mark>[*_`])(?=\S)(?<words>[^*_`\n]{1,2000})(?<=\S)\k<mark>(?![\w*])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmphasisMark();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+\-.!|>~])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EscapeMark();
}
