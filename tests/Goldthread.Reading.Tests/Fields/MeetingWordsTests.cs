using Goldthread.Core.Boards;
using Goldthread.Core.Readings;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Minutes and notes in the words and layouts of one body or another; all bodies and people are invented.</summary>
public sealed class MeetingWordsTests
{
    private const string Items = "1. Welcome\n\nAll were welcomed.\n\n2. Ferries\n\nThey run.\n";

    [Fact]
    public void Read_PeopleInSentences_AreEachOfThem()
    {
        var minutes = Read($"Ferry Harbour Board\n\nMinutes of the meeting held on 7 March 2025\n\nPRESENT: Councillor Ann Lee in the chair; Councillors Bo Hay and Cy Dow. Also present were Dee Fenn, Harbour Manager, and Inspector Eli Goss of Ferry Police.\n\nApologies were received from Councillor Flo Hart and Ms Gwen Ives\n\n{Items}");

        Assert.Equal(["Councillor Ann Lee", "Bo Hay", "Cy Dow", "Dee Fenn", "Inspector Eli Goss"], minutes.Present.Select(person => person.Name));
        Assert.Equal(("Councillor Ann Lee", "Harbour Manager", "Ferry Police"), (minutes.Chair, minutes.Present[3].Role, minutes.Present[4].Organisation));
        Assert.Equal(["Councillor Flo Hart", "Ms Gwen Ives"], minutes.Apologies.Select(person => person.Name));
    }

    [Fact]
    public void Read_ApologiesOnALineWithoutAStop_AreNotPresent()
    {
        var minutes = Read($"Ferry Harbour Board\n\nMinutes of the meeting held on 7 March 2025\n\nPresent: Ann Lee (Chair), Bo Hay\n\nIn attendance: Cy Dow (Clerk)\n\nApologies for absence were received from Dee Fenn and Eli Goss\n\n{Items}");

        Assert.Equal(["Ann Lee", "Bo Hay", "Cy Dow"], minutes.Present.Select(person => person.Name));
        Assert.Equal(["Dee Fenn", "Eli Goss"], minutes.Apologies.Select(person => person.Name));
    }

    [Theory]
    [InlineData("Ann Lee – Victim Care Ferry", "Victim Care Ferry")]
    [InlineData("Ann Lee - Ferry Schoo1s", "Ferry Schoo1s")]
    public void Read_OneNameAndADash_IsOnePerson(string line, string organisation)
    {
        var minutes = Read($"Ferry Harbour Board\n\nMinutes of 7 March 2025\n\nPresent\n\nBo Hay – Ferry Council\nCy Dow – Ferry Police\n\nApo1ogies\n\n{line}\n\n{Items}");

        Assert.Equal(new Attendee("Ann Lee", organisation, null), Assert.Single(minutes.Apologies));
        Assert.Equal(2, minutes.Present.Count);
    }

    [Theory]
    [InlineData("Present (Chair)")]
    [InlineData("In attendance (Chair)")]
    public void Read_RoleBehindAttendance_IsTheRole(string status)
    {
        var minutes = Support.Documents.Minutes($"<h1>Ferry Board</h1><p>Minutes of 7 March 2025</p><table><tr><th>Member</th><th>Representing</th><th>Attendance</th></tr><tr><td>Ann Lee</td><td>Ferry Council</td><td>{status}</td></tr><tr><td>Bo Hay</td><td>Police</td><td>Apologies (sent by email)</td></tr></table><h2>1. Welcome</h2><p>All were welcomed.</p><h2>2. Close</h2><p>It closed.</p>", "a.html");

        Assert.Equal(new Attendee("Ann Lee", "Ferry Council", "Chair"), Assert.Single(minutes.Present));
        Assert.Equal(("Ann Lee", "Bo Hay"), (minutes.Chair, Assert.Single(minutes.Apologies).Name));
    }

    [Theory]
    [InlineData("FERRY SAFETY EXECUTIVE\nMinutes: 18 June 2025, Committee Room 2\n", "FERRY SAFETY EXECUTIVE")]
    [InlineData("Ferry Safety Forum\nMinutes - 18 June 2025 - Council Chamber, Town Hall\n", "Ferry Safety Forum")]
    [InlineData("Ferry Safety Forum: winter meeting\nMinutes, 18 June 2025\n", "Ferry Safety Forum")]
    [InlineData("Ferry Fire Authority: Audit Committee\nMinutes, 18 June 2025\n", "Ferry Fire Authority: Audit Committee")]
    public void Read_HeadOfMinutes_NamesTheBodyAndNoRoom(string head, string body) => Assert.Equal(body, Read($"{head}\nPresent: Ann Lee (Chair), Bo Hay\n\n{Items}").Body);

    [Fact]
    public void Read_OperationInCapitals_IsAProgramme() =>
        Assert.Equal(["OPERATION SALTMARSH"], Read("FERRY BOARD\nMinutes, 18 June 2025\n\nPresent: Ann Lee, Bo Hay\n\n1. OPERATION SALTMARSH\n\nIt goes on.\n\n2. OPERATION OF THE FERRY\n\nIt runs.\n").Programmes);

