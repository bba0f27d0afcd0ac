namespace Goldthread.Reading.Tests.Texts;

/// <summary>What a web page hides: left out of everything that is read, and named without being quoted.</summary>
public sealed class HtmlHiddenTests
{
    private const string Canary = "Kanarienvogel";

    [Theory]
    [InlineData("<p hidden>Paid to {0}</p>", "GT6014", "3 words")]
    [InlineData("<div style='display: none'><p>Paid to <b>{0}</b></p></div>", "GT6014", "3 words")]
    [InlineData("<span style='visibility:hidden'>{0}</span>", "GT6014", "1 word")]
    [InlineData("<!-- <p>The whole sum was paid to {0}</p> -->", "GT6015", "1 comment")]
    [InlineData("<meta name=Author content='{0}'>", "GT6016", "author")]
    public void Read_HiddenOnThePage_IsLeftOutAndNamed(string hidden, string code, string what)
    {
        var reading = Support.Documents.Read($"<html><body><p>It is agreed.</p>{hidden.Replace("{0}", Canary)}<p>That is all.</p></body></html>", "a.html");

        Assert.DoesNotContain(Canary, ReadingJson.Write("x", reading, provenance: true));
        Assert.Contains("That is all.", reading.Text);
        Assert.Contains(what, Assert.Single(reading.Diagnostics, found => found.Code == code).Message);
    }

    [Theory]
    [InlineData("<!-- end of menu -->")]
    [InlineData("<!--[if lt IE 9]><p>You use a browser that is far too old</p><![endif]-->")]
    [InlineData("<nav hidden><a>Home and away and all of that</a></nav>")]
    [InlineData("<div class='cookie-banner' hidden>We use cookies to know you</div>")]
    [InlineData("<span aria-hidden=true>x</span><template>Words that a script may use</template>")]
    [InlineData("<meta name=author content='The Bridge Office'><p>The bridge office</p>")]
    public void Read_FurnitureOfAPage_IsNotNamed(string furniture)
    {
        var reading = Support.Documents.Read($"<html><body><p>It is agreed.</p>{furniture}</body></html>", "a.html");

        Assert.Equal("GT9001", Assert.Single(reading.Diagnostics).Code);
    }
}
