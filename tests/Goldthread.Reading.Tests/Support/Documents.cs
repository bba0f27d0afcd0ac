using System.Text;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests.Support;

/// <summary>Reads documents with the layouts of the repository.</summary>
internal static class Documents
{
    public static Layouts Layouts { get; } = Layouts.Parse(LayoutFiles());

    public static DocumentReader Reader { get; } = new(Layouts, _ => []);

    public static Dictionary<string, string> LayoutFiles() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules", "layouts"), "*.yaml")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    public static Core.Readings.Reading Read(string text, string name = "document.txt") => Read(Encoding.UTF8.GetBytes(text), name);

    public static Core.Readings.Reading Read(byte[] content, string name) =>
        Assert.IsType<ReadOutcome.Read>(Reader.Read(name, content, TestContext.Current.CancellationToken)).Reading;

    public static Decision Decision(string text, string name = "document.txt") => Assert.IsType<Decision>(Read(text, name).Record);

    public static Minutes Minutes(string text, string name = "document.txt") => Assert.IsType<Minutes>(Read(text, name).Record);

    public static Workshop Workshop(string text, string name = "document.txt") => Assert.IsType<Workshop>(Read(text, name).Record);

    /// <summary>Reads one of the five documents beside the repository; skips where they are not there.</summary>
    public static Core.Readings.Reading Shared(string prefix)
    {
        var folder = SharedFolder();
        var file = folder is null ? null : Directory.EnumerateFiles(folder, prefix + "*.txt").FirstOrDefault();
        Assert.SkipWhen(file is null, "The five documents are not beside the repository (../shared/documents).");
        return Read(File.ReadAllBytes(file!), Path.GetFileName(file)!);
    }

    private static string? SharedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "documents");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
