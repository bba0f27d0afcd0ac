using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;

namespace Goldthread.Core.Tests.Decisions.Drafts;

public sealed class DraftTextTests
{
    [Fact]
    public void Paragraphs_NumbersAsTyped_AreTheirs() =>
        Assert.Equal([new Paragraph("1.1", "The first."), new Paragraph("1.2", "The second, on two lines."), new Paragraph(null, "Without.")],
            DraftText.Paragraphs("1.1 The first.\n1.2 The second,\non two lines.\n\nWithout."));

    [Fact]
    public void Paragraphs_ItemsOfAList_BelongToTheParagraphAbove() =>
        Assert.Equal([new Paragraph(null, "It brings:\n• shelter\n• advice\n(a) by telephone"), new Paragraph(null, "And more.")],
            DraftText.Paragraphs("It brings:\n\n- shelter\n* advice\n\n(a) by telephone\n\nAnd more."));

    [Fact]
    public void Paragraphs_MarksOfEmphasisAndLinks_AreNoWords() =>
        Assert.Equal([new Paragraph(null, "It must be read (https://example.org/a) now, 2 * 3 * 4, snake_case_name.")],
            DraftText.Paragraphs("It **must** be [read](https://example.org/a) _now_, 2 * 3 * 4, snake_case_name."));

    [Fact]
    public void Paragraphs_Table_IsARowOnEachLine() =>
        Assert.Equal([new Paragraph(null, "Year; Sum\n• 2026/27; £3,000")], DraftText.Paragraphs("| Year | Sum |\n|---|---:|\n| 2026/27 | £3,000 |"));

    [Fact]
    public void Sections_Headings_PartTheText()
    {
        var sections = DraftText.Sections("Before.\n\n## 4. Legal comments\n\n4.1 One.\n\n# Money\nTwo.");

        Assert.Equal([(null, null), ("4", "Legal comments"), (null, "Money")], sections.Select(section => (section.Number, section.Heading)));
        Assert.Equal([new Paragraph("4.1", "One.")], sections[1].Paragraphs);
    }

    [Theory]
    [InlineData("1. Approve £600.\n2. Note it.", "1|Approve £600.", "2|Note it.")]
    [InlineData("i. Approve:\n   a) this\n   b) that\niii. Note it.", "i|Approve:\n(a) this\n(b) that", "iii|Note it.")]
    [InlineData("1) Approve:\n- this\n\n2) Note.", "1|Approve:\n• this", "2|Note.")]
    [InlineData("Approve it.\n\nNote it.", "1|Approve it.", "2|Note it.")]
    [InlineData("g. One.\nh. Two.\ni. Three.\n   ii. of it", "g|One.", "h|Two.", "i|Three.\n(ii) of it")]
    [InlineData("2.1. Approve it.\n\n2.2 Note it.", "2.1|Approve it.", "2.2|Note it.")]
    [InlineData("Approve it\nall.", "|Approve it all.")]
    [InlineData("- Approve it.\n- Note it.", "1|Approve it.", "2|Note it.")]
    public void Recommendations_HoweverWritten_AreTheTopLevel(string markdown, params string[] expected) =>
        Assert.Equal(expected, DraftText.Recommendations(markdown).Select(one => $"{one.Number}|{one.Text}"));

    [Fact]
    public void Write_OfParagraphs_IsReadBack()
    {
        Paragraph[] paragraphs = [new("1.1", "One:\n• first\n• second"), new("1.2", "Two."), new(null, "Three."), new("4", "Four."), new("5", "Five:\n(1) one\n(2) two")];

        Assert.Equal(paragraphs, DraftText.Paragraphs(DraftText.Write(paragraphs)));
    }
}
