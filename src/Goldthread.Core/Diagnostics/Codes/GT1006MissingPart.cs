using Goldthread.Core.Boards;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The document refers to a part of itself that is not there: an appendix, a paragraph, something "below".</summary>
internal static class GT1006MissingPart
{
    public static IEnumerable<Finding> Check(DecisionCase one) =>
    [
        .. Appendices.Missing(one.Passages, Appendices.Listed(one.Decision)),
        .. OwnParagraphs.Missing(one),
        .. one.Decision.Sections.SelectMany((section, i) => Below.Missing([.. Passage.Paragraphs(section, i)], section.Paragraphs, one)),
    ];

    public static IEnumerable<Finding> Check(Minutes minutes)
    {
        var passages = Passage.Of(minutes);
        return Appendices.Missing(passages, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
    }
}
