using Goldthread.Core.Boards;

namespace Goldthread.Core.Tests.Boards;

public sealed class BoardTextTests
{
    [Fact]
    public void SeatText_ReadAndWritten_IsTheSame()
    {
        const string text = "MPS | Commander, Public Protection | co-chair | 1/4/2024– | Detective superintendent | A. Example\nLantern Advocacy\nNHS England | Clinical lead | member | –31/3/2026";

        var (seats, problem) = SeatText.Read(text);

        Assert.Null(problem);
        Assert.Equal((SeatPart.CoChair, new DateOnly(2024, 4, 1), null as DateOnly?), (seats[0].Part, seats[0].From, seats[0].Until));
        Assert.Equal((SeatPart.Member, "", null as string), (seats[1].Part, seats[1].Office, seats[1].Person));
        Assert.Equal(seats, SeatText.Read(SeatText.Write(seats)).Seats);
    }

    [Theory]
    [InlineData("| Office", "Line 1: name the organisation first")]
    [InlineData("MPS\nNHS | Lead | boss", "Line 2: “boss” is no part of a board. Write member, chair, co-chair, adviser or secretary")]
    [InlineData("MPS | Lead | chair | soon", "Line 1: “soon” is no time. Write it as 1/4/2024–31/3/2026, one day alone with its dash")]
    [InlineData("a|b|chair|||f|g", "Line 1: more than six parts; they are organisation, office, part, days, deputy, person")]
    public void SeatText_WhatCannotBe_SaysInWhichLine(string text, string problem) => Assert.Equal(problem, SeatText.Read(text).Problem);

    [Fact]
    public void AgendaText_ItemWithPapers_KeepsThemAndCannotBeLost()
    {
        var paper = new Paper { Title = "The plan" };
        AgendaItem[] before = [new() { Heading = "Campaign", Papers = [paper] }, new() { Heading = "Old" }];

        var (items, problem) = AgendaText.Read("Welcome | | 5\ncampaign | Head of communications | 20", before);

        Assert.Null(problem);
        Assert.Equal([("Welcome", "", 5, 0), ("campaign", "Head of communications", 20, 1)], items.Select(item => (item.Heading, item.Owner, item.Length ?? 0, item.Papers.Count)));
        Assert.Contains("“Campaign” has papers", AgendaText.Read("Welcome", before).Problem, StringComparison.Ordinal);
        Assert.Contains("Line 1: “soon” is no number of minutes", AgendaText.Read("Welcome | | soon", []).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_UntilALengthIsNotKnown_FollowEachOther()
    {
        AgendaItem[] items = [new() { Length = 5 }, new() { Length = 20 }, new(), new() { Length = 5 }];

        Assert.Equal([new TimeOnly(10, 0), new TimeOnly(10, 5), new TimeOnly(10, 25), null], AgendaText.Times(items, new TimeOnly(10, 0)));
        Assert.All(AgendaText.Times(items, null), Assert.Null);
    }

    [Fact]
    public void IsLateFor_FewerThanFiveClearDays_IsLate()
    {
        var day = new DateOnly(2027, 3, 10);

        Assert.False(new Paper { Added = day.AddDays(-6) }.IsLateFor(day));
        Assert.True(new Paper { Added = day.AddDays(-5) }.IsLateFor(day));
    }

    [Fact]
    public void Attendance_BySeat_FindsOrganisationsUnderAnyName()
    {
        Minutes[] meetings =
        [
            new() { Present = [new Attendee("A", "MPS", null)], Apologies = [new Attendee("B", "NHS", null)] },
            new() { Present = [new Attendee("C for A", "the Met", null), new Attendee("D", "CPS", null)] },
        ];

        var rows = AttendanceRow.Of(["Metropolitan Police Service", "NHS"], meetings, name => name is "MPS" or "the Met" ? "Metropolitan Police Service" : name);

        Assert.Equal([("Metropolitan Police Service", 2), ("NHS", 0)], rows.Select(row => (row.Organisation, row.Times)));
        Assert.Equal([Came.Apologies, Came.Unnamed], rows[1].Meetings);
        Assert.Equal(["MPS", "the Met", "CPS", "NHS"], AttendanceRow.Of([], meetings, name => name).Select(row => row.Organisation));
    }
}
