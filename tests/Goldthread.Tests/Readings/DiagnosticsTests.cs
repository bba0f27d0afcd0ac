using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldthread.Core.Readings;
using Goldthread.Reading;
using Goldthread.Reading.Tests.Support;
using Goldthread.Rules;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Readings;

/// <summary>The reader and the checks together, by the rules in the repository, on documents.</summary>
public sealed partial class DiagnosticsTests
{
    private static readonly string Root = ProseTests.Root;

    private static readonly DocumentReader Reader = RulesFolder.Load(Path.Combine(Root, "rules")).Rules!.Reader();

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Root, "docs", "diagnostics"), "GT*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Sample =>
        [.. Directory.GetFiles(Path.Combine(Root, "samples", "london", "documents")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public void Example_OfAPage_TriggersItsCodeAndTheMendedOneDoesNot(string code)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", code + ".md"));

        Assert.Contains(code, CodesOfExample(page, "trigger"));
        Assert.DoesNotContain(code, CodesOfExample(page, "mended"));
    }

    [Theory, MemberData(nameof(Sample))]
    public void Diagnostics_OfASampleDocument_AreThoseItWasWrittenWith(string file)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tests", "Goldthread.Tests", "Readings", "sample", Path.ChangeExtension(file, ".json"))));
        var codes = expected.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Select(found => found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetProperty("code").GetString()!).Distinct();

        var found = Codes(file, File.ReadAllBytes(Path.Combine(Root, "samples", "london", "documents", file)));

        Assert.Equal(codes.Order(StringComparer.Ordinal), found.Where(code => string.CompareOrdinal(code, "GT6") < 0 || code == "GT9001").Order(StringComparer.Ordinal));
    }

    /// <summary>The contradictions inside the five documents, each with the code that names it and its line.</summary>
    [Theory]
    [InlineData("000", "GT1001", 11)]
    [InlineData("000", "GT1003", 166)]
    [InlineData("000", "GT1004", 1)]
    [InlineData("000", "GT1005", 160)]
    [InlineData("000", "GT1005", 162)]
    [InlineData("000", "GT1005", 164)]
    [InlineData("000", "GT6007", 148)]
    [InlineData("000", "GT6008", 174)]
    [InlineData("001", "GT6010", 78)]
    [InlineData("002", "GT6005", 111)]
    [InlineData("002", "GT6006", 87)]
    [InlineData("003", "GT1003", 37)]
    [InlineData("003", "GT1003", 38)]
    [InlineData("003", "GT1006", 38)]
    [InlineData("003", "GT1006", 77)]
    [InlineData("003", "GT1007", 38)]
    [InlineData("003", "GT6003", 62)]
    [InlineData("003", "GT6011", 73)]
    [InlineData("004", "GT1003", 76)]
    [InlineData("004", "GT1004", 1)]
    [InlineData("004", "GT6001", 0)]
    [InlineData("004", "GT6002", 0)]
    public void Contradiction_InOneOfTheFive_IsNamedAtItsLine(string document, string code, int line)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "documents");
        Assert.SkipUnless(Directory.Exists(folder), "The five documents are not beside the repository (../shared/documents).");
        var file = Directory.GetFiles(folder, document + "*").Single();

        var found = Read(Path.GetFileName(file), File.ReadAllBytes(file)).Diagnostics;

        Assert.Contains(found, diagnostic => diagnostic.Code == code && (line == 0 || diagnostic.Line == line));
    }

    /// <summary>The codes of an example; one of a Word file or a PDF is made into such a file first.</summary>
    private static List<string> CodesOfExample(string page, string name)
    {
        var block = Fenced().Matches(page).FirstOrDefault(match => match.Groups["name"].Value == name);
        Assert.True(block is not null, $"The page has no block '{name}'.");
        var text = block.Groups["text"].Value;
        return block.Groups["format"].Value switch
        {
            "word" => Codes("example.docx", WordFile.Make(text)),
            "pdf" => Codes("example.pdf", PdfFile.Make(text)),
            _ => Codes("example.txt", Encoding.UTF8.GetBytes(text)),
        };
    }

    private static List<string> Codes(string name, byte[] content) => [.. Read(name, content).Diagnostics.Select(found => found.Code).Distinct(StringComparer.Ordinal)];

    private static Core.Readings.Reading Read(string name, byte[] content) =>
        Assert.IsType<ReadOutcome.Read>(Reader.Read(name, content, TestContext.Current.CancellationToken)).Reading;

    [GeneratedRegex(@"```(?<format>text|word|pdf) (?<name>\w+)\r?\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fenced();
}
