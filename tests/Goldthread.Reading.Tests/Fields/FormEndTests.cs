namespace Goldthread.Reading.Tests.Fields;

/// <summary>Lines at the ends of forms, pages and records; all bodies and people are invented.</summary>
public sealed class FormEndTests
{
    private const string Report = "<h1>Boats for the ferry</h1><h2>Recommendation</h2><p>That boats be bought.</p><h2>Background</h2><p>They leak.</p><h2>Legal implications</h2>";

    [Theory]
    [InlineData("<a href='#main'>Skip to main content</a><p>Cookie settings</p><main id='main'>")]
    [InlineData("<p><a href='#c'>Skip to the tide table</a></p><article id='c'>")]
    public void Read_PageOfNoKnownKind_LeavesOutLinksOfTheSiteAndBullets(string head)
    {
        var page = Assert.IsType<Core.Documents.Document>(Support.Documents.Read($"<html><body>{head}<h1>Tides</h1><p>Bring:</p><ul><li>boots</li><li>a lamp</li></ul><p>Home by six.</p></body></html>", "page.html").Record);

        Assert.Equal("Tides Bring: boots a lamp Home by six.", page.Text);
    }

    [Fact]
    public void Read_LetterOfNoKnownKind_KeepsWhatAPageWouldNot()
    {
        var letter = Assert.IsType<Core.Documents.Document>(Support.Documents.Read("Dear neighbour\n\nSkip to the end if you must.\n\n- boots\n- a lamp\n\nUseful links\n\nThe old pier.\n").Record);

        Assert.Equal("Dear neighbour Skip to the end if you must. boots a lamp Useful links The old pier.", letter.Text);
    }

    [Theory]
    [InlineData("Any interest declared by the Cabinet Member: None")]
    [InlineData("Conflicts of interest: No")]
    [InlineData("Date: 18 April 2023")]
    public void Read_LineAfterTheListOfOfficers_IsNobodys(string line)
    {
        var decision = Page(Report + $"<p>None.</p><h2>Consultation and sign-off</h2><table><tr><th>Name of consultee</th><th>Consulted (Yes/No)</th></tr><tr><td>Harbour Officer</td><td>Yes</td></tr><tr><td>Treasurer</td><td>No</td></tr></table><p>{line}</p>");

        Assert.Equal(["Harbour Officer", "Treasurer"], decision.Declarations.Select(one => one.Role));
    }

    [Theory]
    [InlineData("Agreed")]
    [InlineData("Result")]
    public void Read_TableWhoseHeadIsAHeadingToo_BeginsNothingNew(string head)
    {
        var decision = Page(Report + $"<p>None.</p><h2>Consultation</h2><table><tr><td>Consulted</td><td>Date</td><td>{head}</td></tr><tr><td>Harbour Officer</td><td>3 May 2023</td><td>Yes</td></tr></table>");

        Assert.Equal(["Background", "Legal implications"], decision.Sections.Select(section => section.Heading));
        Assert.Equal(["Harbour Officer"], decision.Declarations.Select(one => one.Role));
    }

    [Theory]
    [InlineData("regulation 5 of the Harbours Act 2010 (Specific Duties) (Scotland) Regulations 2012", "Harbours Act 2010 (Specific Duties) (Scotland) Regulations", 2012, "regulation 5")]
    [InlineData("article 3 of the Ferries Act 1972 (Tolls) Order 1999", "Ferries Act 1972 (Tolls) Order", 1999, "article 3")]
    [InlineData("section 4 of the Harbours Act 2010 (the Act)", "Harbours Act", 2010, "section 4")]
    public void Read_ActInTheNameOfItsRegulations_IsOneStatute(string cited, string act, int year, string provision)
    {
        var statute = Assert.Single(Page(Report + $"<p>A survey was made under {cited}.</p>").Statutes);

        Assert.Equal((act, year, provision), (statute.Act, statute.Year, statute.Provision));
    }

    [Theory]
    [InlineData("paragraph 6.2 of the Scheme of Delegation to Members", "Scheme of Delegation to Members")]
    [InlineData("paragraph 6.2 of the Scheme of Delegation for Chief Officers", "Scheme of Delegation for Chief Officers")]
    [InlineData("paragraph 6.2 of the Scheme of Delegation to approve tenders", "Scheme of Delegation")]
    public void Read_SchemeNamedByThoseItDelegatesTo_IsNamedWhole(string cited, string instrument) =>
        Assert.Equal([(instrument, "6.2")], Page(Report + $"<p>The Provost may decide under {cited}.</p>").Authorities.Select(one => (one.Instrument, one.Paragraph!)));

    [Fact]
    public void Read_ListThatSkipsANumber_KeepsTheNumberPrinted()
    {
        var decision = Support.Documents.Decision("""
            DECISION RECORD
            Ref: QH/21/3
            Subject: Cameras for the ferry

            Recommendations

            1. That cameras be bought for both of the boats that cross to the island at
               a cost of £500.
            2. That they be fitted at the yard.
            4. That what they show be told to the harbour committee within a year of
               their fitting.

            1. Background

            1.1 Two boats were struck in
                2. The third was not.

            Approval

            HARBOUR MASTER

            Signature   ~jJ.wl Ku,;r^

            Date        14 October 2021

            Larkrigg Harbour                              Page 2 of 2
            """);

        Assert.Equal(["1", "2", "4"], decision.Recommendations.Select(one => one.Number!));
        Assert.Equal(new DateOnly(2021, 10, 14), decision.DateSigned);
    }

    [Fact]
    public void Read_SignatureAndDateOnOneLineWithoutColons_AreBothRead()
    {
        var decision = Page(Report + "<p>None.</p><p>Provost</p><p>The above request has my approval.</p><p>Signature Odda Fern-Nye Date 12/06/2019</p>");

        Assert.Equal(("Odda Fern-Nye", new DateOnly(2019, 6, 12)), (decision.DecisionMaker.Name!, decision.DateSigned!.Value));
    }

    private static Core.Decisions.Decision Page(string body) => Support.Documents.Decision("<html><body>" + body + "</body></html>", "page.html");
}
