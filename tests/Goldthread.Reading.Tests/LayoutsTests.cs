using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests;

public sealed class LayoutsTests
{
    [Fact]
    public void Parse_LayoutAddedAsData_ReadsItsDocuments()
    {
        var files = Support.Documents.LayoutFiles();
        files["wessex.yaml"] = """
            - name: label.reference
              source: Wessex decision slips
              phrases: [Slip]
            - name: heading.recommendations
              source: Wessex decision slips
              phrases: [We would like to]
            - name: heading.topic.financial
              source: Wessex decision slips
              phrases: [Pennies]
            """;
        const string Slip = "Decision record\n\nSlip: W 12\n\nTitle: A bench\n\nWe would like to\n\nbuy a bench.\n\nPennies\n\nIt costs £50.\n\nLegal implications\n\nNone.\n";

        var outcome = new DocumentReader(Layouts.Parse(files), _ => []).Read("slip.txt", System.Text.Encoding.UTF8.GetBytes(Slip), TestContext.Current.CancellationToken);

        var decision = Assert.IsType<Decision>(Assert.IsType<ReadOutcome.Read>(outcome).Reading.Record);
        Assert.Equal("W 12", decision.Reference);
        Assert.Equal("buy a bench.", Assert.Single(decision.Recommendations).Text);
        Assert.Equal(Topic.Financial, decision.Sections[0].Topic);
    }

    [Theory]
    [InlineData("- name: a\n  phrases: [b]")]
    [InlineData("- name: a\n  source: b")]
    [InlineData("just words")]
    [InlineData("- [")]
    public void Parse_LayoutThatIsNone_NamesTheFile(string text)
    {
        var problem = Assert.Throws<FormatException>(() => Layouts.Parse(new Dictionary<string, string>(StringComparer.Ordinal) { ["bad.yaml"] = text }));

        Assert.Contains("bad.yaml", problem.Message, StringComparison.Ordinal);
    }
}
