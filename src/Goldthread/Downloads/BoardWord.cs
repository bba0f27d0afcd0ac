using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Site;

namespace Goldthread.Downloads;

/// <summary>The minutes of a meeting and the notes of a workshop as Word files.</summary>
internal static class BoardWord
{
    /// <summary>Writes minutes.</summary>
    public static void Write(WordFile word, Minutes minutes)
    {
        Facts(word, ("Board", minutes.Body), ("Date", Day(minutes.Date)), ("Hours", PlanWords.Hours(minutes)), ("Place", minutes.Place), ("Cancelled", minutes.Cancelled), ("Published", Day(minutes.Published)), ("Chair", minutes.Chair));
        Agenda(word, minutes);
        People(word, "Present", minutes.Present);
        People(word, "Apologies", minutes.Apologies);
        List(word, "Interests declared", minutes.Declarations ?? []);
        foreach (var item in minutes.Items)
        {
            word.Heading(item.Number is { } number ? $"{number}. {item.Heading}" : item.Heading);
            foreach (var agreed in item.Agreed ?? [])
            {
                word.Paragraph($"Agreed: {agreed}");
            }

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

    // The pack: each item with the words of the papers that its reader may see.
    private static void Agenda(WordFile word, Minutes minutes)
    {
        if (minutes.Agenda is not { Count: > 0 } agenda)
        {
            return;
        }

        var times = AgendaText.Times(agenda, minutes.Begins);
        word.Heading("Agenda");
        word.Table(["Item", "At", "Brought by"], [.. agenda.Select((item, at) => (IReadOnlyList<string>)[$"{at + 1}. {item.Heading}", times[at]?.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture) ?? "", item.Owner])]);
        foreach (var (item, at) in agenda.Select((item, at) => (item, at)))
        {
            foreach (var paper in item.Papers.Concat(item.MemberPapers ?? []).Concat(item.StaffPapers ?? []))
            {
                word.Heading($"Item {at + 1}: {paper.Title}");
                word.Paragraph(paper.Withdrawn is { } why ? $"This paper was withdrawn: {why}" : paper.Text.Length > 0 ? paper.Text : $"It stands in the register at {paper.Address}");
            }
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
