using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Blocks;

public sealed class BlockReaderTests
{
    [Theory]
    [InlineData("1.4.2 Approach taken", "1.4.2")]
    [InlineData("2.1. Timings", "2.1")]
    [InlineData("(iv) to note", "iv")]
    [InlineData("a) keep the post", "a")]
    [InlineData("- 1.1. The pilot", "1.1")]
    [InlineData("[3] The room", "3")]
    [InlineData("C2 The board has asked", "C2")]
    [InlineData("1.0  Summary", "1.0")]
    public void Read_Number_IsAsPrintedWithoutDotAndBrackets(string line, string number) =>
        Assert.Equal(number, Assert.Single(Read(line)).Number?.Printed);

    [Theory]
    [InlineData("7 March 2022")]
    [InlineData("2.5 million people came")]
    [InlineData("I confirm that it is so")]
    [InlineData("A report was made")]
    [InlineData("25 people came on the day.")]
    public void Read_FigureOrWord_IsNoNumber(string line) => Assert.Null(Assert.Single(Read(line)).Number);

    [Fact]
    public void Read_WrappedLines_AreOneParagraph()
    {
        const string Text = "The walk on the second of November went from the station to\nthe college and back again, and forty-one people came to it in\nspite of the rain. The underpass was the place that most of\nthem named.";

        Assert.Equal("The walk on the second of November went from the station to the college and back again, and forty-one people came to it in spite of the rain. The underpass was the place that most of them named.", Assert.Single(Read(Text)).Text.Text);
    }

    [Fact]
    public void Read_UnwrappedLines_AreParagraphsOfTheirOwn() => Assert.Equal(3, Read("Reference code:\nPCD 1\nDate signed:").Count);

    /// <summary>Each cell takes its memory: a text whose letters are set wide apart would take hundreds of megabytes.</summary>
    [Fact]
    public void Read_MoreCellsThanAnyTableHas_AreReadAsWordsFromThereOn()
    {
        var line = string.Join("   ", Enumerable.Repeat("a", 400)) + "\n\n";

        var blocks = Read(string.Concat(Enumerable.Repeat(line, 300)));

        Assert.InRange(blocks.Sum(block => block.Cells.Count), 100_000, 100_400);
        Assert.False(blocks[^1].IsRow);
        Assert.Equal(799, blocks[^1].Text.Length);
    }

    [Fact]
    public void Read_TableDrawnWithBars_HasRows()
    {
        var rows = Read("| What | Who |\n|---|---|\n| Ring | Ann |");

        Assert.Equal([2, 2], rows.Select(row => row.Cells.Count));
        Assert.True(rows[0].Head);
    }

    [Fact]
    public void Read_TableDrawnWithSpaces_JoinsWrappedCells()
    {
        var rows = Read("Action                   Owner        Due\nWrite to all schools     Ann Lee      4 May 2021\nabout the door\nRing                     Bo Fell      5 May 2021");

        Assert.Equal(["Action", "Write to all schools about the door", "Ring"], rows.Select(row => row.Cells[0].Text.Text));
    }

    [Fact]
    public void Read_CellOfADrawnTable_HasABlockForEachParagraphAndItem()
    {
        var rows = Read("Topic          What was said\nSigns          They are too high up for the\n               youngest to read.\nLamps and      1. Lower them\nother signs    2. Light them");

        Assert.Equal([(null, "They are too high up for the youngest to read.")], Blocks(rows[1]));
        Assert.Equal([("1", "Lower them"), ("2", "Light them")], Blocks(rows[2]));
        Assert.Equal("1. Lower them 2. Light them", rows[2].Cells[1].Text.Text);

        static IEnumerable<(string?, string)> Blocks(Block row) => row.Cells[1].Blocks.Select(block => (block.Number?.Printed, block.Text.Text));
    }

    [Fact]
    public void Read_PageNumbersAndMenus_AreLeftOut() =>
        Assert.Equal(["Hello there."], Read("Skip to main content\n\nHello there.\n\n        Page 1 of 2\n\nShare this page").Select(block => block.Text.Text));

    [Fact]
    public void Read_UnderlinedLine_IsAHeading() => Assert.Equal(1, Read("Background\n==========\n\nText.")[0].Rank);

    private static IReadOnlyList<Block> Read(string text) =>
        BlockReader.Read(PlainText.Extract(text), Support.Documents.Layouts, CancellationToken.None);
}
