using Goldthread.Core.Publishing;
using Goldthread.Reading.Tests.Support;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Imports;

public sealed class ImportCommandTests
{
    [Fact]
    public async Task Import_FolderTwice_ChangesNothingTheSecondTime()
    {
        using var files = new TestFolder();
        files.Write("papers/pcd-1.txt", TestDocuments.Decision(1));
        files.Write("papers/old/pcd-2.html", $"<h1>PCD 2</h1><p>{TestDocuments.Decision(2).Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p>");
        files.Write("papers/notes.md", "not a document that is read");
        var data = Path.Combine(files.Path, "data");

        var first = await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), "--data", data);
        var second = await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), "--data", data);

        Assert.Equal((0, "2 read, 0 unchanged, 0 failed"), (first.Exit, first.Output.Trim()));
        Assert.Equal((0, "0 read, 2 unchanged, 0 failed"), (second.Exit, second.Output.Trim()));
        Assert.Equal(0, (await TestProgram.RunAsync("audit", "--data", data)).Exit);
    }

    [Fact]
    public async Task Import_ChangedDocument_AddsARevision()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        var paper = files.Write("pcd-1.txt", TestDocuments.Decision(1));
        await TestProgram.RunAsync("import", paper, "--data", data);
        files.Write("pcd-1.txt", TestDocuments.Decision(1, "Lighting in four parks"));

        var again = await TestProgram.RunAsync("import", paper, "--data", data);

        Assert.Equal("1 read, 0 unchanged, 0 failed", again.Output.Trim());
        var history = await TestProgram.RunAsync("history", "pcd1", "--data", data);
        Assert.Contains("Lighting in four parks", history.Output, StringComparison.Ordinal);
        Assert.Equal(3, history.Output.Trim().Split('\n').Length);
        files.Write("pcd-1.txt", TestDocuments.Decision(1));
        Assert.Equal("1 read, 0 unchanged, 0 failed", (await TestProgram.RunAsync("import", paper, "--data", data)).Output.Trim());
    }

    [Fact]
    public async Task Import_TwoFilesOfOneRecord_StaysWithTheLaterOne()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        files.Write("papers/a.txt", TestDocuments.Decision(1));
        files.Write("papers/b.txt", TestDocuments.Decision(1, "The published form"));
        var folder = Path.Combine(files.Path, "papers");

        var first = await TestProgram.RunAsync("import", folder, "--data", data);
        var second = await TestProgram.RunAsync("import", folder, "--data", data);

        Assert.Equal("2 read, 0 unchanged, 0 failed", first.Output.Trim());
        Assert.Equal("0 read, 2 unchanged, 0 failed", second.Output.Trim());
    }

    [Fact]
    public async Task Import_BadFilesAmongGood_NamesEachAndReadsTheRest()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        files.Write("papers/a.txt", "");
        files.Write("papers/b.txt", TestDocuments.Decision(1));
        File.WriteAllBytes(Path.Combine(files.Path, "papers", "c.txt"), [0, 1, 2, 0xff, 0xfe, 0, 0]);

        var (exit, output, error) = await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), Path.Combine(files.Path, "missing.txt"), "--data", data);

        Assert.Equal(1, exit);
        Assert.Contains("a.txt", error, StringComparison.Ordinal);
        Assert.Contains("missing.txt", error, StringComparison.Ordinal);
        Assert.Matches(@"^[12] read, 0 unchanged, [23] failed$", output.Trim());
    }

    [Fact]
    public async Task Import_UnknownAndDeferredDocuments_AreForStaff()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        files.Write("papers/shopping.txt", "Bread\nApples\nA kettle\n");
        files.Write("papers/pcd-1.txt", TestDocuments.Decision(1) + "\n\nPart 1 Deferral:\n\nIs the publication of Part 1 of this approval to be deferred? YES\n\nIf yes, for what reason: Negotiations.\n\nUntil what date: 1 March 2199\n");

        await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), "--data", data);

        var register = new RegisterDatabase(data);
        Assert.Empty(await register.For(Reader.Public).CountsAsync() is var counts ? counts.Where(count => count.Key is "decision" or "document") : []);
        var staff = await register.For(Reader.Staff).CountsAsync();
        Assert.Equal((1, 1), (staff["decision"], staff["document"]));
    }

    [Fact]
    public async Task Import_FileThatHidesWords_NamesThemForStaffAlone()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        var paper = Path.Combine(files.Path, "pcd-1.docx");
        File.WriteAllBytes(paper, WordFile.Make(TestDocuments.Decision(1) + "\n[deleted: Kanarienvogel]\n[comment: Kanarienvogel]\n[author: Kanarienvogel]"));

        await TestProgram.RunAsync("import", paper, "--data", data);
        var read = await TestProgram.RunAsync("read", paper);

        var register = new RegisterDatabase(data);
        var (forStaff, forPublic) = (await JsonAsync(register.For(Reader.Staff)), await JsonAsync(register.For(Reader.Public)));
        foreach (var code in (string[])["GT6013", "GT6015", "GT6016"])
        {
            Assert.Contains(code, forStaff, StringComparison.Ordinal);
            Assert.DoesNotContain(code, forPublic, StringComparison.Ordinal);
            Assert.Contains($"info {code}", read.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Kanarienvogel", forStaff + forPublic + read.Output, StringComparison.Ordinal);
        Assert.Contains("PCD 1", forPublic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Original_ComesBackByteForByte()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        var paper = files.Write("pcd-1.txt", TestDocuments.Decision(1));
        await TestProgram.RunAsync("import", paper, "--data", data);

        var shown = await TestProgram.RunAsync("show", "PCD 1", "--data", data, "--original", Path.Combine(files.Path, "back.txt"));

        Assert.Equal(0, shown.Exit);
        Assert.Equal(File.ReadAllBytes(paper), File.ReadAllBytes(Path.Combine(files.Path, "back.txt")));
    }

    [Fact]
    public async Task Import_OntoAFullDisk_SaysSoAndKeepsWhatWasAcknowledged()
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/bin/mount"), "Mounting a small disk needs root.");
        using var files = new TestFolder();
        var disk = Path.Combine(files.Path, "disk");
        Directory.CreateDirectory(disk);
        using var mount = System.Diagnostics.Process.Start("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk])!;
        await mount.WaitForExitAsync();
        Assert.SkipUnless(mount.ExitCode == 0, "A small disk cannot be mounted here.");
        try
        {
            for (var i = 1; i <= 60; i++)
                files.Write($"papers/pcd-{i}.txt", TestDocuments.Decision(i) + string.Concat(Enumerable.Repeat($"\n\n1.{i}. A long passage about lighting, number {i}.", 1500)));

            var (exit, output, error) = await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), "--each", "--data", disk);

            Assert.Equal(1, exit);
            Assert.Contains("disk is full", error, StringComparison.Ordinal);
            var register = new RegisterDatabase(disk);
            var there = (await register.For(Reader.Staff).CountsAsync()).GetValueOrDefault("decision");
            Assert.Equal(output.Split('\n').Count(line => line.StartsWith("read ", StringComparison.Ordinal)), there);
            Assert.Empty((await new Audit(register).RunAsync()).Findings);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            using var unmount = System.Diagnostics.Process.Start("umount", ["-l", disk])!;
            await unmount.WaitForExitAsync();
        }
    }

    private static async Task<string> JsonAsync(RegisterView view)
    {
        var head = Assert.Single(await view.ReferredToAsync("PCD 1"));
        var found = await view.FindAsync(head.Body, head.Kind, head.Slug);
        return (await view.JsonAsync(found!.Record!))!.ToJsonString();
    }
}
