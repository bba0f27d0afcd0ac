using Goldthread.Core.Decisions;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>An expected topic has no section. All that are missing are named in one, since they are missing in one place.</summary>
internal static class GT1004ExpectedTopics
{
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
        topic.IsNamedBy(section.Heading) || section.Paragraphs.Any(paragraph => DecisionCase.RunInHeading(paragraph.Text) is { } heading && topic.BeginsWith(heading));
}
