namespace Goldthread.Core.Rules;

/// <summary>The files of the rules: what each is called, and which an officer may change while the program runs.</summary>
public static class RuleFiles
{
    private static readonly (string Path, string Title)[] ByOfficers =
    [
        (RuleBookReader.ThresholdsFile, "procurement thresholds"),
        (RuleBookReader.VatFile, "standard rate of VAT"),
        (RuleBookReader.PowersFile, "powers in statute"),
        (RuleBookReader.AdviceFile, "advice demanded"),
        (RuleBookReader.SplittingFile, "what is added up against splitting"),
        (RuleBookReader.PollingDaysFile, "elections and the periods before them"),
        (RuleBookReader.ExemptionsFile, "grounds for keeping a part confidential"),
        (RuleBookReader.SectionsFile, "topics that a report is expected to have"),
        (RuleBookReader.StandardsFile, "minimum standard and gold standard"),
        (RuleBookReader.ProfileWordsFile, "what is said of people on the map of help"),
    ];

    /// <summary>What a file is called, by its path; the path where nothing else is known.</summary>
    public static string TitleOf(string path) =>
        ByOfficers.FirstOrDefault(file => file.Path == path).Title
        ?? (IsScheme(path) ? $"scheme of delegation, {System.IO.Path.GetFileNameWithoutExtension(path)}" : path);

    /// <summary>
    /// Whether an officer may change it: what the law and the body's own instruments say, and the words in which gaps of the map are told. Words by which documents are read,
    /// names, ties and the catalogue of diagnostics come with the program.
    /// </summary>
    public static bool IsForOfficers(string path) => IsScheme(path) || ByOfficers.Any(file => file.Path == path);

    private static bool IsScheme(string path) =>
        path.StartsWith(RuleBookReader.SchemesFolder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);
}
