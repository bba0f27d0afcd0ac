using Goldthread.Core.Boards;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Notes of workshops in layouts that differ from body to body; all bodies are invented.</summary>
public sealed class WorkshopLayoutTests
{
    [Fact]
    public void Read_QuestionsAsHeadingsAndPlainLines_AreTopicsAndLists()
    {
        var notes = Read("""
            <h1>Elmbridge Safer Towns Partnership</h1><p>Listening session, 4 May 2023</p>
            <h2>Who was in the room</h2><p>Elm Youth Club<br>Town Council</p>
            <h2>Why we met</h2><p>To hear what young people think of the park.</p>
            <h2>What we heard</h2><h3>Is the park safe?</h3><p>It is too dark</p><p>Nobody is there after nine</p><h3>What would help?</h3><ul><li>Lights</li><li>A warden</li></ul>
            <h2>What we agreed</h2><p>Lights will be asked for</p><p>The club will open on Fridays</p>
            <h2>How will we know it worked?</h2><p>More people in the park</p>
            <h2>What happens next?</h2><ol><li>Town Council to price lights</li></ol>
            """);

        Assert.Equal(["Elm Youth Club", "Town Council"], notes.Attendees);
        Assert.Equal(["Is the park safe?: It is too dark; Nobody is there after nine", "What would help?: Lights; A warden"], Topics(notes));
        Assert.Equal(["Lights will be asked for", "The club will open on Fridays"], notes.Agreements);
        Assert.Equal(["More people in the park"], notes.SuccessMeasures);
        Assert.Equal(["Town Council to price lights"], notes.NextSteps);
    }

    [Fact]
    public void Read_NumberedTopicsWithLetters_AreTopicsWithPoints()
    {
        var notes = Support.Documents.Workshop("""
            WENDALE DOMESTIC ABUSE NETWORK
            Round table on housing, 12 June 2021

            Participants: Wendale Homes, the Refuge, Wendale Police and Fire and Rescue Service

            Objectives: to list what stops people moving on

            1. Waiting lists
               a) They are two years long
               b) Points are not explained

            2. Money
               a) Deposits are out of reach

            Agreements: one form for all landlords; a single named officer

            Next steps: Wendale Homes to draft the form; the Refuge to test it
            """);

        Assert.Equal(["Wendale Homes", "the Refuge", "Wendale Police", "Fire and Rescue Service"], notes.Attendees);
        Assert.Equal(["Waiting lists: They are two years long; Points are not explained", "Money: Deposits are out of reach"], Topics(notes));
        Assert.Equal(["one form for all landlords", "a single named officer"], notes.Agreements);
        Assert.Equal(["Wendale Homes to draft the form", "the Refuge to test it"], notes.NextSteps);
    }

    [Fact]
    public void Read_Form_HasAFieldInEachRow()
    {
        var notes = Read("""
            <h1>Notes of workshop on water safety</h1>
            <table><tr><td>Hosted by</td><td>Lake Partnership</td></tr><tr><td>Date</td><td>3 July 2020</td></tr>
            <tr><td>Present</td><td><p>Lake Rescue</p><p>Council</p></td></tr><tr><td>Aims</td><td>To find where signs are missing.</td></tr>
            <tr><td>Signs</td><td><ul><li>Too few</li><li>Too high</li></ul></td></tr>
            <tr><td>Agreed</td><td>Signs will be lowered</td></tr>
            <tr><td>Measures of success</td><td><ol><li>Fewer rescues</li><li>More lessons</li></ol></td></tr></table>
            """);

        Assert.Equal(("Lake Partnership", new DateOnly(2020, 7, 3)), (notes.Body, notes.Date));
        Assert.Equal(["Lake Rescue", "Council"], notes.Attendees);
        Assert.Equal("To find where signs are missing.", notes.Purpose);
        Assert.Equal(["Signs: Too few; Too high"], Topics(notes));
        Assert.Equal(["Signs will be lowered"], notes.Agreements);
        Assert.Equal(["Fewer rescues", "More lessons"], notes.SuccessMeasures);
    }

