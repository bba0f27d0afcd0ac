using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.People;

/// <summary><c>goldthread user</c>, as it is run on the register's own machine.</summary>
public sealed class UserCommandTests
{
    [Theory]
    [InlineData(0, "Nothing that she was asked, asked or drafted is open.")]
    [InlineData(1, "One thing that she was asked, asked or drafted waits to be handed over at /desk/people/")]
    [InlineData(3, "3 things that she was asked, asked or drafted wait to be handed over at /desk/people/")]
    public async Task Disable_WithThingsOpen_EndsHerSignInAndSaysWhatWaits(int open, string said)
    {
        using var folder = new TestFolder();
        var database = new RegisterDatabase(folder.Path);
        await database.MigrateAsync();
        var (people, asks) = (new PeopleService(database), new AskService(database));
        var (ada, bo) = (await JoinAsync("ada@example.org"), await JoinAsync("bo@example.org"));
        for (var i = 0; i < open; i++)
            await asks.AskAsync(new NewAsk("Report", asks.Today.AddDays(3), "", i == 0 ? ada.Person : bo.Person), i == 0 ? bo : ada, TestContext.Current.CancellationToken);

        var (exit, output, error) = await TestProgram.RunAsync("user", "disable", "ADA@example.org", "--reason", "Left on 31 March 2027", "--data", folder.Path);

        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith($"ada@example.org can no longer sign in. {said}", output, StringComparison.Ordinal);
        if (open > 0)
            Assert.EndsWith($"/desk/people/{ada.Person}/leave.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.NotNull((await people.FindAsync(ada.Person, TestContext.Current.CancellationToken))!.LeftAt);
        Assert.Null(await people.StandingAsync(ada.Person, TestContext.Current.CancellationToken));
        Assert.Contains(await people.ChangesAsync(ada.Person, TestContext.Current.CancellationToken), change => change.Reason == "Left on 31 March 2027");
        database.Dispose();

        async Task<Standing> JoinAsync(string email)
        {
            var joined = await people.JoinAsync(new Joining(email, "Sample", "Officer", null, [new Holding(Role.Officer, null, people.Today)]), "A test");
            return (await people.StandingAsync(joined.Person!.Value))!;
        }
    }

    [Fact]
    public async Task Disable_NobodyOfThatName_SaysSo()
    {
        using var folder = new TestFolder();

        var (exit, _, error) = await TestProgram.RunAsync("user", "disable", "ada@example.org", "--data", folder.Path);

        Assert.NotEqual(0, exit);
        Assert.Contains("Nobody signs in as ada@example.org. goldthread user list shows who does.", error, StringComparison.Ordinal);
    }
}
