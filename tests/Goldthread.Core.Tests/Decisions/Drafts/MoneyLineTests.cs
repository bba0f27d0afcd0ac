using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Money;

namespace Goldthread.Core.Tests.Decisions.Drafts;

public sealed class MoneyLineTests
{
    [Theory]
    [InlineData("2026/27", "300000", "Home Office grant", "excluded", "2026/27: £300,000 from Home Office grant (VAT excluded).")]
    [InlineData("2026-27", "£1.5m", "reserves | earmarked", "None", "2026/27: £1.5m from reserves earmarked (no VAT).")]
    [InlineData("2027/28", "12,345.67", "revenue (base)", "included", "2027/28: £12,345.67 from revenue (base) (VAT included).")]
    public void Of_WhatPeopleType_IsALineThatReadsBack(string year, string sum, string source, string vat, string sentence)
    {
        var line = MoneyLine.Of(year, sum, source, vat);

        Assert.NotNull(line);
        Assert.Equal([line], MoneyLine.Parse(line.Stored));
        Assert.Equal(line, MoneyLine.FromParagraph(line.ToString()));
        Assert.Equal(sentence.Replace("£1.5m", line.Amount.ToString(), StringComparison.Ordinal), line.ToString());
    }

    [Theory]
    [InlineData("2026/28", "300", "grant", "excluded")]
    [InlineData("2026/27", "much", "grant", "excluded")]
    [InlineData("2026/27", "0", "grant", "excluded")]
    [InlineData("2026/27", "300", " ", "excluded")]
    [InlineData("2026/27", "300", "grant", "7")]
    public void Of_WhatCannotBeRead_IsNone(string year, string sum, string source, string vat) =>
        Assert.Null(MoneyLine.Of(year, sum, source, vat));

    [Fact]
    public void Refuse_AWrongLine_NamesItsNumber()
    {
        Assert.Null(MoneyLine.Refuse("2026/27|300.00|grant|excluded\n2027/28|1.00|grant|none"));
        Assert.StartsWith("Line 2:", MoneyLine.Refuse("2026/27|300.00|grant|excluded\nnonsense"));
        Assert.Equal(new FinancialYear(2026), MoneyLine.Parse("2026/27|300.00|grant|excluded")[0].Year);
    }

    [Theory]
    [InlineData("2026/27: £300 from a grant.")]
    [InlineData("In 2026/27 we spend £300 from grant (no VAT).")]
    public void FromParagraph_AnyOtherSentence_IsNone(string text) => Assert.Null(MoneyLine.FromParagraph(text));
}
