using Goldthread.Core.Boards;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Fields;

public sealed class MeetingFieldTests
{
    [Fact]
    public void Read_MinutesKeptInATable_AreItemsWithActions()
    {
        var minutes = Support.Documents.Minutes("""
            Redmarsh Partnership Board

            Minutes, 3 March 2020

            Present: Sue Black (Chair), Tom Reed (Police)

            | Item | Discussion | Action |
            | 1. Welcome | Sue Black welcomed all. | |
            | 2. Review | Numbers are rising. | Tom Reed to send figures by 1 April 2020 |
            """);

        Assert.Equal([("1", "Welcome"), ("2", "Review")], minutes.Items.Select(item => (item.Number, item.Heading)));
        Assert.Equal(new ActionPoint("Tom Reed to send figures by 1 April 2020", "Tom Reed", new DateOnly(2020, 4, 1)), Assert.Single(minutes.Actions));
    }

    [Theory]
    [InlineData("Jane Smith - NHS", "Jane Smith", "NHS", null)]
    [InlineData("Cllr Jane Smith (Chair), Kent Council", "Cllr Jane Smith", "Kent Council", "Chair")]
    [InlineData("Jane Smith (JS), Head of Safety, LB Kent", "Jane Smith", "LB Kent", "Head of Safety")]
    [InlineData("Jane Smith for Tom Reed, Kent Police", "Jane Smith", "Kent Police", "for Tom Reed")]
    [InlineData("Jane Smith (for Tom Reed), Kent Police", "Jane Smith", "Kent Police", "for Tom Reed")]
    public void Read_Attendee_IsNameOrganisationAndRole(string line, string name, string? organisation, string? role)
    {
        var minutes = Support.Documents.Minutes($"Kent Board minutes, 3 March 2020\n\nPresent\n\n{line}\n\nAnn Lee - Probation\n\nApologies\n\nNone\n\n1. Welcome\n\nAll were welcomed.\n\n2. Close\n\nIt closed.\n");

        Assert.Equal(new Attendee(name, organisation, role), minutes.Present[0]);
        Assert.Empty(minutes.Apologies);
    }

    [Theory]
    [InlineData("ACTION: Ann Lee to ring by 4 May 2021", "Ann Lee to ring by 4 May 2021", "Ann Lee", "2021-05-04")]
    [InlineData("Action 3: Ring the school – Ann Lee – 4 May 2021", "Ring the school", "Ann Lee", "2021-05-04")]
    [InlineData("Action: Ann Lee: ring the school (due 4 May 2021)", "ring the school", "Ann Lee", "2021-05-04")]
    [InlineData("Action: Ring the school. Owner: Ann Lee. Due: next meeting", "Ring the school", "Ann Lee", null)]
    public void Read_MarkedAction_HasOwnerAndDue(string line, string text, string owner, string? due)
    {
        var minutes = Support.Documents.Minutes($"Kent Board minutes, 3 March 2020\n\nPresent: Ann Lee (Kent)\n\nApologies: none\n\n1. Welcome\n\nAll were welcomed.\n\n2. Schools\n\n{line}\n");

        var action = Assert.Single(minutes.Actions);
        Assert.Equal((text, owner, due), (action.Text.TrimEnd('.'), action.Owner, action.Due?.ToString("yyyy-MM-dd")));
        Assert.Empty(minutes.Items[1].Paragraphs);
    }

    [Fact]
    public void Read_ActionMarkedInTheMiddleOfAParagraph_IsOneAndStaysInIt()
    {
        var minutes = Support.Documents.Minutes("Kent Board minutes, 3 March 2020\n\nPresent: Ann Lee (Kent)\n\nApologies: none\n\n1. Welcome\n\nAll were welcomed.\n\n2. Schools\n\nNobody knew why. Action: Ann Lee to ask the heads by 4 May 2021.\n");

        Assert.Equal([new ActionPoint("Ann Lee to ask the heads by 4 May 2021.", "Ann Lee", new DateOnly(2021, 5, 4))], minutes.Actions);
        Assert.Single(minutes.Items[1].Paragraphs);
    }

    [Fact]
    public void Read_ActionsUnderAHeadOfTheirOwn_AreTheColumnBesideWhoAndWhen()
    {
        var minutes = Support.Documents.Minutes("<h1>Kent Board: minutes of 3 March 2020</h1><p>Present: Ann Lee (Kent)</p><h2>1. Welcome</h2><p>All were welcomed.</p><h2>2. Close</h2><p>It closed.</p><h2>Action log</h2><table><tr><th>No.</th><th>Owner</th><th>Promise made</th><th>By when</th></tr><tr><td>1</td><td>Ann Lee</td><td>Ring the heads</td><td>4.5.2020</td></tr></table>", "x.html");

        Assert.Equal([new ActionPoint("Ring the heads", "Ann Lee", new DateOnly(2020, 5, 4))], minutes.Actions);
    }

