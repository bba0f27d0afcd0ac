using System.Text.Json;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Register.Decisions;
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

    [Fact]
    public async Task About_DecisionDraftedHere_WritesItsDraftBeforeAndAfterItIsSigned()
    {
        using var files = new TestFolder();
        var data = Path.Combine(files.Path, "data");
        using (var database = new RegisterDatabase(data))
        {
            await database.MigrateAsync(TestContext.Current.CancellationToken);
            await DraftAsync(database, "PCD 1", isSigned: false);
            await DraftAsync(database, "PCD 2", isSigned: true);
        }

        foreach (var reference in new[] { "PCD 1", "PCD 2" })
        {
            var output = Path.Combine(files.Path, reference + ".json");
            var ended = await TestProgram.RunAsync("about", reference, "--output", output, "--data", data);

            Assert.Equal(0, ended.Exit);
            using var held = JsonDocument.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
            Assert.Equal(reference == "PCD 2", held.RootElement.TryGetProperty("revisions", out _));
            var draft = held.RootElement.GetProperty("draft");
            Assert.Equal("Lighting in four parks", draft.GetProperty("texts").GetProperty("title").GetString());
            Assert.Equal("Begin", draft.GetProperty("steps")[0].GetProperty("act").GetString());
            Assert.Equal("How many lamps?", draft.GetProperty("comments")[0].GetProperty("text").GetString());
        }
    }

    private static async Task DraftAsync(RegisterDatabase database, string reference, bool isSigned)
    {
        var who = new Standing { Person = Guid.NewGuid(), Name = "Ann Example", Office = "Policy officer", Grounds = [new Ground(Role.Officer, null)] };
        var draft = (await new DraftService(database).StartAsync("west-midshire-pcc", DraftContent.Empty.With("title", "Lighting in four parks"), who, reference)).Draft!.Value;
        await new DraftComments(database).AddAsync(draft, "title", "", "How many lamps?", who);
        if (!isSigned)
            return;
        async Task TakeAsync(DraftAct act, Role role)
        {
            var taker = new Standing { Person = Guid.NewGuid(), Name = "Bo Example", Office = role.Words(), Grounds = [new Ground(role, null)], ProvedAt = database.Now };
            var request = new StepRequest((await new DraftService(database).FindAsync(draft, who))!.Head.Version) { Interests = "None." };
            var outcome = await new DraftFlowService(database, TimeSpan.FromHours(1)).TakeAsync(draft, act, request, taker, (entry, _, _) => Task.FromResult(new DraftReview(DraftDecision.Write(entry.Content, entry.Head.Reference).Decision, [])));
            Assert.Null(outcome.Fault);
        }

        await TakeAsync(DraftAct.AskAdvice, Role.Officer);
        await TakeAsync(DraftAct.SendOn, Role.Officer);
        await TakeAsync(DraftAct.Recommend, Role.ChiefExecutive);
        await TakeAsync(DraftAct.Approve, Role.DecisionMaker);
    }
}
