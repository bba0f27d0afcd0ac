using Goldthread.Core.Boards;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Minutes in layouts that differ from body to body; all bodies and people are invented.</summary>
public sealed class MinutesLayoutTests
{
    [Fact]
    public void Read_PeopleInColumnsBesideALabel_AreAPersonALine()
    {
        var minutes = Support.Documents.Minutes("""
                                BORSHAM TOWN DEAL BOARD
                     Minutes of the meeting held on Monday 3rd April 2023

            Present:     Cllr J. Marrow (JM)      Borsham Council, Chairman
                         P. Quill (PQ)            College
                         Dr S. Teal (ST)          NHS

            Apologies:   R. Finch (RF), T. Wren (TW)

            34  DECLARATIONS OF INTEREST
                 There were none.

            35  MINUTES
                 The minutes of 6 March 2023 were signed.
            """);

        Assert.Equal(
            [new("Cllr J. Marrow", "Borsham Council", "Chairman"), new("P. Quill", "College", null), new("Dr S. Teal", "NHS", null)],
            minutes.Present);
        Assert.Equal(["R. Finch", "T. Wren"], minutes.Apologies.Select(person => person.Name));
        Assert.Equal(("Cllr J. Marrow", "34", "35"), (minutes.Chair, minutes.Items[0].Number, minutes.Items[1].Number));
    }

    [Theory]
    [InlineData("<th>Attendees</th><th>Organisation</th><th>Present</th><th>Apologies</th>", "<td></td><td>✓</td>")]
    [InlineData("<th>Name</th><th>Representing</th><th>Attendance</th>", "<td>Apologies</td>")]
    [InlineData("<th>Members</th><th>Agency</th><th>Attended?</th>", "<td>No</td>")]
    [InlineData("<td>Sederunt</td><td>Organisation</td><td>Status</td>", "<td>Absent</td>")]
    public void Read_RegisterOfAttendance_TellsWhoCameFromWhoDidNot(string heads, string absent)
    {
        var came = absent.Contains('✓') ? "<td>✓</td><td></td>" : "<td>Present</td>";
        var minutes = Read($"""
            <h1>Kelder Access to Justice Group</h1><p>Minutes of meeting: 11 October 2022</p>
            <table><tr>{heads}</tr><tr><td>Moira Fenn</td><td>Law Centre</td>{came}</tr><tr><td>Abdul Khan (Convener)</td><td>Kelder Council</td>{came}</tr>
            <tr><td>Jess Oram</td><td>Court Service</td>{absent}</tr></table>
            <h2>1. Welcome</h2><p>All were welcomed.</p><h2>2. Close</h2><p>It closed.</p>
            """);

        Assert.Equal([new("Moira Fenn", "Law Centre", null), new("Abdul Khan", "Kelder Council", "Convener")], minutes.Present);
        Assert.Equal(new Attendee("Jess Oram", "Court Service", null), Assert.Single(minutes.Apologies));
        Assert.Equal("Abdul Khan", minutes.Chair);
    }

    [Fact]
    public void Read_DefinitionListOfPeople_HasEachOfThem()
    {
        var minutes = Read("""
            <h1>Skelwick Bay Safety Group</h1><p>Minutes, 16 January 2020</p>
            <dl><dt>Chair</dt><dd>Moira Fenn, Skelwick Council</dd><dt>Present</dt><dd>Davy Lark, Coastguard</dd><dd>Inga Moss, Festival Team</dd><dt>Apologies</dt><dd>Nils Hart, Ambulance Service</dd></dl>
            <h2>Welcome</h2><p>All were welcomed.</p><h2>Lifeguards</h2><p>Two more have been trained.</p>
            """);

        Assert.Equal([new("Moira Fenn", "Skelwick Council", "Chair"), new("Davy Lark", "Coastguard", null), new("Inga Moss", "Festival Team", null)], minutes.Present);
        Assert.Equal("Nils Hart", Assert.Single(minutes.Apologies).Name);
    }

    [Fact]
    public void Read_PeopleSideBySide_AreReadByColumn()
    {
        var minutes = Support.Documents.Minutes("""
            MILLFORD BOARD
            Minutes, 12 May 2022

            Board members:                     Officers:
            Cllr Alan Beech (Chair)            Jane Moor (Clerk)
            Rev Tess Hill                      Sam Dean (Analyst)

            Apologies for absence:  Cllr Ian Rowan

            22/23  Welcome
                   All were welcomed.

            22/24  Close
                   It closed.
            """);

        Assert.Equal(["Cllr Alan Beech", "Rev Tess Hill", "Jane Moor", "Sam Dean"], minutes.Present.Select(person => person.Name));
        Assert.Equal("Cllr Ian Rowan", Assert.Single(minutes.Apologies).Name);
    }

    [Fact]
    public void Read_ItemTableWithoutHeads_HasItemsWithActions()
    {
        var minutes = Read("""
            <h1>Priory Board</h1><h2>Minutes – 8 June 2022</h2><p>Present: Una Wells (Chair), Ed Shaw (Homes)</p>
            <table><tr><td>1</td><td><b>Last minutes</b><p>Minutes of 11 May 2022 were accepted.</p></td><td></td></tr>
            <tr><td>2</td><td><b>Shops</b><p>Three are empty.</p></td><td>ES to ring the agent</td></tr></table>
            """);

        Assert.Equal([("1", "Last minutes"), ("2", "Shops")], minutes.Items.Select(item => (item.Number, item.Heading)));
        Assert.Equal("ES", Assert.Single(minutes.Actions).Owner);
    }

