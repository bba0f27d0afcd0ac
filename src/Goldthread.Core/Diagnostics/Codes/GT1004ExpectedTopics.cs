using Goldthread.Core.Decisions;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>An expected topic has no section. All that are missing are named in one, since they are missing in one place.</summary>
internal static class GT1004ExpectedTopics
{
    // A form without sections puts short headings before its paragraphs: "Legal implications: …".
    private const int HeadingLength = 60;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var missing = one.Rules.ExpectedOn(one.Decision.DateSigned)
            .Where(topic => one.Decision.Sections.All(section => section.Topic != topic.Topic) && !one.Decision.Sections.Any(section => IsAbout(section, topic))).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Select(topic => topic.Name));
            yield return new("GT1004", $"No section is found for: {names}. Expected a section on each, if only to say that nothing arises.", "");
        }
    }

    private static bool IsAbout(Section section, ExpectedTopic topic) =>
        topic.IsNamedBy(section.Heading) || section.Paragraphs.Any(paragraph => Heading(paragraph.Text) is { } heading && topic.BeginsWith(heading));

    private static string? Heading(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var heading = colon > 0 ? text[..colon] : text;
        return heading.Length <= HeadingLength && !heading.TrimEnd().EndsWith('.') ? heading : null;
    }
}
