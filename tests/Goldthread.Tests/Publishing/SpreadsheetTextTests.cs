using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Goldthread.Publishing;

namespace Goldthread.Tests.Publishing;

/// <summary>No text becomes a formula, and no text that is none is changed.</summary>
public sealed class SpreadsheetTextTests
{
    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("GOLDTHREAD_SEED"), out var seed) ? seed : (ulong)Environment.TickCount64;

    // The signs that matter stand far more often here than in what people write.
    private static readonly Gen<string> Texts = Gen.ArrayOf(Gen.Frequency(
            (6, Gen.Elements("=", "+", "-", "@", "\t", "\r", "\n", ";", ",", "\"", "'", " ", "’", "“", "＝", "＋", "－", "＠", "\u200B", "\uFEFF", "\u00A0", "|", "%", "−")),
            (3, Gen.Elements("cmd", "SUM(A1)", "1", "42", ".", "£", "Part 2", "é", "🌍", "\u0301"))))
        .Select(string.Concat);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\tword")]
    [InlineData("  =1")]
    [InlineData("\"=1\"")]
    [InlineData("'=1")]
    [InlineData("“=1”")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM")]
    [InlineData("\u200B=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u00A0－1+2")]
    public void Safe_TextThatBeginsAFormula_HasAnApostropheBeforeIt(string text)
    {
        if (text == "+44")
        {
            Assert.Equal(text, SpreadsheetText.Safe(text)); // a number stays one
            return;
        }

        Assert.StartsWith("'", SpreadsheetText.Safe(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a\t=1", "a\t'=1")]
    [InlineData("a\r\n@x", "a\r\n'@x")]
    public void Safe_FormulaWhereACellCouldBegin_HasAnApostropheThere(string text, string safe) => Assert.Equal(safe, SpreadsheetText.Safe(text));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("-1250.50")]
    [InlineData("2022-03-07")]
    [InlineData("PCD 542")]
    [InlineData("Police-led work = better, 50% + more @ night")]
    [InlineData("£600,000")]
    [InlineData("'quoted' words")]
    public void Safe_OtherText_StaysAsItIs(string text) => Assert.Equal(text, SpreadsheetText.Safe(text));

    [Fact]
    public void Cell_NumbersAndDays_StayUsable()
    {
        Assert.Equal("-12.50", CsvLines.Cell(-12.5m));
        Assert.Equal("2022-03-07", CsvLines.Cell(new DateOnly(2022, 3, 7)));
        Assert.Equal("7", CsvLines.Cell(7));
        Assert.Equal("", CsvLines.Cell(null));
    }

    [Fact]
    public void Write_AnyTexts_ComeBackWholeAndNoneIsAFormulaWhateverPartsTheCells()
    {
        Console.WriteLine($"seed {Seed}: set GOLDTHREAD_SEED to it to run the same cases again");
        Check.One(Config.QuickThrowOnFailure.WithReplay(Seed, 1).WithMaxTest(400), Prop.ForAll(Arb.From(Gen.ArrayOf(Texts, 3)), texts =>
        {
            using var file = new StringWriter();
            new CsvLines(file).WriteAsync("a", "b", "c").GetAwaiter().GetResult();
            new CsvLines(file).WriteAsync(texts).GetAwaiter().GetResult();

            var cells = CsvText.Rows(file.ToString()) is [_, var only] ? only : [];
            Assert.Equal(texts.Select(SpreadsheetText.Safe), cells);
            foreach (var (text, cell) in texts.Zip(cells))
                Assert.Equal(WithoutApostrophes(text), WithoutApostrophes(cell));
            foreach (var separator in (char[])[',', ';', '\t'])
                foreach (var cell in CsvText.Rows(file.ToString(), separator).SelectMany(row => row))
                    Assert.False(IsFormula(cell), $"'{cell}' of '{string.Join('|', texts)}' parted by '{separator}'");
        }));
    }

    private static string WithoutApostrophes(string text) => text.Replace("'", "", StringComparison.Ordinal);

    // A plain reading of what a spreadsheet does: trim what it trims, then look at the first sign.
    private static bool IsFormula(string cell) =>
        !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
        && cell.TrimStart(' ', '\t', '\r', '\n', '\u00A0', '\u200B', '\uFEFF', '"', '“', '’') is [var first, ..]
        && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
}
