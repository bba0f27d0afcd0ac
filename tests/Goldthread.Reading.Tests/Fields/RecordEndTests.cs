namespace Goldthread.Reading.Tests.Fields;

/// <summary>Lists of people and closing lines of records kept as text; all bodies and people are invented.</summary>
public sealed class RecordEndTests
{
    private const string Minutes = """
        LARKRIGG HARBOUR PANEL

        MINUTES of a meeting of the Larkrigg Harbour Panel held at the Old Net Loft, Larkrigg on
        Friday, 3 February 2023 at 10.30 am.

        PRESENT

        Councillor J Applethwaite (Chairman) - Larkrigg and Roanhead District Council
        Councillor S Ibbotson - Marchwell County Council
        Mrs A Brade - Independent Member

        1.  TIDES

        Councillor Ibbotson said that the tide had come further in than anybody in the ward, and
        Mrs Brade of the lifeboat, had known. The meeting closed at noon last time.

        Larkrigg Harbour Panel - 3 February 2023                                                2

        The Panel asked for a new board.


        2.  NEXT MEETING

        Friday, 16 June 2023.


        {0}


        Chairman ..............................      Date ..............................
        """;

    [Theory]
    [InlineData("The meeting closed at 12.25 pm.")]
    [InlineData("Meeting ended at 1640 hours")]
    [InlineData("The meeting rose at noon.")]
    public void Read_WhatEndsTheRecord_IsNoParagraph(string closing)
    {
        var items = Support.Documents.Minutes(Minutes.Replace("{0}", closing)).Items;

        Assert.Equal(["Friday, 16 June 2023."], items[1].Paragraphs);
        Assert.Equal(2, items[0].Paragraphs.Count);
    }

    [Fact]
    public void Read_ClosingTimeInASentenceThatGoesOn_IsAParagraph()
    {
        const string Closing = "The meeting closed at noon. The next is on the pier.";

        Assert.Equal(Closing, Support.Documents.Minutes(Minutes.Replace("{0}", Closing)).Items[1].Paragraphs[^1]);
    }

    [Fact]
    public void Read_MembersALineEach_AreNotJoinedHoweverLongTheLines() =>
        Assert.Equal(
            [("Councillor J Applethwaite", "Larkrigg and Roanhead District Council"), ("Councillor S Ibbotson", "Marchwell County Council"), ("Mrs A Brade", "Independent Member")],
            Support.Documents.Minutes(Minutes).Present.Select(person => (person.Name, person.Organisation ?? person.Role!)));

    [Fact]
    public void Read_StepsWithoutBulletsUnderALeadIn_AreOneEach()
    {
        var notes = Support.Documents.Workshop("""
            Larkrigg Harbour Partnership
            Notes from the workshop, 4 May 2022

            Purpose
            The harbour had four thefts in a week, and the partnership met to hear from those whose boats
            were robbed what would have helped them, who they told of it and what came of what they told,
            so that each of the partners could say by the end of the day what it will do before the summer.

            Engines
                 Both harbours take engines for a thing of value that only the owners should be keeping.
                 Larkrigg can lend eight chains to owners if a watchman comes with them in the winter.
                 Owners forget where they were.

            What was agreed
            Partners agreed that:

                 Every engine should have a number.

            Next steps
            Partners agreed the following next steps:

                 Larkrigg Harbour and Roanhead Harbour to take the change of the rules to both councils
                 Marchwell Police to find a contact at each harbour
                 Harbour Friends to draw up terms for the chains
            """);

        Assert.Equal(3, Assert.Single(notes.Topics).Points.Count);
        Assert.Equal(["Every engine should have a number."], notes.Agreements);
        Assert.Equal(3, notes.NextSteps.Count);
    }

    [Fact]
    public void Read_NoteTakerAndOrganiserOfAWorkshop_AreKnown()
    {
        var minutes = Support.Documents.Minutes("Harbour Board\n\nMinutes\n\nDate: 10 July 2025\n\nPresent\n\n- Saffron Dew, Larkrigg Council (notes)\n- Hal Brade, Harbour Friends\n\n1. Welcome\n\nHal Brade welcomed all.\n\n2. Tides\n\nThey came in.\n");

        Assert.Equal(("Larkrigg Council", "notes"), (minutes.Present[0].Organisation!, minutes.Present[0].Role!));
    }
}
