using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The document refers to a part of itself that is not there: an appendix, a paragraph, something "below".</summary>
internal static partial class GT1006MissingPart
{
    public static IEnumerable<Finding> Check(DecisionCase one) =>
    [
        .. Appendices.Missing(one.Passages, Appendices.Captions(one.Document).Concat(Appendices.Listed(one.Decision)).ToHashSet(StringComparer.OrdinalIgnoreCase)),
        .. OwnParagraphs.Missing(one),
        .. one.Decision.Sections.SelectMany((section, i) => Below.Missing([.. Passage.Paragraphs(section, i)], section.Paragraphs, one)),
        .. one.Decision.Sections.SelectMany((section, i) => Below.Unlisted([.. Passage.Paragraphs(section, i)], one.Document)),
    ];

    public static IEnumerable<Finding> Check(Minutes minutes, string? document) => OfMeeting(Passage.Of(minutes), Papers(), document);

    public static IEnumerable<Finding> Check(Workshop workshop, string? document) => OfMeeting(Passage.Of(workshop), Shown(), document);

    // A meeting speaks of the papers before it; only an appendix of its record's own, or one said to be attached, is missed.
    // A workshop has no papers, but may be shown slides and handed reports.
    private static IEnumerable<Finding> OfMeeting(IReadOnlyList<Passage> passages, Regex papers, string? document)
    {
        var own = passages.SelectMany(passage => !papers.IsMatch(passage.Text) ? [passage] : passage.Sentences.Where(sentence => Attached().IsMatch(sentence)).Select(sentence => passage with { Text = sentence })).ToList();
        return [.. Appendices.Missing(own, Appendices.Captions(document).ToHashSet(StringComparer.OrdinalIgnoreCase)), .. Below.NotShown(passages, document)];
    }

    [GeneratedRegex(@"\b(?:attached|appended|annexed)\s+(?:(?:here|hereto|below|to (?:this|these) (?:minutes|note|notes|record))\s+)?(?:as|at)\b|\b(?:appendix|annexe?)\s+\w{1,4}\s+to\s+(?:this|these)\s+(?:minutes|notes?|record)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attached();

    [GeneratedRegex(@"\b(?:reports?|papers?|presentations?|slides|documents?|strategy|plan|pack|agenda)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Papers();

    [GeneratedRegex(@"\b(?:reports?|presentations?|slides|slide deck|pack|agenda)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shown();
}