    [Fact]
    public void Read_CoChairs_AreAllPresentAndOneTookTheChair()
    {
        var minutes = Support.Documents.Minutes("Dove Board minutes, 4 December 2018\n\nCo-chairs: Jo Marsh (Dove Council) and Karl Reed (Dove Police)\n\nAlso present: Anwen Lee (Probation)\n\n1. Opening\n\nKarl Reed took the chair.\n\n2. Close\n\nIt closed.\n");

        Assert.Equal(["Jo Marsh", "Karl Reed", "Anwen Lee"], minutes.Present.Select(person => person.Name));
        Assert.Equal("Karl Reed", minutes.Chair);
    }

    [Fact]
    public void Read_ItemsWithLetters_AreItems()
    {
        var minutes = Support.Documents.Minutes("Colne Hydro Board\nNotes of meeting, 6 February 2018\n\nPresent: Ada Birch (Chair), Ned Frost (Trust)\n\nA. Introductions\n\nAll were welcomed.\n\nB. Last notes\n\nThe notes of 9 January 2018 were accepted.\n\nC. Weir\n\nIt leaks.\n→ NF to share the plan by 1 March 2018\n");

        Assert.Equal(["A Introductions", "B Last notes", "C Weir"], minutes.Items.Select(item => $"{item.Number} {item.Heading}"));
        Assert.Equal((new DateOnly(2018, 1, 9), true), (minutes.PreviousMeeting, minutes.PreviousMinutesAgreed));
        Assert.Equal(new ActionPoint("NF to share the plan by 1 March 2018", "NF", new DateOnly(2018, 3, 1)), Assert.Single(minutes.Actions));
    }

    [Fact]
    public void Read_AgendaItemHeadingsAndNumberedActions_AreKeptApart()
    {
        var minutes = Read("""
            <h1>Carrow Health Board: minutes</h1><p>1 July 2020</p><h2>Present</h2><ul><li>Lena Hart - Chair</li></ul>
            <h2>Agenda item 1: Welcome</h2><p>All were welcomed.</p><h2>Agenda item 2: Masks</h2><p>Stocks are good.</p>
            <h2>Actions</h2><ol><li>Lena Hart to send a box to each home</li><li>Sgt Reed to check doors (by 10 July 2020)</li></ol><p>Circulation: all present</p><p>Page last updated 3 July 2020</p>
            """);

        Assert.Equal([("1", "Welcome"), ("2", "Masks")], minutes.Items.Select(item => (item.Number, item.Heading)));
        Assert.Equal(["Lena Hart", "Sgt Reed"], minutes.Actions.Select(action => action.Owner));
    }

    [Fact]
    public void Read_ItemTableWithOwnersAndDates_HasAnActionForEachLine()
    {
        var minutes = Read("""
            <h1>Kelder Group</h1><p>Minutes of meeting: 11 October 2022</p><p>Present: Moira Fenn (Chair), Tom Reed (Police)</p>
            <table><tr><th>Agenda item</th><th>Notes</th><th>Action</th><th>By whom</th><th>By when</th></tr>
            <tr><td>1. Welcome</td><td>All were welcomed.</td><td></td><td></td><td></td></tr>
            <tr><td>2. Interpreters</td><td><p>There are too few.</p><p>Costs have gone up.</p></td><td><p>Write to the court</p><p>Ask for prices</p></td><td><p>MF</p><p>TR</p></td><td>4 November 2022</td></tr></table>
            """);

        Assert.Equal(["There are too few.", "Costs have gone up."], minutes.Items[1].Paragraphs);
        Assert.Equal(
            [new("Write to the court", "MF", new DateOnly(2022, 11, 4)), new("Ask for prices", "TR", new DateOnly(2022, 11, 4))],
            minutes.Actions);
    }

    [Fact]
    public void Read_ActionsDrawnInColumns_MayLackTheirLastColumns()
    {
        var minutes = Support.Documents.Minutes("""
            Torrin Committee minutes, 7 December 2022

            PRESENT:         Councillor A. Moss (Chair)
                             Mrs D. Fern (Independent Member)

            1  WELCOME

            All were welcomed.

            2  FUEL

            Costs have risen.

            ACTION LOG

            Min.   Action                                  Owner         Due
            -----  --------------------------------------  ------------  ----------
            2      Show fuel costs by station in the       Treasurer     31/01/23
                   third quarter report
            2      Draft a letter to parish clerks         R. Tindall
            """);

        Assert.Equal(["Councillor A. Moss", "Mrs D. Fern"], minutes.Present.Select(person => person.Name));
        Assert.Equal(
            [new("Show fuel costs by station in the third quarter report", "Treasurer", new DateOnly(2023, 1, 31)), new("Draft a letter to parish clerks", "R. Tindall", null)],
            minutes.Actions);
        Assert.Equal(2, minutes.Items.Count);
    }

    [Theory]
    [InlineData("Estates manager to mend the gate", "Estates manager")]
    [InlineData("Write to the landlord", null)]
    [InlineData("Send the plan to members", null)]
    [InlineData("Ann Lee and the clerk to meet", "Ann Lee and the clerk")]
    public void Read_Action_HasAnOwnerOnlyWhereOneIsNamed(string line, string? owner)
    {
        var minutes = Support.Documents.Minutes($"Kent Board minutes, 3 March 2020\n\nPresent: Ann Lee (Kent)\n\n1. Welcome\n\nAll were welcomed.\n\n2. Gate\n\nIt is broken.\nACTION: Ann Lee to look at the other gates as well by 5 May 2020.\nACTION: {line}\n");

        Assert.Equal(owner, minutes.Actions[1].Owner);
    }

    private static Minutes Read(string html) => Support.Documents.Minutes(html, "minutes.html");
}
