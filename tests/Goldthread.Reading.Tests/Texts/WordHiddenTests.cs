using System.Net;
using System.Net.Sockets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Core.Diagnostics;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Texts;

/// <summary>What a Word file hides: left out of everything that is read, and named without being quoted.</summary>
public sealed class WordHiddenTests
{
    private const string Canary = "Kanarienvogel";

    /// <summary>A decision, so that every field reader has its turn, with a place for what is hidden in the middle of it.</summary>
    private const string Decision = """
        Advocates for young women
        Reference code: PCD 901
        Date signed: 8 March 2019
        Decision by: Ada Example {0}, Deputy Mayor, Policing and Crime
        Recommendation
        The Deputy Mayor for Policing and Crime is asked to approve:
        1. Expenditure of £60,000 in 2019/20 for advocates {0} of the trust
        1. Introduction and background
        1.1 Young women asked for {0} somebody who stays with them.
        """;

    [Theory]
    [InlineData("deleted", "GT6013", "3 deletions, by 1 person")]
    [InlineData("moved away", "GT6013", "1 move, by 1 person")]
    [InlineData("hidden", "GT6014", "3 words")]
    [InlineData("hidden by style", "GT6014", "3 words")]
    [InlineData("marked black", "GT6017", "3 words")]
    [InlineData("white", "GT6017", "3 words")]
    [InlineData("text box", "GT6018", "3 text boxes")]
    [InlineData("comment", "GT6015", "3 comments, by 1 person")]
    public void Read_HiddenInTheText_IsLeftOutAndNamed(string kind, string code, string what)
    {
        var reading = Support.Documents.Read(WordFile.Make(Decision.Replace("{0}", $"[{kind}: {Canary}]")), "a.docx");

        AssertNamed(reading, code, what);
        Assert.Contains("for advocates of the trust", reading.Text);
    }

    [Theory]
    [InlineData("hidden paragraph", "GT6014", "1 word")]
    [InlineData("footnote", "GT6018", "1 footnote")]
    [InlineData("page header", "GT6018", "1 page header")]
    [InlineData("page footer", "GT6018", "1 page footer")]
    [InlineData("spreadsheet", "GT6019", "1 file")]
    [InlineData("author", "GT6016", "author")]
    public void Read_HiddenBesideTheText_IsLeftOutAndNamed(string kind, string code, string what) =>
        AssertNamed(Support.Documents.Read(WordFile.Make(Decision.Replace("{0}", "") + $"\n[{kind}: {Canary}]"), "a.docx"), code, what);

    [Theory]
    [InlineData("inserted", "GT6013")]
    [InlineData("white on blue", null)]
    public void Read_SeenInWord_IsRead(string kind, string? code)
    {
        var reading = Support.Documents.Read(WordFile.Make($"Seen by all\n[{kind}: {Canary}]"), "a.docx");

        Assert.Contains(Canary, reading.Text);
        Assert.Equal(code, reading.Diagnostics.FirstOrDefault(found => found.Code != "GT9001")?.Code);
    }

