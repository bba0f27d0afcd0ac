using Goldthread.Register.Tests;

namespace Goldthread.Tests.Program;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("import")]
    [InlineData("withdraw", "PCD 1")]
    [InlineData("show", "PCD 1", "--revision", "one")]
    [InlineData("audit", "--nonsense")]
    public async Task Run_WrongUsage_EndsWithTwoAndOneLine(params string[] arguments)
    {
        var (exit, output, error) = await TestProgram.RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfEveryCommand_HasAnExample()
    {
        var (_, root, _) = await TestProgram.RunAsync("--help");
        var commands = root.Split("Commands:")[1].Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.True(commands.Count >= 12, string.Join(' ', commands));
        foreach (var command in commands)
        {
            var (exit, help, _) = await TestProgram.RunAsync(command, "--help");
            Assert.Equal(0, exit);
            Assert.Contains($"goldthread {command}", help, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("show", "PCD 1")]
    [InlineData("history", "PCD 1")]
    [InlineData("restore", "/nowhere/file.db")]
    [InlineData("withdraw", "PCD 1", "--ground", "None.")]
    public async Task Run_OfWhatIsNotThere_EndsWithOneAndSaysWhatToDo(params string[] arguments)
    {
        using var files = new TestFolder();

        var (exit, _, error) = await TestProgram.RunAsync([.. arguments, "--data", Path.Combine(files.Path, "data")]);

        Assert.Equal(1, exit);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=goldthread;Timeout=3")]
    [InlineData("not a connection")]
    public async Task Run_OnADatabaseThatIsNotThere_SaysSo(string connection)
    {
        using var files = new TestFolder();

        var (exit, _, error) = await TestProgram.RunAsync("audit", "--data", files.Path, "--database", connection);

        Assert.Equal(1, exit);
        Assert.Contains("--database", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnADamagedFile_SaysSo()
    {
        using var files = new TestFolder();
        files.Write("goldthread.db", "This is no database, it is a note to the plumber.");

        var (exit, _, error) = await TestProgram.RunAsync("audit", "--data", files.Path);

        Assert.Equal(1, exit);
        Assert.Contains("damaged", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WhileItServes_IsGoneWithTheNextRequest()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        var paper = files.Write("pcd-1.txt", TestDocuments.Decision(1));
        await TestProgram.RunAsync("import", paper, "--data", data);
        using var server = TestProgram.Start("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync())!.Split(' ')[^1];
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var before = await client.GetAsync("/decisions/pcd-1");
            var cached = await client.GetAsync("/decisions/pcd-1");

            var withdrawn = await TestProgram.RunAsync("withdraw", "PCD 1", "--ground", "Published by mistake.", "--data", data);

            Assert.Equal((200, 200), ((int)before.StatusCode, (int)cached.StatusCode));
            Assert.Equal(0, withdrawn.Exit);
            var after = await client.GetAsync("/decisions/pcd-1");
            Assert.Equal(410, (int)after.StatusCode);
            Assert.Contains("Published by mistake.", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(410, (int)(await client.GetAsync("/decisions/pcd-1.json")).StatusCode);
            Assert.DoesNotContain("PCD 1", await client.GetStringAsync("/decisions"), StringComparison.Ordinal);
            Assert.DoesNotContain("Lighting", await client.GetStringAsync("/search?q=lighting"), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task BackupAndRestore_WhileItServes_GiveTheSameRegister()
    {
        using var files = new TestFolder();
        var (data, copy) = (Path.Combine(files.Path, "data"), Path.Combine(files.Path, "copy.db"));
        await TestProgram.RunAsync("import", files.Write("pcd-1.txt", TestDocuments.Decision(1)), "--data", data);
        using var server = TestProgram.Start("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync())!.Split(' ')[^1];
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            Assert.Equal(0, (await TestProgram.RunAsync("backup", copy, "--data", data)).Exit);
            await TestProgram.RunAsync("import", files.Write("pcd-2.txt", TestDocuments.Decision(2)), "--data", data);
            Assert.Equal(200, (int)(await client.GetAsync("/decisions/pcd-2")).StatusCode);

            var restored = await TestProgram.RunAsync("restore", copy, "--data", data);

            Assert.Equal(0, restored.Exit);
            Assert.Equal(0, (await TestProgram.RunAsync("audit", "--data", data)).Exit);
            Assert.Equal(200, (int)(await client.GetAsync("/decisions/pcd-1")).StatusCode);
            Assert.Equal(404, (int)(await client.GetAsync("/decisions/pcd-2")).StatusCode);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