    [Fact]
    public void Read_TableWithATopicARow_GivesTopicsAndWhatWasAgreedOfEach()
    {
        var notes = Read("""
            <h1>Oak Valley Community Safety Forum</h1><h2>Workshop, 9 March 2022</h2>
            <p><strong>Purpose</strong></p><p>To talk about bikes.</p>
            <table><tr><th>Question</th><th>What people said</th><th>Agreed</th><th>Next steps</th></tr>
            <tr><td>Where are bikes taken?</td><td><ul><li>The station</li><li>The pool</li></ul></td><td>Racks will be moved</td><td>Council to move racks</td></tr>
            <tr><td>Who takes them?</td><td>Nobody knows</td><td></td><td>Police to share figures</td></tr></table>
            """);

        Assert.Equal(["Where are bikes taken?: The station; The pool", "Who takes them?: Nobody knows"], Topics(notes));
        Assert.Equal(["Racks will be moved"], notes.Agreements);
        Assert.Equal(["Council to move racks", "Police to share figures"], notes.NextSteps);
    }

    [Fact]
    public void Read_ListsSideBySide_AreReadByColumn()
    {
        var notes = Read("""
            <h1>Ridge Partnership Board</h1><h2>Strategy workshop, 7 April 2021</h2><h2>Purpose</h2><p>To set two aims.</p>
            <table><tr><th>What we agreed</th><th>Next steps</th></tr><tr><td><ul><li>To write to each victim</li><li>To answer in ten days</li></ul></td><td>Police to draft the letter</td></tr></table>
            """);

        Assert.Equal(["To write to each victim", "To answer in ten days"], notes.Agreements);
        Assert.Equal(["Police to draft the letter"], notes.NextSteps);
    }

    [Theory]
    [InlineData("Northwold Council          Northwold Police\n    Disability Action          Canal Trust")]
    [InlineData("Northwold Council, Northwold Police, Disability Action\n    and Canal Trust")]
    [InlineData("Northwold Council\n    Northwold Police\n    Disability Action\n    Canal Trust")]
    [InlineData("* Northwold Council\n    * Northwold Police\n    * Disability Action\n    * Canal Trust")]
    [InlineData("1. Northwold Council\n    2. Northwold Police\n    3. Disability Action\n    4. Canal Trust")]
    public void Read_AttendeesHoweverTheyAreSet_AreListed(string list)
    {
        var notes = Support.Documents.Workshop($"Northwold Network\nNotes of the workshop, 2 October 2019\n\nOrganisations represented\n    {list}\n\nAim\nTo plan the winter.\n\nNext steps\n- To meet\n");

        Assert.Equal(["Northwold Council", "Northwold Police", "Disability Action", "Canal Trust"], notes.Attendees);
        Assert.Equal("To plan the winter.", notes.Purpose);
    }

    [Fact]
    public void Read_SentencesThatLeadInToLists_SayWhatTheListsAre()
    {
        var notes = Support.Documents.Workshop("""
            Notes from the partners' day, 2 October 2019
            Held by Northwold Violence Reduction Unit

            Aim
            To plan the winter.

            Schools
            - Pupils are tired

            Partners agreed that:
            - buses should be earlier

            Partners agreed to measure success by:
            - fewer late marks

            Partners agreed these next steps:
            - Council to ring the bus firm
            """);

        Assert.Equal("Northwold Violence Reduction Unit", notes.Body);
        Assert.Equal(["buses should be earlier"], notes.Agreements);
        Assert.Equal(["fewer late marks"], notes.SuccessMeasures);
        Assert.Equal(["Council to ring the bus firm"], notes.NextSteps);
    }

    private static Workshop Read(string html) => Support.Documents.Workshop(html, "notes.html");

    private static IEnumerable<string> Topics(Workshop notes) => notes.Topics.Select(topic => $"{topic.Heading}: {string.Join("; ", topic.Points)}");
}
