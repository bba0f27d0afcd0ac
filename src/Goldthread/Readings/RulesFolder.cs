using Goldthread.Reading;

namespace Goldthread.Readings;

/// <summary>Finds and reads the folder of rules: the one given, else the one beside the program.</summary>
internal static class RulesFolder
{
    /// <summary>Loads the layouts; gives one line that says what to do where that fails.</summary>
    public static string? Load(string? given, out Layouts? layouts)
    {
        layouts = null;
        var folder = Path.Combine(given ?? Path.Combine(AppContext.BaseDirectory, "rules"), "layouts");
        if (!Directory.Exists(folder))
        {
            return $"goldthread: there is no folder {folder}; name the folder of rules with --rules.";
        }

        try
        {
            layouts = Layouts.Parse(Files(folder));
            return null;
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            return $"goldthread: {problem.Message}";
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);
}
