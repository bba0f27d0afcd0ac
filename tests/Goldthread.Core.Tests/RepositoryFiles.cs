using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests;

/// <summary>Finds the repository's own files from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<RuleBook> Book = new(() => RuleBook.Parse(Rules()).Book ?? throw new InvalidOperationException("The rules in rules/ have errors."));

    public static RuleBook RuleBook => Book.Value;

    public static string Root { get; } = Find();

    public static Dictionary<string, string> Rules() =>
        Directory.EnumerateFiles(Path.Combine(Root, "rules"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".csv" or ".yaml")
            .ToDictionary(file => Path.GetRelativePath(Path.Combine(Root, "rules"), file).Replace('\\', '/'), File.ReadAllText);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Goldthread.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
