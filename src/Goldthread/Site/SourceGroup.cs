using System.Globalization;
using Goldthread.Core.Readings;

namespace Goldthread.Site;

/// <summary>A part of a record's page with its fields and their passages.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Heading">Its heading, as on the record's page.</param>
/// <param name="Entries">What it holds.</param>
public sealed record SourceGroup(string Id, string Heading, IReadOnlyList<SourceEntry> Entries)
{
    // The first part of a pointer, with the group it belongs to; in the order of the record's page.
    private static readonly IReadOnlyList<(string Id, string Heading, string[] Fields)> Parts =
    [
        ("head", "At its head", ["reference", "title", "body", "date", "dateSigned", "decisionMaker", "published", "chair", "previousMeeting", "previousMinutesAgreed"]),
        ("asked", "What was asked for", ["recommendations"]),
        ("summary", "Summary", ["executiveSummary"]),
        ("actions", "What was to be done", ["actions"]),
        ("purpose", "Why it was held", ["purpose"]),
        ("agreed", "What was agreed", ["agreements"]),
        ("next", "What happens next", ["nextSteps"]),
        ("success", "How success will be known", ["successMeasures"]),
        ("", "", ["sections", "items", "topics"]),
        ("money", "Every sum it names", ["amounts"]),
        ("authority", "On what authority", ["authorities", "statutes"]),
        ("related", "Other decisions named", ["relatedDecisions"]),
        ("declarations", "Who was consulted", ["declarations"]),
        ("publication", "Publication", ["publication"]),
        ("programmes", "Programmes discussed", ["programmes"]),
        ("people", "Who was there", ["present", "apologies", "attendees"]),
        ("text", "Text", ["text"]),
    ];

    /// <summary>The groups of a record, those that hold something.</summary>
    public static IReadOnlyList<SourceGroup> Of(IReadOnlyList<Source> passages)
    {
        var entries = SourceEntry.Of(passages);
        return [.. Parts.SelectMany(part => GroupsOf(part, [.. entries.Where(entry => part.Fields.Contains(Token(entry.Pointer, 0)))])).Where(group => group.Entries.Count > 0)];
    }

    private static IEnumerable<SourceGroup> GroupsOf((string Id, string Heading, string[] Fields) part, IReadOnlyList<SourceEntry> entries) =>
        part.Id.Length > 0 ? [new SourceGroup(part.Id, part.Heading, entries)] : entries.GroupBy(entry => (Token(entry.Pointer, 0), Token(entry.Pointer, 1))).Select(Chapter);

    // A section, an item of a meeting or a topic of a workshop is a group of its own, under its heading.
    private static SourceGroup Chapter(IGrouping<(string Field, string At), SourceEntry> entries)
    {
        var at = int.Parse(entries.Key.At, CultureInfo.InvariantCulture) + 1;
        var field = entries.Key.Field.TrimEnd('s');
        var first = entries.FirstOrDefault(entry => entry.Pointer == $"/{entries.Key.Field}/{entries.Key.At}");
        var heading = first?.Values.Select(value => value.Source).FirstOrDefault(source => source.Pointer.EndsWith("/heading", StringComparison.Ordinal))?.Value;
        return new SourceGroup(FormattableString.Invariant($"{field}-{at}"), heading ?? FieldWords.Capital(FormattableString.Invariant($"{field} {at}")), [.. entries]);
    }

    private static string Token(string pointer, int at) => pointer.Split('/').ElementAtOrDefault(at + 1) ?? "";
}
