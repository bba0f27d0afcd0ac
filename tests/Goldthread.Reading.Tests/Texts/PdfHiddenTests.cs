using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Texts;

/// <summary>What a PDF hides: left out of everything that is read, and named by page without being quoted.</summary>
public sealed class PdfHiddenTests
{
    private const string Canary = "Kanarienvogel";

    private const string Decision = """
        Advocates for young women

        Reference code: PCD 901
        Date signed: 8 March 2019
        Decision by: Ada Example, Deputy Mayor, Policing and Crime

        Recommendation

        The Deputy Mayor for Policing and Crime is asked to approve:

          1. Expenditure of £60,000 in 2019/20 for advocates {0} of the trust

        1. Introduction and background

        1.1 Young women asked for {0} somebody who stays with them.
        """;

    [Theory]
    [InlineData("under a box", "under something dark on page 1 (2 words)")]
    [InlineData("under a white box", "not drawn, on page 1 (2 words)")]
    [InlineData("white", "not drawn, on page 1 (2 words)")]
    [InlineData("not drawn", "not drawn, on page 1 (2 words)")]
    public void Read_WordsThatCannotBeSeen_AreLeftOutAndNamed(string kind, string what)
    {
        var reading = Read(Decision.Replace("{0}", $"[{kind}: {Canary}]"));

        AssertNamed(reading, "GT6017", what);
        Assert.Contains("for advocates of the trust", reading.Text);
        Assert.Contains("asked for somebody who", reading.Text);
    }

    [Fact]
    public void Read_WordsBesideThePage_AreInNoRecord() =>
        Assert.DoesNotContain(Canary, Read(Decision.Replace("{0}", $"[off the page: {Canary}]")).Text);

    [Theory]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/CropBox [20 20 590 830]")]
    [InlineData("/UserUnit 2")]
    public void Read_TurnedOrCutPage_CoversTheSameWords(string page)
    {
        var reading = Support.Documents.Read(PdfFile.Make($"Paid to [under a box: {Canary}] of the trust\nin March", page), "a.pdf");

        AssertNamed(reading, "GT6017", "page 1 (1 word)");
        Assert.Contains("trust", reading.Text);
    }

    [Fact]
    public void Read_SameWordSeenAndCovered_LeavesOutTheCoveredOne()
    {
        var reading = Read("Smith asked\nPaid to [under a box: Smith] in March\nand thanked Smith too");

        Assert.Contains("Smith asked", reading.Text);
        Assert.Contains("Paid to in March", reading.Text);
        Assert.Contains("thanked Smith too", reading.Text);
    }

    [Fact]
    public void Read_HalfAWordCovered_LeavesTheWholeWordOut() =>
        AssertNamed(Read($"Paid to Ms[under a box: {Canary}] in March"), "GT6017", "page 1 (1 word)");

    [Fact]
    public void Read_CoveredOnLaterPages_NamesEachPage()
    {
        var reading = Read($"First\n---\nPaid [under a box: {Canary} and {Canary}]\n---\nThird\n---\n[white: {Canary}] fourth");

        AssertNamed(reading, "GT6017", "under something dark on page 2 (3 words); in the colour of what is around them, or not drawn, on page 4 (1 word)");
        Assert.Contains("Third", reading.Text);
        Assert.Contains("fourth", reading.Text);
    }

    [Fact]
    public void Read_CoveredCellOfATable_KeepsTheColumns()
    {
        var reading = Read($"Name            Sum\nRent             £5\n[under a box: {Canary}]    £6");

        Assert.Contains("                 £6", reading.Text);
        AssertNamed(reading, "GT6017", "page 1 (1 word)");
    }

    [Fact]
    public void Read_NothingHidden_NamesNothing()
    {
        var reading = Read("Nothing is hidden here.\nNo. 1, i.e. ill-lit (I), 'l' | 1.1 ..... 5 _____ £1 - x");

        Assert.Equal("GT9001", Assert.Single(reading.Diagnostics).Code);
        Assert.Contains("..... 5 _____ £1 - x", reading.Text);
    }

    [Theory]
    [InlineData("author", "GT6016", "author")]
    [InlineData("attached", "GT6019", "1 file")]
    [InlineData("note", "GT6015", "1 note")]
    public void Read_HiddenBesideThePages_IsLeftOutAndNamed(string kind, string code, string what) =>
        AssertNamed(Read($"{Decision}\n[{kind}: {Canary}]"), code, what);

    [Fact]
    public void Read_EverythingCovered_SaysThatNothingCanBeSeen()
    {
        var outcome = Support.Documents.Reader.Read("a.pdf", PdfFile.Make($"[under a box: {Canary} {Canary}]"), TestContext.Current.CancellationToken);

        SkipWithoutPoppler(outcome);
        Assert.Equal("empty", Assert.IsType<ReadOutcome.Failed>(outcome).Code);
    }

    [Fact]
    public void Read_DocumentsOfTheFamily_HideNothing()
    {
        foreach (var document in Family.All.Where(document => document.File.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            var outcome = Support.Documents.Reader.Read(document.File, File.ReadAllBytes(document.File), TestContext.Current.CancellationToken);

            SkipWithoutPoppler(outcome);
            Assert.DoesNotContain(Assert.IsType<ReadOutcome.Read>(outcome).Reading.Diagnostics, found => found.Code == "GT6017");
        }
    }

    private static Core.Readings.Reading Read(string description)
    {
        var outcome = Support.Documents.Reader.Read("a.pdf", PdfFile.Make(description), TestContext.Current.CancellationToken);
        SkipWithoutPoppler(outcome);
        return Assert.IsType<ReadOutcome.Read>(outcome).Reading;
    }

    private static void SkipWithoutPoppler(ReadOutcome outcome) =>
        Assert.SkipWhen(outcome is ReadOutcome.Failed { Code: "pdftotext-missing" }, "poppler-utils is not installed.");

    private static void AssertNamed(Core.Readings.Reading reading, string code, string what)
    {
        Assert.DoesNotContain(Canary, ReadingJson.Write("x", reading, provenance: true));
        Assert.DoesNotContain(Canary, reading.Text);
        Assert.Contains(what, Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Code == code).Message);
    }
}
