using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.People;

/// <summary>A few things that the sample's people ask of each other, so that no desk is empty. All of it is illustrative.</summary>
internal static class SampleAsks
{
    private sealed record Line(Role By, Role? Of, string? Organisation, string Title, string Words, int Days, string? About = null);

    private static readonly IReadOnlyList<Line> Lines =
    [
        new(Role.Secretariat, null, "mps", "Say which actions of the last meeting are done", "The chair would like to open the next meeting with them.", 3, "meeting"),
        new(Role.Officer, Role.Partner, null, "Report on the reach of the campaigns", "How many people saw them, and in which boroughs. A page is enough.", 12, "decision"),
        new(Role.Officer, Role.Provider, null, "Send the figures of the last quarter", "", 1),
        new(Role.Officer, Role.Adviser, null, "Advise on the award without a tender", "Is the ground in paragraph 4.8 enough for it?", 0, "decision"),
        new(Role.ChiefExecutive, Role.Officer, null, "Shorten the summary before it goes to the deputy mayor", "Half a page, the money first.", 5, "decision"),
        new(Role.Secretariat, Role.ChiefExecutive, null, "Confirm the dates of next year's meetings", "", 20),
        new(Role.Secretariat, Role.DecisionMaker, null, "Agree the minutes as chair", "", 6, "meeting"),
        new(Role.Officer, Role.Secretariat, null, "Put the training programme on the agenda", "Fifteen minutes, for information.", 9),
        new(Role.Officer, Role.Analyst, null, "Check the amounts against last year's", "", 14, "decision"),
    ];

    /// <summary>Asks them, where nothing was asked yet.</summary>
    public static async Task AskAsync(RegisterDatabase database, string body, CancellationToken stop)
    {
        var (people, asks, lists, view) = (new PeopleService(database), new AskService(database), new AskLists(database), database.For(Core.Publishing.Reader.Staff));
        foreach (var line in Lines)
        {
            if (await OfAsync(line.By) is not { } by || (await lists.DeskAsync(by, stop)).Given.Any(entry => entry.Ask.Title == line.Title))
                continue;
            var about = line.About is null ? null : (await view.ListAsync(new ListQuery(line.About, body, PageSize: 1), stop)).Rows.FirstOrDefault();
            await asks.AskAsync(
                new NewAsk(line.Title, asks.Today.AddDays(line.Days), line.Words, line.Of is { } role ? (await OfAsync(role))?.Person : null, line.Organisation, Record: about?.Id), by, stop);
        }

        async Task<Standing?> OfAsync(Role role) =>
            await people.CalledAsync(SampleAccounts.AddressOf(role), stop) is { } person ? await people.StandingAsync(person.Id, stop) : null;
    }
}
