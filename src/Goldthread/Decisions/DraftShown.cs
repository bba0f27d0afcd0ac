using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>A paragraph or a heading of a field, for somebody who reads and does not write.</summary>
/// <param name="Number">Its number as typed, or null.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
public sealed record ShownPart(string? Number, string Words, bool IsHeading = false);

/// <summary>What stands in a field, in words and not as it is stored.</summary>
public static class DraftShown
{
    /// <summary>The field's text in words.</summary>
    public static string Words(DraftField field, string text) => field.Kind switch
    {
        DraftFieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Value == text).Words ?? text,
        DraftFieldKind.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Wording.Date(day) : text,
        DraftFieldKind.Money => string.Join('\n', text.Split('\n').Select(line => MoneyLine.Parse(line) is [var read] ? read.ToString() : line.Replace("|", " · ", StringComparison.Ordinal))),
        _ => text,
    };

    /// <summary>The field's paragraphs.</summary>
    public static IReadOnlyList<ShownPart> Pieces(DraftField field, string text)
    {
        if (text.Length == 0)
            return [];
        if (field.Name == "recommendations")
            return [.. DraftText.Recommendations(text).Select(one => new ShownPart(one.Number, one.Text))];
        if (field.Kind != DraftFieldKind.Text)
            return [.. Words(field, text).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new ShownPart(null, line))];
        return
        [
            .. DraftText.Sections(text).SelectMany(section => section.Paragraphs.Select(paragraph => new ShownPart(paragraph.Number, paragraph.Text))
                .Prepend(section.Heading is { } heading ? new ShownPart(section.Number, heading, IsHeading: true) : new ShownPart(null, "")))
                .Where(part => part.Words.Length > 0),
        ];
    }
}
