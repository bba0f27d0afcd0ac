using Goldthread.Reading.Texts;
using Goldthread.Reading.Texts.Hidden;

namespace Goldthread.Reading.Tests.Texts;

/// <summary>What the boxes of words on a PDF's page say that its text does not.</summary>
public sealed class PdfLayoutTests
{
    private const double Space = 3;

    private static readonly ColumnHeads Heads = new(words => words is "Present" or "Next steps", words => words is "Discussion", words => words is "Action");

    [Fact]
    public void Widen_CellThatFillsItsColumn_IsSetApartFromTheNext()
    {
        const string Text = "Title        Loan of an engine\nReference no LF/12\nMaker        Ann Lee";

        var widened = PdfTables.Widen(Text, [[.. Line("Title", 0, "Loan of an engine", 100), .. Line("Reference no", 0, "LF/12", 100, 20), .. Line("Maker", 0, "Ann Lee", 100, 40)]]);

        Assert.Equal("Title        Loan of an engine\nReference no   LF/12\nMaker        Ann Lee", widened);
    }

    [Fact]
    public void Widen_JustifiedLine_StaysAsItIs()
    {
        const string Text = "These words are spread over the line";

        Assert.Equal(Text, PdfTables.Widen(Text, [[.. Words(Text, 0, 0, space: 9)]]));
    }

    [Fact]
    public void Of_LargeLineWithoutRoomForTheNextWord_IsBroken()
    {
        List<PdfWord> page = [.. Words("Quay and Moor Community Safety", 0, 0, height: 20), .. Words("Partnership: minutes", 0, 22, height: 20), .. Enumerable.Range(0, 6).SelectMany(line => Words("Members heard how the winter had been", 0, 50 + (line * 12)))];

        var ends = PdfLineEnds.Of([page]);

        Assert.True(ends.IsBroken("Quay and Moor Community Safety"));
        Assert.False(ends.IsBroken("Partnership: minutes"));
    }

    [Fact]
    public void Of_SentenceThatLeavesRoomForTheNextWord_Ends()
    {
        List<PdfWord> page = [.. Enumerable.Range(0, 5).SelectMany(line => Words("Members heard at some length how the winter had been", 0, line * 12)), .. Words("for all who keep the doors of it.", 0, 60), .. Words("They asked for more.", 0, 72)];

        var ends = PdfLineEnds.Of([page]);

        Assert.True(ends.IsEnd("for all who keep the doors of it."));
        Assert.False(ends.IsEnd("Members heard at some length how the winter had been"));
    }

    [Fact]
    public void Extract_ColumnOfActions_StandsAsideBehindItsItem()
    {
        var read = PdfPages.Extract(
            """
                  Discussion                                 Action
            1     Welcome
                  All were welcomed by the chair.

            2     Doors                                      Ann Lee to mend the
                  Two doors would not close, and the         doors by May
                  wind came in.
            """, Heads);

        Assert.Equal(
            ["1     Welcome", "All were welcomed by the chair.", "2     Doors", "Two doors would not close, and the", "wind came in.", "+Ann Lee to mend the", "+doors by May"],
            read.Lines.Select(line => (line.IsAside ? "+" : "") + read.Source.Value[line.Start..line.End]));
    }

    [Fact]
    public void Extract_NumbersWhoseTabWasLost_StandApartFromTheirWords() =>
        Assert.Equal("1.1 Doors were mended.\n1.2 Lamps were lit.", PdfPages.Extract("1.1Doors were mended.\n1.2Lamps were lit.", Heads).Source.Value);

    [Fact]
    public void Extract_LastLineThatCountsThePages_IsLeftOut()
    {
        var body = string.Join('\n', Enumerable.Range(1, 9).Select(line => $"Line {line} of the notes."));

        var read = PdfPages.Extract(body + "\n\n\n        Workshop notes Page 1 of 1\n", Heads);

        Assert.DoesNotContain(read.Lines, line => read.Source.Value[line.Start..line.End].Contains("Page", StringComparison.Ordinal));
    }

    private static IEnumerable<PdfWord> Line(string left, double at, string right, double then, double top = 0) => [.. Words(left, at, top), .. Words(right, then, top)];

    /// <summary>Words in letters five points wide.</summary>
    private static IEnumerable<PdfWord> Words(string text, double left, double top, double height = 10, double space = Space)
    {
        foreach (var word in text.Split(' '))
        {
            var width = word.Length * height / 2;
            yield return new PdfWord(word, left, top, left + width, top + height);
            left += width + space;
        }
    }
}