    [Fact]
    public void Read_PeopleListedUnderTheirOrganisations_AreOfThem()
    {
        var minutes = Support.Documents.Minutes("Kent Board minutes, 3 March 2020\n\nAttendees\n\nKent Council\n  - Ann Lee, Head of Housing (chair)\n  - Bo Hay\nHarbourside Kent\n  - Cy Orr for Di Poe\n\nApologies were given by Ed Roe of the Fire and Rescue Service and by Flo Tay of Kent Homes.\n\n1. Welcome\n\nAll were welcomed.\n\n2. Close\n\nIt closed.\n");

        Assert.Equal(["Kent Council", "Kent Council", "Harbourside Kent"], minutes.Present.Select(person => person.Organisation));
        Assert.Equal(["Ann Lee", "Bo Hay", "Cy Orr"], minutes.Present.Select(person => person.Name));
        Assert.Equal([new Attendee("Ed Roe", "Fire and Rescue Service", null), new Attendee("Flo Tay", "Kent Homes", null)], minutes.Apologies);
    }

    [Fact]
    public void Read_PlaceAndSecondChairInTheHead_AreTakenForWhatTheyAre()
    {
        var minutes = Support.Documents.Minutes("KENT HARBOUR BOARD\n\nMinutes of the meeting held in the Old Pier, Kent, on 3 March 2020\n\nCo-chairs: Ann Lee and Bo Hay. Bo Hay took the chair.\n\nPresent: Cllr Ann Lee (Chair), Cllr Bo Hay, Cllr Cy Orr;\n         Ms D Poe (External Auditor, Poe LLP)\n\nApologies: Magistrate Ed Roe\n\n1. Welcome\n\nAll were welcomed.\n\n2. Money\n\nIt is short.\n\nNext meeting: 4 May 2020\n");

        Assert.Equal("KENT HARBOUR BOARD", minutes.Body);
        Assert.Equal("Magistrate Ed Roe", Assert.Single(minutes.Apologies).Name);
        Assert.Contains(new Attendee("Ms D Poe", "Poe LLP", "External Auditor"), minutes.Present);
        Assert.Contains("Cllr Cy Orr", minutes.Present.Select(person => person.Name));
        Assert.Equal(["It is short."], minutes.Items[1].Paragraphs);
        Assert.Equal("Bo Hay", minutes.Chair);
    }

    [Fact]
    public void Read_ListsInPlainLinesFurtherIn_BelongToTheSentenceAbove()
    {
        var notes = Support.Documents.Workshop("Kent Network\n\nNotes of the workshop, 3 March 2020\n\nAttendees: Police; Council\n\nPurpose: to talk\n\nDiscussion of lamps\n\n      The lamps on the pier were broken by the storm of last winter and by boys in summer.\n      The beach has none.\n      The town pays for both of them.\n\nPartners agreed to measure success by:\n\n      Fewer falls\n      Fewer calls\n\nPartners agreed the following next steps:\n\n      Council to write to owners:\n           in the town first\n           on the pier next\n      Police to count the lamps.\n");

        Assert.Equal(3, Assert.Single(notes.Topics).Points.Count);
        Assert.Equal(["Fewer falls", "Fewer calls"], notes.SuccessMeasures);
        Assert.Equal(["Council to write to owners: in the town first on the pier next", "Police to count the lamps."], notes.NextSteps);
    }

    [Fact]
    public void Read_WorkshopWithCountedParts_KeepsTheirHeadings()
    {
        var notes = Support.Documents.Workshop("Lamps\n\nA workshop of the Kent Lighting Board, 3 March 2020\n\nAttendees\n\nPolice; Council\n\nPurpose\n\nTo talk.\n\nSession 1: the pier\n\n- It is dark.\n\nSession 2: the beach\n\n- It is wide.\n\nNext steps\n\n- To meet\n");

        Assert.Equal("Kent Lighting Board", notes.Body);
        Assert.Equal(["Session 1: the pier", "Session 2: the beach"], notes.Topics.Select(topic => topic.Heading));
    }

    [Fact]
    public void Read_WorkshopWithMeasuresInOneLine_ListsThem() =>
        Assert.Equal(
            ["fewer calls", "shorter waits"],
            Support.Documents.Workshop("Kent Network\n\nNotes of the workshop, 3 March 2020\n\nAttendees: Police; Council\n\nPurpose: to talk\n\nMeasures of success: fewer calls; shorter waits\n\nNext steps\n\n- To meet\n").SuccessMeasures);
}
