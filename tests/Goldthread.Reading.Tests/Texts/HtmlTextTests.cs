using Goldthread.Reading.Tests.Support;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Tests.Texts;

public sealed class HtmlTextTests
{
    [Fact]
    public void Extract_OrderedList_HasTheNumbersOfABrowser() =>
        Assert.Equal("iii. a\niv. b\nx. c\n", Extract("<ol type=i start=3><li>a<li>b<li value=10>c</ol>"));

    [Fact]
    public void Extract_NestedList_StandsFurtherIn() =>
        Assert.Equal("1. a\n  • b\n2. c\n", Extract("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"));

    [Fact]
    public void Extract_ScriptStyleAndTemplate_AreNeverText() =>
        Assert.Equal("a\n", Extract("<script>x<b>y</script><style>p{}</style><template><p>t</p></template><p>a</p><noscript>n</noscript>"));

    [Fact]
    public void Extract_EscapedMarkup_IsText() => Assert.Equal("<script>alert(1)</script>\n", Extract("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"));

    [Fact]
    public void Extract_Furniture_IsLeftOut() =>
        Assert.Equal("a\n", Extract("<nav>menu</nav><div class='cookie-banner'><div>c</div></div><p>a</p><div hidden>h</div><p style='display: none'>s</p><footer>f</footer>"));

    [Fact]
    public void Extract_TableRow_HasItsCells()
    {
        var row = Assert.Single(Lines("<table><tr><th>Cost<td>£5<td></tr></table>"));

        Assert.Equal(3, row.Cells.Count);
    }

    [Fact]
    public void Extract_DefinitionList_IsRowsOfTermAndDefinition() =>
        Assert.Equal([2, 2], Lines("<dl><dt>a<dd>b<dt>c<dd>d</dl>").Select(line => line.Cells.Count));

    [Fact]
    public void Extract_TickedBox_IsSeen() => Assert.Equal("☒ yes ☐ no\n", Extract("<p><input type=checkbox checked> yes <input type=checkbox> no</p>"));

    [Fact]
    public void Extract_Entities_AreDecoded() => Assert.Equal("£5 – it’s\n", Extract("<p>&pound;5&nbsp;&ndash; it&#8217;s</p>"));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>x")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<h1>h")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("&amp")]
    public void Extract_DeepOrEndlessMarkup_IsQuick(string piece)
    {
        var page = string.Concat(Enumerable.Repeat(piece, 100_000));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        Assert.NotNull(HtmlText.Extract(page, new FurnitureRules(Support.Documents.Layouts), limit.Token));
    }

    private static string Extract(string html) =>
        HtmlText.Extract(html, new FurnitureRules(Support.Documents.Layouts), CancellationToken.None).Source.Value;

    private static IReadOnlyList<Line> Lines(string html) =>
        HtmlText.Extract(html, new FurnitureRules(Support.Documents.Layouts), CancellationToken.None).Lines;
}
