using Goldthread.Core.Rules;

namespace Goldthread.Rules;

/// <summary>Reads the rules from a folder; the one place where they touch the disk.</summary>
internal static class RulesFolder
{
    /// <summary>The folder that stands beside the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>The rules of a folder, or the errors in them.</summary>
    public static RuleBookOutcome Read(string folder) => RuleBook.Parse(Files(folder));

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".csv" or ".yaml")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
