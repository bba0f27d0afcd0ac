using Goldthread.Core.Boards;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Numbers of items that go on from meeting to meeting, and actions noted in a line or in narrow columns; all bodies and people are invented.</summary>
public sealed class MinutesNumbersTests
{
    [Fact]
    public void Read_NumbersWithASlash_AreThoseOfItems()
    {
        var minutes = Support.Documents.Minutes("""
            Larkrigg Harbour Committee
            Minutes of the meeting held on 4 May 2022

            Present: Cllr Ida Moss (Larkrigg North) (Chair), Tom Wren (Harbour Trust)
            Apologies: Jess Oram (annual leave), Nils Hart (Coastguard)

            22/7 Dredging

            The channel was surveyed in April, as told at 22/3. Project Curlew pays for it.

            22/8 Lamps

            Two lamps are out.

            ACTION: Price new lamps (Harbour Manager, 9 June 2022)
            """);

        Assert.Equal(["22/7 Dredging", "22/8 Lamps"], minutes.Items.Select(item => $"{item.Number} {item.Heading}"));
        Assert.Equal(new Attendee("Cllr Ida Moss", "Larkrigg North", "Chair"), minutes.Present[0]);
        Assert.Equal([new("Jess Oram", null, null), new("Nils Hart", "Coastguard", null)], minutes.Apologies);
        Assert.Equal(new ActionPoint("Price new lamps", "Harbour Manager", new DateOnly(2022, 6, 9)), Assert.Single(minutes.Actions));
        Assert.Equal(["Project Curlew"], minutes.Programmes);
    }

    [Fact]
    public void Read_ActionsInNarrowColumns_GoOnInTheNextLine()
    {
        var minutes = Support.Documents.Minutes("""
            Larkrigg Harbour Committee
            Minutes of the meeting held on 4 May 2022

            1. Dredging

            The channel was surveyed in April.

            2. Lamps

            Two lamps are out.

            ACTIONS

            Action                        Owner             By
            Send the drawings of the new  Ida Moss and Tom  9 June 2022
            Coastguard mast to the        Wren
            Harbour Trust
            Price lamps                   Jess Oram         1 July 2022
            """);

        Assert.Equal(
            [new("Send the drawings of the new Coastguard mast to the Harbour Trust", "Ida Moss and Tom Wren", new DateOnly(2022, 6, 9)), new("Price lamps", "Jess Oram", new DateOnly(2022, 7, 1))],
            minutes.Actions);
    }

    [Theory]
    [InlineData("<b>IM</b> – ask the Trust for drawings (by 9 June 2022)", "IM", "2022-06-09")]
    [InlineData("IM – ask the Trust for drawings (by the next meeting)", "IM", null)]
    [InlineData("ask the Trust for drawings (Ida Moss / Tom Wren, next meeting)", "Ida Moss / Tom Wren", null)]
    [InlineData("ask the Trust for drawings (Ms Moss)", "Ms Moss", null)]
    public void Read_ActionInALine_HasItsOwnerFirstOrInBrackets(string line, string owner, string? due)
    {
        var minutes = Support.Documents.Minutes($"""
            <h1>Larkrigg Harbour Committee</h1><p>Minutes of the meeting held on 4 May 2022</p>
            <h2>1. Dredging</h2><p>The channel was surveyed.</p><h2>2. Lamps</h2><p>Two are out.</p>
            <h2>Actions</h2><ul><li>{line}</li></ul>
            """, "minutes.html");

        Assert.Equal(new ActionPoint("ask the Trust for drawings", owner, due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), Assert.Single(minutes.Actions));
    }

    [Fact]
    public void Read_ProfessorInTheChairOfATable_IsTheChair()
    {
        var minutes = Support.Documents.Minutes("""
            <h1>Larkrigg Student Forum</h1><p>Minutes of the meeting held on 4 May 2022</p><h2>Present</h2>
            <table><tr><th>Name</th><th>Role</th><th>Organisation</th></tr><tr><td>Professor Ida Moss</td><td>Chair</td><td>University of Larkrigg</td></tr></table>
            <h2>1. Welcome</h2><p>All were welcomed.</p><h2>2. Close</h2><p>It closed.</p>
            """, "minutes.html");

        Assert.Equal(("Professor Ida Moss", 1), (minutes.Chair, minutes.Present.Count));
    }
}
