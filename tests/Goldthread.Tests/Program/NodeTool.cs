using System.Diagnostics;

namespace Goldthread.Tests.Program;

/// <summary>A program of others that runs in Node.js, against which ours is tested: a folder beside the tests, whose packages the test installs.</summary>
internal sealed class NodeTool(string package, params string[] folder)
{
    /// <summary>Its folder.</summary>
    public string Folder { get; } = Path.Combine([AppContext.BaseDirectory, .. folder]);

    /// <summary>Installs its packages; the test is skipped where there is no Node.js.</summary>
    public async Task InstallAsync()
    {
        var there = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "node")) && File.Exists(Path.Combine(path, "npm")));
        Assert.SkipUnless(there, "Node.js is not installed, in which it runs: apt-get install nodejs npm");
        if (Directory.Exists(Path.Combine(Folder, "node_modules", package)))
            return;
        using var install = Process.Start(Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))!;
        var error = install.StandardError.ReadToEndAsync();
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        Assert.True(install.ExitCode == 0, await error);
    }

    /// <summary>What a script of its folder prints of what it is given.</summary>
    public async Task<string> RunAsync(string script, ReadOnlyMemory<byte> input)
    {
        using var process = Process.Start(Start("node", script))!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return printed;
    }

    /// <summary>How one of its programs is started.</summary>
    public ProcessStartInfo Start(string program, params string[] arguments) =>
        new(program, arguments) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
}
