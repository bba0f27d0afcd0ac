namespace Goldthread.Core.Rules;

/// <summary>The entries of a rules file as a table, for people.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The entries, a cell under each column.</param>
public sealed record RuleTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The line of the file on which each entry stands, from 1; none where an entry takes several lines.</summary>
    public IReadOnlyList<int> Lines { get; private init; } = [];

    private static readonly IReadOnlyList<string> OfScheme = ["version", "paragraph", "role", "acts", "least", "most", "says", "source"];

    private static readonly IReadOnlyList<string> OfSections = ["topic", "name", "words", "from", "to", "source"];

    /// <summary>The table of a file; null for one that has no entries or cannot be read.</summary>
    public static RuleTable? Of(string path, string text)
    {
        var errors = new List<RuleError>();
        var table = path.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(path, text, errors)
            : path.StartsWith(RuleBookReader.SchemesFolder, StringComparison.Ordinal) ? YamlFiles.Scheme(path, text, errors) is { } scheme ? Of(scheme) : null
            : path == RuleBookReader.SectionsFile ? Of(YamlFiles.Sections(path, text, errors))
            : null;
        return errors.Count == 0 ? table : null;
    }

    private static RuleTable? OfCsv(string path, string text, List<RuleError> errors)
    {
        var lines = new CsvRows(path, errors).Cells(text);
        if (lines.Count == 0)
            return null;
        var columns = lines[0].Cells;
        var entries = lines.Skip(1).Where(line => line.Cells.Count == columns.Count).ToList();
        return new(columns, [.. entries.Select(entry => entry.Cells)]) { Lines = [.. entries.Select(entry => entry.Line)] };
    }

    private static RuleTable Of(Scheme scheme) => new(OfScheme,
    [
        .. from version in scheme.Versions
           from provision in version.Provisions
           select (IReadOnlyList<string>)
           [
               version.Name, provision.Paragraph, provision.Role.Name, string.Join(", ", provision.Acts.Select(act => act.ToString().ToLowerInvariant())),
               Show(provision.Least), Show(provision.Most), provision.Says, provision.Source,
           ],
    ]);

    private static RuleTable Of(IReadOnlyList<ExpectedTopic> topics) => new(OfSections,
        [.. topics.Select(topic => (IReadOnlyList<string>)[topic.Topic.ToString(), topic.Name, string.Join(", ", topic.Words), $"{topic.Effect.From:yyyy-MM-dd}", $"{topic.Effect.To:yyyy-MM-dd}", topic.Source])]);

    private static string Show(decimal? pounds) => pounds is { } known ? Money.Money.FromPounds(known).ToString() : "";
}
