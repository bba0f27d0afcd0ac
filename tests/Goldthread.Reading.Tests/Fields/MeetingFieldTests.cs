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
    public void Read_WorkshopWithMeasuresInOneLine_ListsThem() =>
        Assert.Equal(
            ["fewer calls", "shorter waits"],
            Support.Documents.Workshop("Kent Network\n\nNotes of the workshop, 3 March 2020\n\nAttendees: Police; Council\n\nPurpose: to talk\n\nMeasures of success: fewer calls; shorter waits\n\nNext steps\n\n- To meet\n").SuccessMeasures);
}
