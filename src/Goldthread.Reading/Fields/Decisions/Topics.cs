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

        return Combined(key);
    }

    /// <summary>The first topic of a heading that names several and nothing else: <c>Financial and legal implications</c>.</summary>
    private Topic? Combined(string key)
    {
        var parts = key.Split(" and ", 3);
        if (parts.Length == 1)
        {
            return null;
        }

        var last = parts[^1].LastIndexOf(' ');
        var suffix = last > 0 && layouts["topic-words.suffixes"].MatchKey(parts[^1].AsSpan(last + 1)) ? parts[^1][last..] : "";
        var known = parts.Select((part, i) => i + 1 == parts.Length ? part : part + suffix).Select(Exact).ToList();
        return known.TrueForAll(topic => topic is not null) ? known[0] : null;
    }

    private Topic? Exact(string key) => InOrder.Where(entry => layouts[$"heading.topic.{entry.Name}"].MatchKey(key)).Select(entry => (Topic?)entry.Topic).FirstOrDefault();

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
