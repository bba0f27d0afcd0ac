using System.Globalization;
using Goldthread.Reading.Fields;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Tests.Fields;

public sealed class FieldTests
{
    [Theory]
    [InlineData("£600k", "600000")]
    [InlineData("£4m", "4000000")]
    [InlineData("£4.2 million", "4200000")]
    [InlineData("£1,476,140.33", "1476140.33")]
    [InlineData("over £1.05bn.", "1050000000")]
    [InlineData("£499,000 or less", "499000")]
    [InlineData("£12", "12")]
    public void Money_In_ReadsTheSum(string words, string pounds) =>
        Assert.Equal(decimal.Parse(pounds, CultureInfo.InvariantCulture), Assert.Single(Money.In(Passage(words))).Pounds);

    [Theory]
    [InlineData("£000")]
    [InlineData("five pounds")]
    [InlineData("£")]
    public void Money_In_NothingToRead_IsEmpty(string words) => Assert.Empty(Money.In(Passage(words)));

    [Theory]
    [InlineData("in 2018/19 and 2019-20", "2018/19,2019/20")]
    [InlineData("FY2018/19", "2018/19")]
    [InlineData("the financial year 2018-2019", "2018/19")]
    [InlineData("throughout 19/20", "2019/20")]
    [InlineData("1999/00", "1999/00")]
    [InlineData("the Strategy 2018-21", "")]
    [InlineData("on 14/03/22", "")]
    [InlineData("from 2018-19-20", "")]
    public void FinancialYears_In_GivesThemInOneForm(string words, string years) =>
        Assert.Equal(years, string.Join(',', FinancialYears.In(Passage(words)).Select(year => year.Year)));

    [Theory]
    [InlineData("25/7/17", "2017-07-25")]
    [InlineData("Monday 7 March 2022", "2022-03-07")]
    [InlineData("7th July 2021", "2021-07-07")]
    [InlineData("26.05.2021", "2021-05-26")]
    [InlineData("2021-05-26", "2021-05-26")]
    [InlineData("March 3, 2020", "2020-03-03")]
    [InlineData("30 September 22", "2022-09-30")]
    [InlineData("the 1st of May 2019", "2019-05-01")]
    public void Dates_First_ReadsTheDayFirst(string words, string date) =>
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), Dates.First(Passage(words))!.Date);

    [Theory]
    [InlineData("31/02/2020")]
    [InlineData("section 3.4.12")]
    [InlineData("7 March")]
    [InlineData("99/99/9999")]
    public void Dates_First_NoDate_IsNull(string words) => Assert.Null(Dates.First(Passage(words)));

    [Theory]
    [InlineData("✓", true)]
    [InlineData("YES", true)]
    [InlineData("[x]", true)]
    [InlineData("No.", false)]
    [InlineData("-NO", false)]
    [InlineData("", null)]
    [InlineData("~", null)]
    [InlineData("1", null)]
    [InlineData("Yes ☐ No ☒", false)]
    [InlineData("Yes ☒ No ☐", true)]
    [InlineData("☒ Yes ☐ No", true)]
    [InlineData("☐ Yes ☒ No", false)]
    public void Answers_Of_ReadsTicksAndWords(string words, bool? expected) => Assert.Equal(expected, Answers.Of(words));

    [Theory]
    [InlineData("Cllr Jane Smith", true)]
    [InlineData("Dr Basil Ravenscar", true)]
    [InlineData("Ines Calloway-Budd", true)]
    [InlineData("Tibue hunden.", false)]
    [InlineData("Hqxtly Q~lf^", false)]
    [InlineData("Deputy Mayor", false)]
    [InlineData("Town Police", false)]
    public void People_IsName_TellsNamesFromTheRest(string words, bool expected) =>
        Assert.Equal(expected, new People(Support.Documents.Layouts).IsName(words));

    [Fact]
    public void Sentences_In_KeepsAbbreviationsWhole() =>
        Assert.Equal(["See para. 4 of No. 7.", "Then go."], Sentences.In(Passage("See para. 4 of No. 7. Then go.")).Select(sentence => sentence.Text));

    [Theory]
    [InlineData("Background/supporting papers:", "background supporting papers")]
    [InlineData("GDPR & Data Privacy", "gdpr and data privacy")]
    [InlineData("Mayor’s  Decision", "mayors decision")]
    public void Key_Of_FoldsPunctuation(string words, string key) => Assert.Equal(key, Key.Of(words));

    private static Passage Passage(string words) => Folding.Fold(new SourceText(words), 0, words.Length);
}
