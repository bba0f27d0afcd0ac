using Goldthread.Core.Boards;

namespace Goldthread.Core.Tests.Boards;

public sealed class MinuteTextTests
{
    private static readonly DateOnly Day = new(2027, 3, 10);

    [Theory]
    [InlineData("! Send the plan @mps 5/4", "Send the plan", "mps", "2027-04-05")]
    [InlineData("!Send the plan 5/4 @mps.", "Send the plan", "mps", "2027-04-05")]
    [InlineData("! Send the plan @london-councils", "Send the plan", "london councils", null)]
    [InlineData("! Send the plan 1/2", "Send the plan", "", "2028-02-01")] // the next one after the meeting
    [InlineData("! Send the plan by 10/3/27", "Send the plan by", "", "2027-03-10")]
    [InlineData("! Send the plan of 5/4 to all", "Send the plan of 5/4 to all", "", null)]
    [InlineData("! Write to a@b.example", "Write to a@b.example", "", null)]
    [InlineData("! Half, 1/32", "Half, 1/32", "", null)]
    [InlineData("! 31/2", "31/2", "", null)]
    [InlineData("! @mps 5/4", "", "mps", "2027-04-05")]
    public void Read_LineOfAnAction_TakesOwnerAndDayAtItsEnd(string line, string text, string owner, string? due)
    {
        var action = Assert.Single(MinuteText.Read(line, Day).Actions);

        Assert.Equal((text, owner, due), (action.Text, action.Owner, action.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Beside its words, an action takes a mark, an owner by its short name and a day: at most fifteen keys, the line's end among them.</summary>
    [Theory]
    [InlineData("! ", " @mps", " 5/4")]
    [InlineData("!", " @cps", " 15/12")]
    public void Read_ActionWithOwnerAndDay_TakesAtMostFifteenKeystrokes(string before, string owner, string due) =>
        Assert.InRange(before.Length + owner.Length + due.Length + 1, 1, 15);

    [Fact]
    public void Read_AllKindsOfLines_AreApart()
    {
        var text = MinuteText.Read("The plan was shown.\r\n= It is agreed.\n\n~2 Most boroughs have it.\n~ 14\n! Print it\n!\n~ no number\n", Day);

        Assert.Equal(["The plan was shown.", "!", "~ no number"], text.Paragraphs);
        Assert.Equal(["It is agreed."], text.Agreed);
        Assert.Equal([(2, "Most boroughs have it."), (14, "")], text.Covered);
        Assert.Equal("Print it", Assert.Single(text.Actions).Text);
    }

    [Fact]
    public void People_DashBeforeALine_SaysApologies()
    {
        var (present, apologies) = PeopleText.Read("Commander | MPS\n- Clinical lead | NHS England\nSuperintendent | MPS | for the Commander\n\nSurvivors' Panel");

        Assert.Equal([new Attendee("Commander", "MPS", null), new Attendee("Superintendent", "MPS", "for the Commander"), new Attendee("Survivors' Panel", null, null)], present);
        Assert.Equal([new Attendee("Clinical lead", "NHS England", null)], apologies);
        Assert.Equal("Commander | MPS\nLantern | Lantern", PeopleText.Of([new Seat { Name = "MPS", Office = "Commander" }, new Seat { Name = "Lantern" }]));
    }

    [Fact]
    public void Into_Meeting_BecomesMinutesOfTheKindThatImportsMake()
    {
        AgendaItem[] agenda = [new() { Heading = "Welcome" }, new() { Heading = "Campaign" }];
        var draft = new MinutesDraft(MinutesState.Writing, new Dictionary<string, string>
        {
            [MinutesDraft.Chair] = "Deputy Mayor",
            [MinutesDraft.People] = "Commander | MPS\n- Clinical lead | NHS England",
            [MinutesDraft.Declarations] = "None.",
            ["item-campaign"] = "It was shown.\n= Go on.\n! Print it @mps 5/4",
        });

        var minutes = draft.Into(new Minutes { Date = Day, Agenda = agenda });

        Assert.True(new Minutes { Date = Day, Agenda = agenda }.IsPlanned);
        Assert.False(minutes.IsPlanned);
        Assert.Equal([("1", "Welcome", 0), ("2", "Campaign", 1)], minutes.Items.Select(item => (item.Number!, item.Heading, item.Paragraphs.Count)));
        Assert.Equal(["Go on."], minutes.Items[1].Agreed!);
        Assert.Equal([new ActionPoint("Print it", "mps", new DateOnly(2027, 4, 5))], minutes.Actions);
        Assert.Equal(("Deputy Mayor", "None.", 1, 1), (minutes.Chair, minutes.Declarations![0], minutes.Present.Count, minutes.Apologies.Count));
    }
}
