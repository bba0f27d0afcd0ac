using System.Diagnostics;

namespace Goldthread.Tests.Program;

/// <summary>The program as a process of its own, as people run it.</summary>
public static class TestProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunInAsync("", arguments);

    /// <summary>Runs it to its end in a folder, with its data there as well.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunInAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var tooLong = new CancellationTokenSource(Longest);
        await using var kill = tooLong.Token.Register(() => process.Kill(true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts it; whoever starts it ends it.</summary>
    public static Process Start(params string[] arguments) => Start("", arguments);

    private static Process Start(string folder, string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "goldthread.dll"), .. arguments])
    {
        UseShellExecute = false,
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        Environment = { ["NO_COLOR"] = "1" },
    })!;
}

/// <summary>A folder that goes with its test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("goldthread-files-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, true);
    }
}

/// <summary>Documents made up for tests.</summary>
public static class TestDocuments
{
    /// <summary>A short decision with a reference of its own.</summary>
    public static string Decision(int number, string title = "Lighting in three parks", string? cites = null) =>
        $"""
        REQUEST FOR DMPC DECISION - PCD {number}

        Title: {title}

        Executive Summary:

        Residents asked for better lighting in three parks. This illustrative decision asks for the money.

        Recommendation:

        That DMPC approve revenue expenditure of £250,000 in 2022/23 on lighting.

        Signature

        Date

        07/03/22

        1. Introduction and background

        1.1. The parks are dark after work. {cites}

        2. Issues for consideration

        2.1. The work takes eight weeks.

        3. Financial Comments

        3.1. The cost of £250,000 falls in 2022/23.

        4. Legal Comments

        4.1. Under paragraph 4.8 of the Scheme of Consent and Delegation the award is for the Deputy Mayor.

        5. Equality Comments

        5.1. Better lighting helps those who feel least safe.

        6. Background/supporting papers

        None.
        """;
}
