namespace Goldthread.Reading.Tests.Fields;

/// <summary>How records end: who signed and when, who confirmed, and what a meeting is to do; all bodies and people are invented.</summary>
public sealed class SignOffTests
{
    private const string Report = "<h1>Boats for the ferry</h1><h2>Recommendation</h2><p>That boats be bought.</p><h2>Background</h2><p>They leak.</p>";
    private const string Consulted = "<h2>Consultation</h2><table><tr><td>Harbour Officer</td><td>Yes</td></tr><tr><td>Treasurer</td><td>Yes</td></tr></table>";

    [Theory]
    [InlineData("<p>Approved by</p><p>Odda Fern-Nye</p><p>Mayor of Ferry</p><p>22 May 2024</p>", true)]
    [InlineData("<p>Approved by</p><p>Odda Fern-Nye, Mayor of Ferry</p><p>Wednesday 22 May 2024</p>", true)]
    [InlineData("<p>Signed</p><p>Odda Fern-Nye</p><p>22/05/2024</p>", true)]
    [InlineData("<p>Approved by</p><p>Odda Fern-Nye</p><p>Mayor of Ferry</p><p>The contract ends on 22 May 2024</p>", false)]
    [InlineData("<p>Approved by</p><p>Odda Fern-Nye</p><p>Papers for this decision are at the pier</p><p>22 May 2024</p>", false)]
    public void Read_DayAloneBeneathTheOffice_IsTheDateSigned(string end, bool read) =>
        Assert.Equal(read ? new DateOnly(2024, 5, 22) : null, Page(Report + Consulted + end).DateSigned);

    [Theory]
    [InlineData("CONSULTATION WITH OFFICERS", "Harbour Solicitor: Yes\nTreasurer: Yes\nHead of Ferry Safety: Yes")]
    [InlineData("Confirmation by officers", "Harbour Solicitor ☑\nTreasurer ☑\nHead of Ferry Safety ☑")]
    public void Read_OfficersAtTheEnd_AreDeclarations(string heading, string officers)
    {
        var decision = Support.Documents.Decision($"FERRY COUNCIL\n\nDecision form\n\nReference: QH/21/3\n\nTitle: Boats\n\nRECOMMENDATION\n\nThat boats be bought.\n\nBACKGROUND\n\nThey leak, and nobody has mended them in years.\n\n{heading}\n\n{officers}\n");

        Assert.Equal(["Harbour Solicitor", "Treasurer", "Head of Ferry Safety"], decision.Declarations.Where(one => one.Given == true).Select(one => one.Role));
        Assert.Equal("BACKGROUND", Assert.Single(decision.Sections).Heading);
    }

    [Theory]
    [InlineData("The Director of Finance (s151) was asked.", 0)]
    [InlineData("The Director of Finance (s151) and others agree that notice is due (s12).", 1)]
    public void Read_SectionInTheNameOfAnOffice_IsNoStatute(string said, int more) =>
        Assert.Equal(1 + more, Page(Report + $"<h2>Legal implications</h2><p>Tolls are set under section 4 of the Ferries Act 1972. {said}</p>").Statutes.Count);

    [Theory]
    [InlineData("5. ACTIONS\n\n  - Ann Lee to paint the boat by 10 June 2022\n  - Bo Hay to mend the oars\n", 2)]
    [InlineData("5. ACTIONS\n\nAnn Lee will soon paint the boat.\n", 0)]
    [InlineData("5. ACTIONS\n\n  - All closed\n", 0)]
    [InlineData("5. PAINT\n\n  - Ann Lee to paint the boat by 10 June 2022\n", 0)]
    public void Read_NumberedItemOfActions_ListsThem(string item, int actions) =>
        Assert.Equal(actions, Minutes("Present\nAnn Lee    Ferry Police\nBo Hay     Ferry Council", $"1. WELCOME\n\nAll were welcomed.\n\n2. BOATS\n\nThey leak.\n\n3. OARS\n\nThey break.\n\n4. TIDES\n\nThey rise.\n\n{item}").Actions.Count);

    [Fact]
    public void Read_EarlyItemOfActions_IsAboutThoseOfTheMeetingBefore() =>
        Assert.Empty(Minutes("Present\nAnn Lee    Ferry Police\nBo Hay     Ferry Council", "1. WELCOME\n\nAll were welcomed.\n\n2. ACTIONS\n\n  - Ann Lee to paint the boat by 10 June 2022\n\n3. OARS\n\nThey break.\n\n4. TIDES\n\nThey rise.\n\n5. FISH\n\nThey swim.\n").Actions);

    [Fact]
    public void Read_OfficeWithACommaInItsName_IsOneRole()
    {
        var minutes = Minutes("In attendance: Ann Lee, Police, Fire and Crime Commissioner; Bo Hay, Panel Secretary", "1. WELCOME\n\nAll were welcomed.\n\n2. BOATS\n\nThey leak.\n");

        Assert.Equal([("Ann Lee", null, "Police, Fire and Crime Commissioner"), ("Bo Hay", null, "Panel Secretary")], minutes.Present.Select(person => (person.Name, person.Organisation, person.Role)));
    }

    [Fact]
    public void Read_RowBelowTheChair_ThatSaysWhenMinutesWerePublished_IsNobody()
    {
        var minutes = Support.Documents.Minutes("<html><body><h1>Ferry Harbour Board</h1><table><tr><th>Meeting</th><td>Minutes of meeting</td></tr><tr><th>Date</th><td>6 November 2025</td></tr><tr><th>Chair</th><td>Professor Ann Lee</td></tr><tr><th>Published</th><td>24 November 2025</td></tr></table><h2>In attendance</h2><table><tr><th>Name</th><th>Organisation</th></tr><tr><td>Professor Ann Lee</td><td>Ferry University</td></tr><tr><td>Bo Hay</td><td>Ferry Police</td></tr></table><h2>Boats</h2><p>They leak.</p><h2>Oars</h2><p>They break.</p></body></html>", "page.html");

        Assert.Equal(["Professor Ann Lee", "Bo Hay"], minutes.Present.Select(person => person.Name));
        Assert.Equal(new DateOnly(2025, 11, 24), minutes.Published);
    }

    private static Core.Boards.Minutes Minutes(string people, string items) =>
        Support.Documents.Minutes($"FERRY HARBOUR BOARD\n\nMINUTES OF THE MEETING HELD ON TUESDAY 10 MAY 2022\n\n{people}\n\n{items}");

    private static Core.Decisions.Decision Page(string body) => Support.Documents.Decision("<html><body>" + body + "</body></html>", "page.html");
}
