using System.Diagnostics;
using System.Text;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Documents;
using Goldthread.Core.Readings;

namespace Goldthread.Reading.Tests;

public sealed class DocumentReaderTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("a.txt", "", "empty")]
    [InlineData("a.txt", "  \n ", "empty")]
    [InlineData("a.docx", "PK", "damaged")]
    [InlineData("a.pdf", "not a pdf", "damaged")]
    [InlineData("a.txt", "%PDF-1.7", "not-text")]
    [InlineData("a.xls", "x", "unknown-format")]
    public void Read_BadInput_IsAValueWithAStableCode(string name, string content, string code) =>
        Assert.Equal(code, Failure(name, Encoding.UTF8.GetBytes(content)).Code);

    [Fact]
    public void Read_OldOrProtectedWord_IsNamed() =>
        Assert.Equal("password-protected", Failure("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).Code);

    [Fact]
    public void Read_TooLarge_IsNamed() => Assert.Equal("too-large", Failure("a.txt", new byte[DocumentReader.LargestFile + 1]).Code);

    [Fact]
    public void Read_UnknownDocument_IsKeptWholeWithOneDiagnostic()
    {
        var reading = Support.Documents.Read("The cat sat\non the mat.");

        Assert.Equal(DocumentKind.Unknown, reading.Kind);
        Assert.Equal("The cat sat on the mat.", Assert.IsType<Document>(reading.Record).Text);
        var only = Assert.Single(reading.Diagnostics);
        Assert.Equal(("GT9001", Severity.Info, 1), (only.Code, only.Severity, only.Line));
    }

    [Fact]
    public void Read_NulsInText_NeverReachTheRecord()
    {
        var reading = Support.Documents.Read("The \0cat\u0001 sat.");

        Assert.DoesNotContain(Assert.IsType<Document>(reading.Record).Text, char.IsControl);
    }

    [Fact]
    public void Read_Findings_AreLocatedOnceAndSorted()
    {
        Finding[] findings =
        [
            new("GT2002", "b", "/recommendations/0/text", "bench"),
            new("GT1001", "a", "/dateSigned"),
            new("GT1001", "again", "/dateSigned"),
            new("GT3004", "c", "/authorities"),
        ];
        var reader = new DocumentReader(Support.Documents.Layouts, _ => findings, _ => Severity.Error);
        const string Text = "Decision notice\n\nReference: AB 1\n\nDate signed:\n\nRecommendation\n\nThat a bench is bought.\n\nFinancial comments\n\nNone.\n";

        var outcome = reader.Read("a.txt", Encoding.UTF8.GetBytes(Text), TestContext.Current.CancellationToken);

        var diagnostics = Assert.IsType<ReadOutcome.Read>(outcome).Reading.Diagnostics;
        Assert.Equal([("GT3004", 1, 1), ("GT1001", 5, 1), ("GT2002", 9, 8)], diagnostics.Select(found => (found.Code, found.Line, found.Column)));
        Assert.All(diagnostics, found => Assert.Equal(Severity.Error, found.Severity));
    }

    [Theory]
    [InlineData("x", 5_000_000)]
    [InlineData("A ", 1_000_000)]
    [InlineData("Aaa Act ", 400_000)]
    [InlineData("£5 ", 200_000)]
    [InlineData("- ", 500_000)]
    [InlineData("section 3(1)(a) and ", 100_000)]
    [InlineData("((((", 300_000)]
    [InlineData("**a", 500_000)]
    [InlineData("Action: ", 200_000)]
    [InlineData("Operation Plan ", 200_000)]
    public void Read_HugeLine_EndsInTime(string piece, int count)
    {
        var clock = Stopwatch.StartNew();
        var text = "Minutes of the Board\n\nPresent: Ann Lee\n\nApologies: none\n\n1. Welcome\n\n" + string.Concat(Enumerable.Repeat(piece, count));

        Support.Documents.Reader.Read("a.txt", Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        Assert.True(clock.Elapsed < Longest, $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("1. Heading\n\n", 300_000)]
    [InlineData("| a | b |\n", 200_000)]
    [InlineData("Date signed:\n", 200_000)]
    [InlineData("a   b   c\n", 200_000)]
    [InlineData("Recommendation\n\n1. To act\n\n", 60_000)]
    [InlineData("PCD 12 £5 in 2018/19 under section 3 of the Police Act 1996.\n\n", 30_000)]
    public void Read_ManyLines_EndsInTime(string piece, int count)
    {
        var clock = Stopwatch.StartNew();
        var text = "Decision notice\n\nReference: PCD 5\n\nRecommendation\n\nThat it is so.\n\nFinancial comments\n\nLegal comments\n\n" + string.Concat(Enumerable.Repeat(piece, count));

        Support.Documents.Reader.Read("a.txt", Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        Assert.True(clock.Elapsed < Longest, $"{clock.Elapsed}");
    }

    private static ReadOutcome.Failed Failure(string name, byte[] content) =>
        Assert.IsType<ReadOutcome.Failed>(Support.Documents.Reader.Read(name, content, TestContext.Current.CancellationToken));
}
