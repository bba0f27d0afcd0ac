using Goldthread.Core.Diagnostics;
using Goldthread.Core.Organisations;
using Goldthread.Core.Rules;
using Goldthread.Reading;

namespace Goldthread.Rules;

/// <summary>The folder of rules: the one place where rules touch the disk.</summary>
internal static class RulesFolder
{
    /// <summary>The folder that stands beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>The rule book of a folder, or the errors in it.</summary>
    public static RuleBookOutcome Read(string folder) => RuleBook.Parse(Files(folder));

    /// <summary>Rules and layouts of a folder together, or one sentence that says why they cannot be used.</summary>
    public static (LoadedRules? Rules, string? Problem) Load(string? folder = null)
    {
        var from = folder ?? Default;
        try
        {
            var files = Files(from);
            var outcome = RuleBook.Parse(files);
            if (outcome.Book is null || outcome.Errors.Count > 0)
                return (null, $"The rules in {from} have {outcome.Errors.Count} error(s), the first in {outcome.Errors[0].File}, line {outcome.Errors[0].Line}: {outcome.Errors[0].Message} `goldthread rules check` names all.");
            var layouts = Layouts.Parse(files.Where(file => file.Key.StartsWith("layouts/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));
            return (new LoadedRules(outcome.Book, layouts), null);
        }
        catch (DirectoryNotFoundException)
        {
            return (null, $"There is no folder {from}. Name the folder of rules with --rules, or run the program through ./goldthread.");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return (null, $"The rules in {from} cannot be read: {e.Message}");
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".csv" or ".yaml")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}

/// <summary>The rules and layouts in use.</summary>
internal sealed record LoadedRules(RuleBook Book, Layouts Layouts)
{
    /// <summary>A reader of documents by these layouts, with the checks by these rules.</summary>
    public DocumentReader Reader() =>
        new(Layouts, (record, text) => Checks.Run(record, Book, text), code => Book.Diagnostic(code)?.Severity ?? Severity.Warning);

    /// <summary>The names under which organisations are found in texts.</summary>
    public OrganisationNames OrganisationNames() =>
        new(Book.Organisations.SelectMany(known => known.Aliases.Prepend(known.Name).Select(name => (known.Reference, name))));
}