    [Fact]
    public void Read_BoldHeadingsWithTypedNumbers_AreItems()
    {
        var minutes = Support.Documents.Minutes("<p><b>Ferry Fire Authority</b></p><p>Minutes. Date of meeting: 23 September 2025</p><p><b>Members present</b></p><ul><li>Ann Lee</li><li>Bo Hay, independent person</li></ul><p><b>1 Minutes of the last meeting</b></p><p>They were agreed.</p><p><b>2 Accounts</b></p><p>They were noted.</p>", "a.html");

        Assert.Equal([("1", "Minutes of the last meeting"), ("2", "Accounts")], minutes.Items.Select(item => (item.Number!, item.Heading)));
        Assert.Equal("independent person", minutes.Present[1].Role);
    }

    [Theory]
    [InlineData("It took less than four minutes.", DocumentKind.Workshop)]
    [InlineData("The bus comes every 20 minutes.", DocumentKind.Workshop)]
    public void Read_MinutesThatAreATime_AreNoMinutes(string point, DocumentKind kind) =>
        Assert.Equal(kind, Support.Documents.Read($"Ferry Partnership\nNotes of a working session\n14 January 2025\n\nAttendees\n\nFerry Police\nFerry Council\n\nPurpose of session\n\nTo agree how the ferry is reached.\n\nThe way there\n\n{point}\n\nNext steps\n\n- Ferry Council to write\n").Kind);

    [Fact]
    public void Read_ListsThatLostTheirBullets_AreAPointALine()
    {
        var notes = Support.Documents.Workshop("""
            Ferry Partnership
            Notes of a working session
            Tuesday 14 January 2025

            Attendees

            Ann Lee, Ferry Police
            Bo Hay, Ferry Council

            Purpose of session

            The session was held to agree how the first report of a lost boat should be handled, because
            too many are written down as driftwood.

            Hearing the whole story
                   Call handlers ask what happened today and not what has happened in the whole week before
                   Victims valued being believed more than being given a number
                   Interpreters used by telephone do not always know the words for what is being

            Handing over
                   Weekend reports are lost most often
                   Two boats were given the number of a service that had closed for good in the spring of last
                   year
                   Skippers would like to know what was promised

            Partners agreed that:

                   every gate will carry the number of its keyholder
                   ponds will be marked on the map

            Next steps

                   Police to write the form
                   Council to draw the map
            """);

        Assert.Equal(["Hearing the whole story", "Handing over"], notes.Topics.Select(topic => topic.Heading));
        Assert.Equal([3, 3], notes.Topics.Select(topic => topic.Points.Count));
        Assert.Equal(["every gate will carry the number of its keyholder", "ponds will be marked on the map"], notes.Agreements);
        Assert.Equal(["Police to write the form", "Council to draw the map"], notes.NextSteps);
    }

    [Fact]
    public void Read_PartOfAMeetingBehindAName_IsNoOrganisation() =>
        Assert.Equal(new Attendee("Bo Hay", "Fire Service", null), Read($"Note of the Ferry Duty Group held on Wednesday 5th February 2025 at Ferry Civic Centre\n\nPresent: Ann Lee (chair), Public Health; Bo Hay, Fire Service (from item 3).\n\nApologies: None.\n\n{Items}").Present[1]);

    [Fact]
    public void Read_PeopleASpaceBehindTheirLabel_AreThoseItNames()
    {
        var minutes = Read($"Ferry Homes\nMinutes of the Customer Committee\nDate of meeting: 18 May 2022\n\nPresent Ann Lee (Chair); Bo Hay\n\nOfficers Cy Dow (Director of Piers); Dee Fenn (Repairs Manager)\n\nApologies Eli Goss; Flo Hart\n\n{Items}");

        Assert.Equal(["Ann Lee", "Bo Hay", "Cy Dow", "Dee Fenn"], minutes.Present.Select(person => person.Name));
        Assert.Equal(["Eli Goss", "Flo Hart"], minutes.Apologies.Select(person => person.Name));
    }

    [Fact]
    public void Read_LettersOnItemsAndNumbersOnActions_AreEachTheirOwn()
    {
        var minutes = Read("Ferry Partnership\nMinutes of the meeting on 5 December 2024\n\nAttendees\n   Ann Lee, Council\n   Bo Hay, Police\n\nA. Previous meeting\n\nThey were accepted.\n\nB. Ferries\n\nThey run.\n\nC. Piers\nThey leak.\n\nActions\n   1. Ann Lee to warn the crews\n   2. Bo Hay to mend the pier\n");

        Assert.Equal(["A", "B", "C"], minutes.Items.Select(item => item.Number));
        Assert.Equal(["Ann Lee", "Bo Hay"], minutes.Actions.Select(action => action.Owner));
    }

    [Fact]
    public void Read_OwnerWithItsLabelInBrackets_IsTheOwnerAlone()
    {
        var minutes = Read("Note of the Ferry Duty Group\n\nMinutes of 5 February 2025\n\nPresent: Ann Lee, Bo Hay\n\n1. Ferries\n\nACTION: BH to release analysts. (Owner: Bo Hay; due 14/02/2025)\n\n2. Close\n\nIt closed.\n");

        Assert.Equal(("Bo Hay", new DateOnly(2025, 2, 14), "Ferry Duty Group"), (Assert.Single(minutes.Actions).Owner, minutes.Actions[0].Due, minutes.Body));
    }

    private static Minutes Read(string text) => Support.Documents.Minutes(text);
}
