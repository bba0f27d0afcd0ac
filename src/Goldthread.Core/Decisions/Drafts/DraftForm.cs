namespace Goldthread.Core.Decisions.Drafts;

/// <summary>How a field of the form is filled in.</summary>
public enum DraftFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Paragraphs, in Markdown.</summary>
    Text,

    /// <summary>One of a few choices.</summary>
    Choice,

    /// <summary>A day, as <c>2027-03-31</c>.</summary>
    Day,

    /// <summary>One thing on each line.</summary>
    Lines,

    /// <summary>Sums by financial year and source: see <see cref="MoneyLine"/>.</summary>
    Money,
}

/// <summary>A part of the form under a heading of its own.</summary>
public enum DraftGroup
{
    /// <summary>What is asked for.</summary>
    Request,

    /// <summary>The supporting report.</summary>
    Report,

    /// <summary>The nine protected characteristics.</summary>
    Equality,

    /// <summary>Who was consulted or confirms.</summary>
    Declarations,

    /// <summary>What is published, when, and what is kept back.</summary>
    Publication,
}

/// <summary>A field of the form of a decision.</summary>
/// <param name="Name">Its name, which never changes: drafts are stored under it.</param>
/// <param name="Label">What to enter.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Group">Where it stands.</param>
public sealed record DraftField(string Name, string Label, DraftFieldKind Kind, DraftGroup Group)
{
    /// <summary>More on what to enter.</summary>
    public string? Hint { get; init; }

    /// <summary>The topic of the section that the field is, or that its words stand in.</summary>
    public Topic? Topic { get; init; }

    /// <summary>
    /// The words before it where it stands in its section as a paragraph of its own, such as <c>Supplier</c>; null where it
    /// is the section itself. A paragraph that begins with these words and a colon is read back into the field.
    /// </summary>
    public string? Lead { get; init; }

    /// <summary>What can be chosen: what is stored, and its words.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];
}

/// <summary>The form of a decision: the fields of the requests for a decision that offices publish, in their order.</summary>
public static class DraftForm
{
    /// <summary>The most characters of a line.</summary>
    public const int LongestLine = 300;

    /// <summary>The most characters of anything else.</summary>
    public const int LongestText = 100_000;

    private static readonly (string, string)[] YesNo = [("yes", "Yes"), ("no", "No")];

    /// <summary>The nine protected characteristics of the Equality Act 2010, section 4.</summary>
    public static IReadOnlyList<string> Characteristics { get; } =
        ["Sex", "Race", "Disability", "Age", "Religion or belief", "Sexual orientation", "Gender reassignment", "Pregnancy and maternity", "Marriage and civil partnership"];

