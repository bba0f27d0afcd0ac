namespace Goldthread.Reading.Tests.Fields;

/// <summary>Notes of workshops whose lists are lines without bullets; all bodies are invented.</summary>
public sealed class WorkshopPlainLinesTests
{
    [Fact]
    public void Read_AgreementsThatBeginAlike_AreOneEach()
    {
        var notes = Support.Documents.Workshop("""
            Larkrigg Harbour Partnership
            Notes from the workshop, 4 May 2022

            Purpose
            The harbour had four thefts in a week, and the partnership met to hear from those whose boats
            were robbed what would have helped them, who they told of it and what came of what they told,
            so that each of the partners could say by the end of the day what it will do before the summer
            comes and who will see to it.

            What is taken
                Engines go first.
                Small things follow.
            Who knows of it
                Nobody tells the harbour office.

            Partners agreed
                to keep one list of engines
                to mend both lamps, and to paint
                the posts white
                to meet in June
            """);

        Assert.Equal(["to keep one list of engines", "to mend both lamps, and to paint the posts white", "to meet in June"], notes.Agreements);
        Assert.Equal(["What is taken", "Who knows of it"], notes.Topics.Select(topic => topic.Heading));
    }

    [Fact]
    public void Read_NumberedTopicsOverPlainLines_AreTopicsAndNotThePurpose()
    {
        var notes = Support.Documents.Workshop("""
            Larkrigg Harbour Partnership
            Notes from the workshop, 4 May 2022

            Agencies represented

             Organisation        Number of people
             Larkrigg Council    3
             Harbour Trust       1

            Why partners met
            The harbour had four thefts in a week.


            1. What is taken
                Engines go first.
                Small things follow.
                    ropes above all


            2. Table talk: lamps
                Two lamps are out.
                Nobody knows whose they are.


            Points agreed by all
                The Trust will mend both lamps

            What success might look like
                No engine is taken in June
            """);

        Assert.Equal(["Larkrigg Council", "Harbour Trust"], notes.Attendees);
        Assert.Equal("The harbour had four thefts in a week.", notes.Purpose);
        Assert.Equal(
            ["What is taken: Engines go first.; Small things follow. ropes above all", "Table talk: lamps: Two lamps are out.; Nobody knows whose they are."],
            notes.Topics.Select(topic => $"{topic.Heading}: {string.Join("; ", topic.Points)}"));
        Assert.Equal(["The Trust will mend both lamps"], notes.Agreements);
        Assert.Equal(["No engine is taken in June"], notes.SuccessMeasures);
    }
}
