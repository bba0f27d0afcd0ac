using System.ComponentModel;
using Goldthread.Pathways;

namespace Goldthread.Tests.Pathways;

/// <summary>Answers held against the independent reference in <c>shared/pathways</c>, a folder beside the repository.</summary>
public sealed class GeneratedMapsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("goldthread-maps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tiny", 9001, 12)]
    [InlineData("small", 9001, 1)]
    public void Check_GeneratedMaps_HaveNoMismatch(string scale, int firstSeed, int count)
    {
        var scripts = GeneratedMaps.FindScripts();
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var map = Path.Combine(_folder, $"{scale}-{seed}");
            var flags = GeneratedMaps.Make(scale, seed, map);
            var answer = Path.Combine(_folder, "answer.json");
            File.WriteAllText(answer, Programs.Run("dotnet", [typeof(PathwaysCommand).Assembly.Location, "pathways", "check", map, .. flags, "--json"]).Output);

            var check = Programs.Run(GeneratedMaps.Python, [Path.Combine(scripts, "check_answer.py"), map, answer, .. flags]);

            Assert.True(check.Status == 0, $"{scale} map of seed {seed}: {check.Output}{check.Error}");
        }
    }

}

/// <summary>The generator of the reference; tests that need it are skipped where it is not there.</summary>
internal static class GeneratedMaps
{
    public const string Python = "/usr/bin/python3";

    /// <summary>Makes a map in a folder, and gives the flags of a question that suits it.</summary>
    public static string[] Make(string scale, int seed, string folder) =>
        Programs.Run(Python, Path.Combine(FindScripts(), "generate.py"), "--seed", $"{seed}", "--scale", scale, "--out", folder).Output.Trim().Split(' ');

    /// <summary>The folder of the reference's scripts.</summary>
    public static string FindScripts()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Goldthread.slnx")))
        {
            root = root.Parent;
        }
        var scripts = Path.Combine(root?.Parent?.FullName ?? "", "shared", "pathways");
        Assert.SkipUnless(Directory.Exists(scripts), "There is no folder shared/pathways beside the repository, which has the reference.");
        Assert.SkipUnless(HasPython(), "The reference needs Python 3 with numpy (Debian's python3-numpy).");
        return scripts;
    }

    private static bool HasPython()
    {
        try
        {
            return Programs.Run(Python, "-c", "import numpy").Status == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