    /// <summary>Every field, in the order of the form.</summary>
    public static IReadOnlyList<DraftField> Fields { get; } =
    [
        new("title", "Title", DraftFieldKind.Line, DraftGroup.Request) { Hint = "What is decided, in one line." },
        new("decision-maker", "Who decides", DraftFieldKind.Line, DraftGroup.Request) { Hint = "The office, such as Deputy Mayor for Policing and Crime." },
        new("summary", "Executive summary", DraftFieldKind.Text, DraftGroup.Request),
        new("recommendations", "Recommendations", DraftFieldKind.Text, DraftGroup.Request) { Hint = "A numbered list: each what the decision maker is asked to approve." },

        Section("background", "Introduction and background", Topic.Background),
        Within("commitment", "Commitment", DraftFieldKind.Line, Topic.Background, "The promise of the strategy that this carries out."),
        Section("issues", "Issues for consideration", Topic.Issues),
        Section("financial", "Financial comments", Topic.Financial),
        new("money", "What it costs", DraftFieldKind.Money, DraftGroup.Report) { Topic = Topic.Financial, Hint = "One line for each financial year and source of money." },
        Section("legal", "Legal comments", Topic.Legal),
        Within("powers", "Powers relied on", DraftFieldKind.Lines, Topic.Legal, "One provision on each line."),
        Within("authority", "Authority to decide", DraftFieldKind.Lines, Topic.Legal, "The scheme's paragraphs, one on each line."),
        Section("commercial", "Commercial comments", Topic.Commercial),
        Within("supplier", "Supplier", DraftFieldKind.Line, Topic.Commercial, "Or the organisation that receives a grant."),
        Within("category", "Procurement category", DraftFieldKind.Line, Topic.Commercial, "What is bought, in the same words as last time."),
        Section("data-protection", "Data protection comments", Topic.DataProtection),
        Within("personal-data", "Personal data is used", DraftFieldKind.Choice, Topic.DataProtection, null) with { Choices = YesNo },
        Within("assessment", "Data protection impact assessment", DraftFieldKind.Line, Topic.DataProtection, "Its reference."),
        Section("equality", "Equality comments", Topic.Equality),
        .. Characteristics.Select(name => Within(NameOf(name), name, DraftFieldKind.Text, Topic.Equality, null) with { Group = DraftGroup.Equality }),
        Section("other", "Other matters", Topic.Other) with { Hint = "A line that begins with ## is the heading of a section." },
        Section("supporting-papers", "Background and supporting papers", Topic.SupportingPapers),
        new("papers", "Papers in this register", DraftFieldKind.Lines, DraftGroup.Report) { Topic = Topic.SupportingPapers, Hint = "The addresses of records here, one on each line, such as /boards/london-vawg-board/2022-03-07." },

        new("declarations", "Who was consulted or confirms", DraftFieldKind.Lines, DraftGroup.Declarations) { Hint = "One on each line, with yes or no after a colon: Legal advice: yes" },

        new("supersedes", "Replaces the decision", DraftFieldKind.Line, DraftGroup.Publication) { Hint = "The reference of an earlier decision, where this takes its place." },
        new("publish", "Publication", DraftFieldKind.Choice, DraftGroup.Publication) { Choices = [("now", "At once"), ("day", "On a day"), ("event", "After an event")] },
        new("deferred-until", "Published on", DraftFieldKind.Day, DraftGroup.Publication),
        new("deferred-event", "Published after", DraftFieldKind.Line, DraftGroup.Publication),
        new("deferral-reason", "Why publication must wait", DraftFieldKind.Text, DraftGroup.Publication) { Hint = "Everybody reads this once the decision is published." },
        new("part-2", "There is a confidential part", DraftFieldKind.Choice, DraftGroup.Publication) { Choices = YesNo },
        new("part-2-reason", "Why it is confidential", DraftFieldKind.Text, DraftGroup.Publication) { Hint = "What is said here is public." },
    ];

    private static readonly Dictionary<string, DraftField> ByName = Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>The field of a name, or null.</summary>
    public static DraftField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Why a text cannot be kept in a field; null where it can. What is unfinished can be kept: see <see cref="Unfinished"/>.</summary>
    public static string? Refuse(DraftField field, string text)
    {
        var most = field.Kind is DraftFieldKind.Line ? LongestLine : LongestText;
        if (text.Length > most)
            return $"{field.Label}: at most {most:N0} characters; this is {text.Length:N0}.";
        return field.Kind == DraftFieldKind.Choice && text.Length > 0 && field.Choices.All(choice => choice.Value != text) ? $"{field.Label}: choose one of those offered." : null;
    }

    /// <summary>What is not finished in a field that holds more than words, to be shown beside it; a draft is not sent on with it. Null where nothing is.</summary>
    public static string? Unfinished(DraftField field, string text) => field switch
    {
        { Kind: DraftFieldKind.Day } when text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) => $"{field.Label}: enter a day, such as 31/3/2027.",
        { Kind: DraftFieldKind.Money } => MoneyLine.Refuse(text),
        { Name: "papers" } => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(DraftPapers.Refuse).FirstOrDefault(wrong => wrong is not null),
        _ => null,
    };

    private static string NameOf(string characteristic) => "equality-" + characteristic.ToLowerInvariant().Replace(' ', '-');

    private static DraftField Section(string name, string label, Topic topic) => new(name, label, DraftFieldKind.Text, DraftGroup.Report) { Topic = topic };

    private static DraftField Within(string name, string label, DraftFieldKind kind, Topic topic, string? hint) =>
        new(name, label, kind, DraftGroup.Report) { Topic = topic, Lead = label, Hint = hint };
}