    [Fact]
    public void Read_NothingHidden_NamesNothing()
    {
        var reading = Support.Documents.Read(WordFile.Make("Nothing is hidden here\n[page footer: Page 1 of 3]"), "a.docx");

        Assert.Equal("GT9001", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void Read_EveryProperty_IsNamedAndNoneQuoted()
    {
        var file = WordFile.Make("Nothing is hidden here", document =>
        {
            document.PackageProperties.LastModifiedBy = Canary;
            document.PackageProperties.Title = Canary;
            document.PackageProperties.Description = Canary;
            document.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
                new DocumentFormat.OpenXml.ExtendedProperties.Template(Canary + ".dotx"),
                new DocumentFormat.OpenXml.ExtendedProperties.Company(Canary),
                new DocumentFormat.OpenXml.ExtendedProperties.Manager(Canary));
            document.AddCustomFilePropertiesPart().Properties = new Properties(
                new CustomDocumentProperty(new VTLPWSTR(Canary)) { FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", PropertyId = 2, Name = Canary });
            document.MainDocumentPart!.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new DocumentVariables(new DocumentVariable { Name = Canary, Val = Canary }));
        });

        AssertNamed(
            Support.Documents.Read(file, "a.docx"),
            "GT6016",
            "last changed by, company, manager, template, title, description, 1 property of its own, 1 document variable");
    }

    [Fact]
    public void Read_TitleThatTheTextSays_IsNotHidden()
    {
        var file = WordFile.Make("The plan for the bridge\nIt stays.", document => document.PackageProperties.Title = "The plan for the Bridge");

        Assert.DoesNotContain(Support.Documents.Read(file, "a.docx").Diagnostics, found => found.Code == "GT6016");
    }

    [Fact]
    public void Read_HiddenOrDeletedRowsAndCells_AreLeftOut()
    {
        var file = WordFile.Make("Costs", document => document.MainDocumentPart!.Document.Body!.AppendChild(new Table(
            Row(new TableRowProperties(), null, "Rent", "£5"),
            Row(new TableRowProperties(new DocumentFormat.OpenXml.Wordprocessing.Hidden()), null, Canary, "£6"),
            Row(new TableRowProperties(new Deleted { Author = "Ada Example", Id = "7" }), null, Canary, "£7"),
            Row(new TableRowProperties(), new TableCellProperties(new CellDeletion { Author = "Ada Example", Id = "8" }), Canary, "£8"))));

        var reading = Support.Documents.Read(file, "a.docx");

        AssertNamed(reading, "GT6014", "2 words");
        AssertNamed(reading, "GT6013", "2 deletions, by 1 person");
        Assert.Contains("Rent", reading.Text);
    }

    [Fact]
    public void Read_ChangesAndHiddenWordsInAHeader_AreNamed()
    {
        var file = WordFile.Make("Nothing is hidden here", document => document.MainDocumentPart!.AddNewPart<HeaderPart>().Header =
            new Header(new Paragraph(new DeletedRun(new Run(new DeletedText(Canary))) { Author = "Ada Example", Id = "9" })));

        var reading = Support.Documents.Read(file, "a.docx");

        AssertNamed(reading, "GT6013", "1 deletion, by 1 person");
        AssertNamed(reading, "GT6018", "1 page header");
    }

    [Fact]
    public void Read_PartBesideTheBodyThatIsDamaged_IsNamedAndTheBodyRead()
    {
        var file = WordFile.Make("Nothing is hidden here", document =>
        {
            using var content = new MemoryStream("<w:comments"u8.ToArray());
            document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().FeedData(content);
        });

        AssertNamed(Support.Documents.Read(file, "a.docx"), "GT6015", "could not be looked into");
    }

    [Fact]
    public void Read_ExternalRelationships_AreNeverFollowed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/template.dotm");
        var file = WordFile.Make("Nothing is fetched", document =>
        {
            var settings = document.MainDocumentPart!.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings(new AttachedTemplate { Id = "rId9" });
            settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", address, "rId9");
            document.MainDocumentPart.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", address);
        });

        Assert.Contains("Nothing is fetched", Support.Documents.Read(file, "a.docx").Text);
        Assert.False(listener.Pending());
    }

    private static TableRow Row(TableRowProperties properties, TableCellProperties? first, params string[] cells) =>
        new([properties, .. cells.Select((words, index) => new TableCell(
            [.. index == 0 && first is not null ? new OpenXmlElement[] { first } : [], new Paragraph(new Run(new Text(words)))]))]);

    private static void AssertNamed(Core.Readings.Reading reading, string code, string what)
    {
        Assert.DoesNotContain(Canary, ReadingJson.Write("x", reading, provenance: true));
        Assert.DoesNotContain(Canary, reading.Text);
        var found = Assert.Single(reading.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Contains(what, found.Message);
    }
}
