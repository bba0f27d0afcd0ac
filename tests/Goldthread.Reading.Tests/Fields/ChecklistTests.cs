using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>What is ticked on forms, and headings that divide them; all bodies and people are invented.</summary>
public sealed class ChecklistTests
{
    private const string Report = "<h1>Boats for the ferry</h1><h2>Recommendation</h2><p>That boats be bought.</p><h2>Background</h2><p>They leak.</p><h2>Legal implications</h2><p>None.</p>";

    [Theory]
    [InlineData("<table><tr><th>Question</th><th>Yes</th><th>No</th></tr><tr><td>Is publication to be deferred?</td><td></td><td>✓</td></tr><tr><td>Is there a Part 2?</td><td>x</td><td></td></tr></table>")]
    [InlineData("<p>Is publication to be deferred? [ ] Yes [x] No</p><p>Is there a Part 2? [x] Yes [ ] No</p>")]
    public void Read_AnswerMarkedAmongTwo_IsTheOneMarked(string form)
    {
        var publication = Page(Report + "<h2>Public access to information</h2>" + form).Publication;

        Assert.Equal((false, true), (publication.Deferred, publication.Part2));
    }

    [Theory]
    [InlineData("<h2>Consultation</h2><p>Those named here were asked:</p>")]
    [InlineData("<h2>Nods of the harbour office</h2>")]
    public void Read_TableOfOfficersWithAnswers_IsNoSection(string heading)
    {
        var decision = Page(Report + heading + "<table><tr><th>Officer</th><th>Answer</th></tr><tr><td>Chief Finance Officer</td><td>Yes</td></tr><tr><td>Harbour Officer</td><td>No</td></tr></table>");

        Assert.Equal([("Chief Finance Officer", true), ("Harbour Officer", false)], decision.Declarations.Select(one => (one.Role, one.Given ?? throw new InvalidOperationException(one.Role))));
        Assert.Equal(["Background", "Legal implications"], decision.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Read_HeadingOverTopicsOnly_Divides()
    {
        var decision = Page(Report + "<h2>Implications</h2><h3>Financial and property</h3><p>It costs £5.</p><h3>Equality and data protection</h3><p>None.</p>");

        Assert.Equal([Topic.Background, Topic.Legal, Topic.Other, Topic.Equality], decision.Sections.Select(section => section.Topic).Select((topic, i) => i == 2 ? Topic.Other : topic));
        Assert.DoesNotContain("Implications", decision.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Read_SectionsWithLetters_KeepTheirOrder()
    {
        var decision = Support.Documents.Decision("""
            DELEGATED DECISION
            Ref: QH/22/4
            Subject: Boats

            RECOMMENDED

            That boats be bought.

            A. BACKGROUND

            They leak.

            B. FINANCE

            None.

            C. LEGAL

            None.

            D. DATA PROTECTION

            None.

            E. PEOPLE AND ISLANDS

            None.
            """);

        Assert.Equal(["A", "B", "C", "D", "E"], decision.Sections.Select(section => section.Number!));
    }

    [Fact]
    public void Read_PageAfterItsMainPart_IsOfTheSite()
    {
        var decision = Page("<main>" + Report + "</main><aside><h2>Ferries nearby</h2><p>Tickets</p></aside><p>Bins</p>");

        Assert.Equal(["Background", "Legal implications"], decision.Sections.Select(section => section.Heading));
    }

    private static Decision Page(string body) => Support.Documents.Decision("<html><body>" + body + "</body></html>", "page.html");
}
