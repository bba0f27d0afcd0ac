using Goldthread.Core.Diagnostics;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Reading;
using Goldthread.Register.Records;

namespace Goldthread.Rules;

/// <summary>The rules in use: the files of the folder, those that officers changed taken from the register. The one place where they come from.</summary>
internal static class RulesFolder
{
    private const int MostFiles = 1000;

    /// <summary>The folder that stands beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>The rule book of a folder alone, or the errors in it.</summary>
    public static RuleBookOutcome Read(string folder) => RuleBook.Parse(Files(folder));

    /// <summary>Rules and layouts of a folder alone, or one sentence that says why they cannot be used.</summary>
    public static (LoadedRules? Rules, string? Problem) Load(string? folder = null) => Load(folder ?? Default, []);

    /// <summary>Rules and layouts as a register has them.</summary>
    public static async Task<(LoadedRules? Rules, string? Problem)> LoadAsync(RegisterDatabase database, CancellationToken stop) =>
        Load(Default, [.. (await ChangedAsync(database, stop)).Select(changed => changed.File)]);

    /// <summary>Rules and layouts of a folder, with the files that were changed in the place of its own.</summary>
    public static (LoadedRules? Rules, string? Problem) Load(string folder, IReadOnlyList<RuleFile> changed)
    {
        try
        {
            var files = Files(folder);
            foreach (var file in changed)
                files[file.Path] = file.Text;
            var outcome = RuleBook.Parse(files);
            if (outcome.Book is null || outcome.Errors.Count > 0)
            {
                var first = outcome.Errors[0];
                var where = changed.Any(file => file.Path == first.File) ? "It was changed in the register: mend it in /desk/rules." : "`goldthread rules check` names all.";
                return (null, $"The rules in {folder} have {outcome.Errors.Count} error(s), the first in {first.File}, line {first.Line}: {first.Message} {where}");
            }

            var layouts = Layouts.Parse(files.Where(file => file.Key.StartsWith("layouts/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));
            return (new LoadedRules(outcome.Book, layouts), null);
        }
        catch (DirectoryNotFoundException)
        {
            return (null, $"There is no folder {folder}. Name the folder of rules with --rules, or run the program through ./goldthread.");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return (null, $"The rules in {folder} cannot be read: {e.Message}");
        }
    }

    /// <summary>The files that officers changed, as they stand in a register.</summary>
    public static async Task<IReadOnlyList<(RecordHead Head, RuleFile File)>> ChangedAsync(RegisterDatabase database, CancellationToken stop)
    {
        var changed = new List<(RecordHead, RuleFile)>();
        await foreach (var (head, content) in database.For(Reader.Staff).ContentsAsync(RecordKinds.Rule, MostFiles, stop))
        {
            if (content is RuleFile file && RuleFiles.IsForOfficers(file.Path))
                changed.Add((head, file));
        }

        return changed;
    }

    /// <summary>The texts of a folder's files, by path.</summary>
    public static Dictionary<string, string> Files(string folder) =>
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

    private readonly Lazy<OrganisationNames> names = new(() =>
        new(Book.Organisations.SelectMany(known => known.Aliases.Prepend(known.Name).Select(name => (known.Reference, name)))));

    /// <summary>The names under which organisations are found in texts.</summary>
    public OrganisationNames Names => names.Value;
}
