using Goldthread.Core.Readings;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Minutes that say what they are by what they hold; all bodies and people are invented.</summary>
public sealed class UnnamedMinutesTests
{
    [Fact]
    public void Read_RecordWithoutTheWordMinutes_IsKnownByItsPeopleAndTheEarlierRecord()
    {
        var reading = Support.Documents.Read("""
            Kelder Housing Forum

            Action log, 7 November 2024

            Apologies: Bo Hay (Kelder Police)

            1. Last time

            The notes of 5 September 2024 were agreed.

            2. Winter beds

            Thirty beds will open in December.
            """);

        Assert.Equal(DocumentKind.Minutes, reading.Kind);
    }

    [Theory]
    [InlineData("<p><b>KELDER COUNCIL</b></p><p><b>SAFETY COMMITTEE</b></p>", "41/24", "42/24", "43/24")]
    [InlineData("<p><b>Kelder Council</b></p><p><b>Safety Committee</b></p>", "1.", "2.", "3.")]
    public void Read_TitlesInTheLookOfItems_AreNoItems(string titles, string first, string second, string third)
    {
        var minutes = Support.Documents.Minutes($"""
            {titles}<p>Minutes of the meeting on 16 October 2024</p><p>PRESENT: Councillor Ann Lee (in the Chair); Councillor Bo Hay</p><p>APOLOGIES: Councillor Cy Dow</p>
            <p><b>{first} Declarations of interest</b></p><p>There were none.</p><p><b>{second} Minutes</b></p><p>The minutes of 11 September 2024 were confirmed.</p><p><b>{third} Doors</b></p><p>All had been mended.</p>
            """, "document.html");

        Assert.Equal([first.TrimEnd('.'), second.TrimEnd('.'), third.TrimEnd('.')], minutes.Items.Select(item => item.Number));
        Assert.Equal(("Councillor Ann Lee", 2), (minutes.Chair, minutes.Present.Count));
    }

    [Fact]
    public void Read_HeadingsThatNothingMarks_AreThoseAboveTheirText()
    {
        var minutes = Support.Documents.Minutes("""
            The Kelder Centre

            Meeting of the Board of Trustees

            Date: 4 February 2025

            Trustees present: Ann Lee, Bo Hay

            Minutes of the last meeting

            The minutes of the meeting of 3 December 2024 were approved.

            Director's report

            The rooms had been used by more women than in any winter before.

            Dates of meetings

            The board will meet on 1 April 2025 and again in June.
            """);

        Assert.Equal(["Minutes of the last meeting", "Director's report", "Dates of meetings"], minutes.Items.Select(item => item.Heading));
        Assert.Equal(new DateOnly(2025, 2, 4), minutes.Date);
    }

    [Fact]
    public void Read_ChairByInitials_IsTheOneWhoHasThem()
    {
        var minutes = Support.Documents.Minutes("""
            Kelder Youth Board

            Minutes of a meeting held on 3 September 2024 at the Moor Hub

            Present

            Supt Alison Dow (AD) - Kelder Police, Vice-Chair
            Harvey Lund (HL) - Kelder Council

            Apologies

            Bo Hay (BH) - Kelder Council, Chair

            1. Welcome

            In the absence of the Chair, AD took the chair.

            2. Close

            It closed.
            """);

        Assert.Equal(("Supt Alison Dow", "Kelder Youth Board"), (minutes.Chair, minutes.Body));
    }

    [Fact]
    public void Read_OrganisationDrawnOverSeveralRows_IsThatOfEach()
    {
        var minutes = Support.Documents.Minutes("""
            <h1>Kelder Forum: minutes, 7 November 2024</h1><table><tr><th>Organisation</th><th>Attended by</th></tr><tr><td>Kelder Council</td><td>Ann Lee (Chair)</td></tr><tr><td></td><td>Bo Hay</td></tr><tr><td>Hostel</td><td>Cy Dow</td></tr></table>
            <h2>1. Welcome</h2><p>All were welcomed.</p><h2>2. Close</h2><p>It closed.</p>
            """, "document.html");

        Assert.Equal(["Kelder Council", "Kelder Council", "Hostel"], minutes.Present.Select(person => person.Organisation));
    }

    [Fact]
    public void Read_LabelSetCloseUnderALongLine_BeginsItsOwnList()
    {
        var minutes = Support.Documents.Minutes("""
            Kelder Youth Board
            Minutes, 4 December 2018, of the meeting that was held at the Old Library in the town
            Also present: Ann Lee (Kelder Council), Bo Hay (Probation Service), Eve Moor (College)
            Apologies: Cy Dow (Health Trust)
            1. Opening
            All were welcomed to the room in which the board first met, nine years before, in winter.
            2. Close
            The meeting closed.
            """);

        Assert.Equal(["Cy Dow"], minutes.Apologies.Select(person => person.Name));
        Assert.Equal(3, minutes.Present.Count);
    }

    [Fact]
    public void Read_SectionsNumberedByAWord_HaveTheirNumbers()
    {
        var decision = Support.Documents.Decision("""
            Record of officer decision
            Title: Hire of a tower
            Decision taken by: Ann Lee, Chief Officer
            Date of decision: 3 May 2023

            Decision
            That a tower be hired for £4,000 in 2023/24.

            Section 1: Reasons for the decision

            1.1  Recruits must climb before they ride.

            Section 2: Budget

            2.1  The cost is £4,000 in 2023/24.
            """);

        Assert.Equal([("1", "Reasons for the decision"), ("2", "Budget")], decision.Sections.Select(section => (section.Number, section.Heading)));
        Assert.Empty(decision.Statutes);
    }

    [Fact]
    public void Read_RulesUnderANameOfTheirOwn_AreTheBodysWhereAParagraphIsCited()
    {
        var decision = Support.Documents.Decision("""
            Decision notice
            Title: Wardens
            Date of decision: 3 May 2023

            Recommendation
            1. Approve £4,000 in 2023/24.

            1. Legal implications
            1.1 The Mayor alone may commit this sum, by section 6 of the Mayoral Spending Rules.
            """);

        Assert.Equal(new Core.Decisions.Authority("Mayoral Spending Rules", "section 6"), Assert.Single(decision.Authorities));
    }
}
