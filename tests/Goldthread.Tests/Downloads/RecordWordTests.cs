using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Reading;
using Goldthread.Rules;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Downloads;

/// <summary>Records as Word files: valid, whole, with nothing of the original.</summary>
public sealed class RecordWordTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/decisions/pcd-9002.docx")]
    [InlineData("/decisions/pcd-9003.docx")]
    [InlineData("/bodies/west-midshire-pcc/decisions/2021-034.docx")]
    [InlineData("/boards/safety-board/2021-12-08.docx")]
    [InlineData("/workshops/safety-board/2021-10-05.docx")]
    public async Task Get_Docx_IsValidAndNamedForItsRecord(string address)
    {
        var response = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".docx", response.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(await response.Content.ReadAsStreamAsync(), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Description} at {error.Path?.XPath}"));
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("Hash ", text, StringComparison.Ordinal);
        Assert.Contains(site.Address + address[..^5], text, StringComparison.Ordinal);
        Assert.DoesNotContain("only staff may see", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_DocxOfADecision_ReadsBackAsTheSame()
    {
        var bytes = await site.Client.GetByteArrayAsync("/decisions/pcd-9002.docx");

        var read = Assert.IsType<ReadOutcome.Read>(RulesFolder.Load().Rules!.Reader().Read("pcd-9002.docx", bytes, CancellationToken.None));

        var decision = Assert.IsType<Decision>(read.Reading.Record);
        Assert.Equal("PCD 9002", decision.Reference);
        Assert.Equal("Campaigns with communities and the people who know them", decision.Title);
        Assert.Equal(new DateOnly(2021, 6, 14), decision.DateSigned);
        Assert.Equal([new Recommendation("1", "Approve the approach to each campaign"), new Recommendation("2", "Approve revenue spending of £600,000 in 2021/22")], decision.Recommendations);
        Assert.Equal(["Introduction and background", "Financial comments", "Legal comments"], decision.Sections.Take(3).Select(section => section.Heading));
    }

    [Fact]
    public async Task Get_DocxOfMinutes_ReadsBackAsMinutes()
    {
        var bytes = await site.Client.GetByteArrayAsync("/boards/safety-board/2021-12-08.docx");

        var read = Assert.IsType<ReadOutcome.Read>(RulesFolder.Load().Rules!.Reader().Read("minutes.docx", bytes, CancellationToken.None));

        var minutes = Assert.IsType<Minutes>(read.Reading.Record);
        Assert.Equal(new DateOnly(2021, 12, 8), minutes.Date);
    }

    [Fact]
    public async Task Get_DocxOfOddCharacters_DropsThemAndIsValid()
    {
        await site.SaveAsync("PCD 9040", "Odd\u0001 title \ud83d and\u0000 \ufffe half", decision => decision with
        {
            Recommendations = [new Recommendation("a", "First line\nsecond\tline \u000b<w:p/> & ]]> =cmd()")],
            Sections = [new Section(null, "", Topic.Other, [new Paragraph(null, "")])],
        });

        using var word = WordprocessingDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync("/decisions/pcd-9040.docx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => error.Description));
        Assert.Contains("<w:p/> & ]]> =cmd()", word.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }
}
