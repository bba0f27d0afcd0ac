using System.Text.Json;
using Goldthread.Core.Publishing;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.History;

public sealed class AboutCommandTests
{
    [Fact]
    public async Task About_Record_WritesEveryRevisionTheFindingsTheOriginalsAndWhoOpenedIt()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        var paper = files.Write("pcd-1.txt", TestDocuments.Decision(1));
        await TestProgram.RunAsync("import", paper, "--data", data);
        files.Write("pcd-1.txt", TestDocuments.Decision(1, "Lighting in four parks"));
        await TestProgram.RunAsync("import", paper, "--data", data);
        using (var database = new RegisterDatabase(data))
        {
            var head = Assert.Single(await database.For(Reader.Staff).ReferredToAsync("PCD 1", TestContext.Current.CancellationToken));
            await new OpenedLog(database).WriteAsync([new OpenedRow { Id = Guid.NewGuid(), At = database.Now, Person = Guid.NewGuid(), Record = head.Id, Revision = 2, What = OpenedForms.Page }], TestContext.Current.CancellationToken);
        }

        var output = Path.Combine(files.Path, "about.json");
        var first = await TestProgram.RunAsync("about", "PCD 1", "--output", output, "--data", data);
        var again = await TestProgram.RunAsync("about", "PCD 1", "--output", output, "--data", data);

        Assert.Equal(0, first.Exit);
        Assert.Contains("It holds what staff see", first.Output, StringComparison.Ordinal);
        Assert.Equal(1, again.Exit); // never written over
        using var held = JsonDocument.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
        var root = held.RootElement;
        Assert.Equal(2, root.GetProperty("revisions").GetArrayLength());
        Assert.All(root.GetProperty("revisions").EnumerateArray(), revision =>
        {
            Assert.Equal("PCD 1", revision.GetProperty("content").GetProperty("reference").GetString());
            Assert.Equal("pcd-1.txt", revision.GetProperty("original").GetProperty("file").GetString());
            Assert.True(revision.GetProperty("original").GetProperty("isKept").GetBoolean());
            Assert.NotEmpty(revision.GetProperty("diagnostics").EnumerateArray());
            Assert.Contains("REQUEST FOR DMPC DECISION", revision.GetProperty("text").GetString(), StringComparison.Ordinal);
        });
        Assert.Equal("page", Assert.Single(root.GetProperty("opened").EnumerateArray()).GetProperty("what").GetString());
        Assert.NotEmpty(root.GetProperty("leftOut").EnumerateArray());
        Assert.Contains("no one else may", root.GetProperty("warning").GetString(), StringComparison.Ordinal);
    }
}
