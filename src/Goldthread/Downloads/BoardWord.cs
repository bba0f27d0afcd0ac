using Goldthread.Core.Boards;
using Goldthread.Site;

namespace Goldthread.Downloads;

/// <summary>The minutes of a meeting and the notes of a workshop as Word files.</summary>
internal static class BoardWord
{
    /// <summary>Writes minutes.</summary>
    public static void Write(WordFile word, Minutes minutes)
    {
        Facts(word, ("Board", minutes.Body), ("Date", Day(minutes.Date)), ("Published", Day(minutes.Published)), ("Chair", minutes.Chair));
        People(word, "Present", minutes.Present);
        People(word, "Apologies", minutes.Apologies);
        foreach (var item in minutes.Items)
        {
            word.Heading(item.Number is { } number ? $"{number}. {item.Heading}" : item.Heading);
            foreach (var paragraph in item.Paragraphs)
            {
                word.Paragraph(paragraph);
            }
        }

        if (minutes.Actions.Count > 0)
        {
            word.Heading("Actions");
            word.Table(["Action", "Owner", "Due"], [.. minutes.Actions.Select(action => (IReadOnlyList<string>)[action.Text, action.Owner ?? "", Day(action.Due) ?? ""])]);
        }
    }

    /// <summary>Writes the notes of a workshop.</summary>
    public static void Write(WordFile word, Workshop workshop)
    {
        Facts(word, ("Held by", workshop.Body), ("Date", Day(workshop.Date)));
        List(word, "Attendees", workshop.Attendees);
        if (workshop.Purpose is { } purpose)
        {
            word.Heading("Purpose");
            word.Paragraph(purpose);
        }

        foreach (var topic in workshop.Topics)
        {
            List(word, topic.Heading, topic.Points, evenEmpty: true);
        }

        List(word, "What was agreed", workshop.Agreements);
        List(word, "How success will be known", workshop.SuccessMeasures);
        List(word, "Next steps", workshop.NextSteps);
    }

    private static void Facts(WordFile word, params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        foreach (var (name, value) in facts)
        {
            if (value is not null)
            {
                word.Fact(name, value);
            }
        }
    }

    private static void People(WordFile word, string heading, IReadOnlyList<Attendee> people) =>
        List(word, heading, [.. people.Select(person => string.Join(", ", new[] { person.Name, person.Role, person.Organisation }.Where(part => !string.IsNullOrWhiteSpace(part))))]);

    private static void List(WordFile word, string heading, IReadOnlyList<string> points, bool evenEmpty = false)
    {
        if (points.Count == 0 && !evenEmpty)
        {
            return;
        }

        word.Heading(heading);
        foreach (var point in points)
        {
            word.Numbered(null, point);
        }
    }

    private static string? Day(DateOnly? day) => day is { } known ? Wording.Date(known) : null;
}
