using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A text of a record and the JSON Pointer of the field that holds it.</summary>
internal sealed record Passage(string Pointer, string Text)
{
    // No paragraph is longer; what is, is a damaged document, and only its beginning is checked.
    private const int Longest = 10_000;

    private IReadOnlyList<string>? sentences;

    /// <summary>The text cut into sentences, once for all checks.</summary>
    public IReadOnlyList<string> Sentences => sentences ??= Words.Sentences.Of(Text);

    /// <summary>Two passages are one where they stand in one place.</summary>
    public bool Equals(Passage? other) => other is not null && Pointer == other.Pointer && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Pointer.GetHashCode(StringComparison.Ordinal);

    /// <summary>Every running text of a decision, in the order of the document.</summary>
    public static IReadOnlyList<Passage> Of(Decision decision) =>
    [
        .. Field("/title", decision.Title),
        .. Field("/executiveSummary", decision.ExecutiveSummary),
        .. decision.Recommendations.Select((one, i) => At($"/recommendations/{i}/text", one.Text)),
        .. decision.Sections.SelectMany(Of),
        .. Field("/publication/deferralReason", decision.Publication.DeferralReason),
        .. Field("/publication/part2Reason", decision.Publication.Part2Reason),
    ];

    /// <summary>The texts of a section: its heading and its paragraphs.</summary>
    public static IEnumerable<Passage> Of(Section section, int index) =>
        [At($"/sections/{index}/heading", section.Heading), .. Paragraphs(section, index)];

    /// <summary>The paragraphs of a section.</summary>
    public static IEnumerable<Passage> Paragraphs(Section section, int index) =>
        section.Paragraphs.Select((one, i) => At($"/sections/{index}/paragraphs/{i}/text", one.Text));

    /// <summary>Every running text of minutes.</summary>
    public static IReadOnlyList<Passage> Of(Minutes minutes) => [.. minutes.Items.SelectMany((item, i) => Of(item, i))];

    /// <summary>Every running text of a workshop's notes.</summary>
    public static IReadOnlyList<Passage> Of(Workshop workshop) =>
    [
        .. Field("/purpose", workshop.Purpose),
        .. workshop.Topics.SelectMany((topic, i) => topic.Points.Select((point, j) => At($"/topics/{i}/points/{j}", point))),
        .. workshop.Agreements.Select((one, i) => At($"/agreements/{i}", one)),
        .. workshop.SuccessMeasures.Select((one, i) => At($"/successMeasures/{i}", one)),
        .. workshop.NextSteps.Select((one, i) => At($"/nextSteps/{i}", one)),
    ];

    private static IEnumerable<Passage> Of(Item item, int index) =>
        [At($"/items/{index}/heading", item.Heading), .. item.Paragraphs.Select((text, i) => At($"/items/{index}/paragraphs/{i}", text))];

    private static IEnumerable<Passage> Field(string pointer, string? text) => text is null ? [] : [new(pointer, Cut(text))];

    private static Passage At(FormattableString pointer, string text) => new(pointer.ToString(CultureInfo.InvariantCulture), Cut(text));

    /// <summary>As much of a text as is checked.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
