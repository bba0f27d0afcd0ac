using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Texts;

public sealed class PdfColumnsTests
{
    [Fact]
    public void Extract_TwoColumnsOfText_AreReadOneAfterTheOther() =>
        Assert.Equal(
            ["Notes of a workshop", "Purpose", "To hear from shops", "about theft.", "Signs", "There are too many", "Agreed", "Two cameras", "Next steps", "Police to write"],
            Read("""
                Notes of a workshop

                                                 Agreed
                Purpose
                                                     Two cameras
                To hear from shops
                about theft.                     Next steps

                Signs                                Police to write
                     There are too many
                """));

    [Fact]
    public void Extract_TableWithWrappedCells_StaysATable()
    {
        const string Table = """
            Action                                  Lead

            Purpose of the plan to be written       Ann Lee
            again by all
            Next steps to be put in the plan        Tom Reed
                                                    and Bo Fern
            """;

        Assert.Equal(Table.Split('\n').Where(line => line.Trim().Length > 0).Select(line => line.Trim()), Read(Table));
    }

    private static IEnumerable<string> Read(string page)
    {
        var text = PdfPages.Extract(page, new ColumnHeads(words => words is "Purpose" or "Agreed" or "Next steps" or "Lead", words => words is "Discussion", words => words is "Action"));
        return text.Lines.Select(line => text.Source.Value[line.Start..line.End].Trim());
    }
}
