namespace Goldthread.Core.Rules;

/// <summary>Puts the rules together from the files of the rules folder.</summary>
internal sealed class RuleBookReader(IReadOnlyDictionary<string, string> files)
{
    internal const string ThresholdsFile = "thresholds.csv";
    internal const string PowersFile = "powers.csv";
    internal const string AdviceFile = "advice.csv";
    internal const string VatFile = "vat.csv";
    internal const string SplittingFile = "splitting.csv";
    internal const string PollingDaysFile = "pre-election/polling-days.csv";
    internal const string StrandsFile = "strands.csv";
    internal const string BoroughsFile = "boroughs.csv";
    internal const string ProfileWordsFile = "profile-words.csv";
    internal const string HelplinesFile = "helplines.csv";
    internal const string StandardsFile = "standards.csv";
    internal const string OrganisationsFile = "organisations.csv";
    internal const string RelationsFile = "relations.csv";
    internal const string DiagnosticsFile = "diagnostics.csv";
    internal const string ExemptionsFile = "exemptions.csv";
    internal const string SectionsFile = "sections.yaml";
    internal const string SchemesFolder = "schemes/";

    private readonly List<RuleError> errors = [];

    public static RuleBookOutcome Read(IReadOnlyDictionary<string, string> files) => new RuleBookReader(files).Read();

    private RuleBookOutcome Read()
    {
        var book = new RuleBook
        {
            Schemes = Schemes(),
            Thresholds = [.. Csv(ThresholdsFile, CsvFiles.Thresholds).OrderBy(threshold => threshold.Effect.From)],
            Powers = Csv(PowersFile, CsvFiles.Powers),
            Advice = Csv(AdviceFile, CsvFiles.Advice),
            VatRates = [.. Csv(VatFile, CsvFiles.VatRates).OrderBy(rate => rate.Effect.From)],
            Splitting = Csv(SplittingFile, CsvFiles.Splitting),
            PollingDays = Csv(PollingDaysFile, CsvFiles.PollingDays),
            Strands = Csv(StrandsFile, CsvFiles.Strands),
            Boroughs = Csv(BoroughsFile, CsvFiles.Boroughs),
            ProfileWords = Csv(ProfileWordsFile, CsvFiles.ProfileWords),
            Helplines = Csv(HelplinesFile, CsvFiles.Helplines),
            Standards = Csv(StandardsFile, CsvFiles.Standards),
            Organisations = Csv(OrganisationsFile, CsvFiles.Organisations),
            Relations = Csv(RelationsFile, CsvFiles.Relations),
            Diagnostics = Csv(DiagnosticsFile, CsvFiles.Diagnostics),
            Exemptions = Csv(ExemptionsFile, CsvFiles.Exemptions),
            ExpectedTopics = Text(SectionsFile) is { } text ? YamlFiles.Sections(SectionsFile, text, errors) : [],
        };
        return errors.Count == 0
            ? new(book, [])
            : new(null, [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    private IReadOnlyList<Scheme> Schemes() =>
        [.. files.Where(file => file.Key.StartsWith(SchemesFolder, StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => YamlFiles.Scheme(file.Key, file.Value, errors))
            .OfType<Scheme>()];

    private IReadOnlyList<T> Csv<T>(string file, Func<string, CsvRows, IReadOnlyList<T>> read) =>
        Text(file) is { } text ? read(text, new CsvRows(file, errors)) : [];

    private string? Text(string file)
    {
        if (files.TryGetValue(file, out var text))
        {
            return text;
        }

        errors.Add(new(file, 1, 1, "The file is missing from the rules folder. Put it back; an earlier one is in the history."));
        return null;
    }
}
