namespace Goldthread.Reading.Tests.Fields;

/// <summary>Notes of workshops whose lists are lines without bullets; all bodies are invented.</summary>
public sealed class WorkshopPlainLinesTests
{
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
