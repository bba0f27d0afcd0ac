using Goldthread.Core.Decisions;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>From a heading to what its section is about.</summary>
internal sealed class Topics(Layouts layouts)
{
    private static readonly (string Name, Topic Topic)[] InOrder =
    [
        ("dataProtection", Topic.DataProtection),
        ("equality", Topic.Equality),
        ("legal", Topic.Legal),
        ("commercial", Topic.Commercial),
        ("financial", Topic.Financial),
        ("supportingPapers", Topic.SupportingPapers),
        ("issues", Topic.Issues),
        ("background", Topic.Background),
        ("other", Topic.Other),
    ];

    /// <summary>The topic of a heading that the data knows, or null.</summary>
    public Topic? Known(string key)
    {
        key = key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
        foreach (var (name, topic) in InOrder)
        {
            if (layouts[$"heading.topic.{name}"].MatchKey(key))
            {
                return topic;
            }
        }

        return null;
    }

    /// <summary>The topic of any heading: one that the data knows, else the one that its words point to.</summary>
    public Topic Of(string key)
    {
        if (Known(key) is { } known)
        {
            return known;
        }

        foreach (var (name, topic) in InOrder)
        {
            if (layouts[$"topic-words.{name}"].FoundIn(key))
            {
                return topic;
            }
        }

        return Topic.Other;
    }
}
