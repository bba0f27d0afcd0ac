using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

/// <summary>One entry of a rules file changed by itself.</summary>
public sealed class RuleEntryTests
{
    private const string File = "vat.csv";

    private const string Text =
        """
        # The rate.
        # In per cent.
        from,to,standard_rate,source
        2008-12-01,2009-12-31,15,"an order, of 2008"
        # and since
        2011-01-04,,20,an Act

        """;

    [Fact]
    public void Of_EachLineWithAnEntry_HasItsCells()
    {
        Assert.Equal(["2008-12-01", "2009-12-31", "15", "an order, of 2008"], RuleEntry.Of(File, Text, 4)!.Cells);
        Assert.Equal("20", RuleEntry.Of(File, Text, 6)!["standard_rate"]);
        Assert.True(RuleEntry.Of(File, Text, 6)!.HasDays);
        Assert.Equal(["The rate.", "In per cent."], RuleEntry.NotesOf(Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(99)]
    public void Of_LineWithoutAnEntry_IsNone(int line) => Assert.Null(RuleEntry.Of(File, Text, line));

    [Theory]
    [InlineData("sections.yaml")]
    [InlineData("schemes/mopac.yaml")]
    public void Of_FileWhoseEntriesTakeSeveralLines_IsNone(string path) => Assert.Null(RuleEntry.Of(path, RepositoryFiles.Rules()[path], null));

    [Fact]
    public void PutInto_EntryThatIsThere_ChangesItsLineAlone()
    {
        var entry = RuleEntry.Of(File, Text, 4)!;

        var (text, line) = (entry with { Cells = [.. entry.Cells.Take(3), "said \"15\", once"] }).PutInto(Text);

        Assert.Equal(4, line);
        Assert.Equal(Text.Replace("\"an order, of 2008\"", "\"said \"\"15\"\", once\"", StringComparison.Ordinal), text);
        Assert.Equal("said \"15\", once", RuleEntry.Of(File, text, 4)!["source"]);
    }

    [Fact]
    public void PutInto_NewEntry_StandsAtTheEnd()
    {
        var (text, line) = (RuleEntry.Of(File, Text, null)! with { Cells = ["2030-01-01", "", "21", "#1"] }).PutInto(Text);

        Assert.Equal(Text + "2030-01-01,,21,\"#1\"\n", text);
        Assert.Equal("#1", RuleEntry.Of(File, text, line)!["source"]);
    }

    [Fact]
    public void Follow_FromADay_EndsWhatStoodTheDayBefore()
    {
        var was = RuleEntry.Of(File, Text, 6)!;

        var (text, line) = (was with { Cells = ["2030-01-01", "", "21", "another Act"] }).Follow(Text, was, new(2030, 1, 1));

        Assert.Equal(Text.Replace("2011-01-04,,20,an Act\n", "2011-01-04,2029-12-31,20,an Act\n2030-01-01,,21,another Act\n", StringComparison.Ordinal), text);
        Assert.Equal("21", RuleEntry.Of(File, text, line)!["standard_rate"]);
    }

    [Fact]
    public void PutInto_EveryEntryOfEveryFile_LeavesWhatItSays()
    {
        foreach (var (path, text) in RepositoryFiles.Rules().Where(file => file.Key.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var table = RuleTable.Of(path, text)!;
            foreach (var (row, line) in table.Rows.Zip(table.Lines))
            {
                var (put, _) = RuleEntry.Of(path, text, line)!.PutInto(text);
                Assert.Equal(table.Rows, RuleTable.Of(path, put)!.Rows);
                Assert.Equal(row, RuleEntry.Of(path, put, line)!.Cells);
            }
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    [InlineData(14, 2)]
    public void CellOf_ColumnOfTheFile_IsTheCellThere(int column, int cell) =>
        Assert.Equal(cell, RuleEntry.CellOf(Text, new(File, 6, column, "")));
}
