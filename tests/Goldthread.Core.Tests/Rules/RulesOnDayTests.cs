using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

public class RulesOnDayTests
{
    [Theory]
    [InlineData("2019-12-31", "thresholds.csv", "£181,302 for services, without VAT")]
    [InlineData("2020-01-01", "thresholds.csv", "£189,330 for services, without VAT")]
    [InlineData("2025-02-24", "thresholds.csv", "Procurement Act 2023")]
    [InlineData("2016-09-30", "schemes/mopac.yaml", "of which nothing is known")]
    [InlineData("2016-10-01", "schemes/mopac.yaml", "Section 5, finalising and signing contract and grant arrangements of £499,000 or less: Chief Executive Officer")]
    [InlineData("2022-05-05", "pre-election/polling-days.csv", "London borough councils")]
    [InlineData("2019-03-08", "vat.csv", "20 %")]
    [InlineData("2019-03-08", "powers.csv", "section 143(3)")]
    [InlineData("2019-03-08", "advice.csv", "Data protection advice, where personal data is handled, with the reference of the data protection impact assessment")]
    [InlineData("2019-03-08", "splitting.csv", "within 12 months")]
    [InlineData("2019-03-08", "sections.yaml", "legal comments")]
    public void Of_Day_SaysWhatHeld(string day, string path, string words)
    {
        var lines = RulesOnDay.Of(RepositoryFiles.RuleBook, DateOnly.Parse(day)).Single(part => part.Path == path).Lines;
        Assert.Contains(lines, line => line.Says.Contains(words, StringComparison.Ordinal) && line.Source.Length > 0);
    }

    [Theory]
    [InlineData("2022-05-06", "pre-election/polling-days.csv")]
    [InlineData("2013-12-31", "thresholds.csv")]
    [InlineData("2011-01-03", "vat.csv")]
    [InlineData("2012-01-15", "powers.csv")]
    public void Of_DayWithout_SaysNothing(string day, string path) =>
        Assert.Empty(RulesOnDay.Of(RepositoryFiles.RuleBook, DateOnly.Parse(day)).Single(part => part.Path == path).Lines);

    [Fact]
    public void Of_AnyDay_HasEveryFileThatOfficersChange() =>
        Assert.Equal(
            RepositoryFiles.Rules().Keys.Where(RuleFiles.IsForOfficers).Order(StringComparer.Ordinal),
            RulesOnDay.Of(RepositoryFiles.RuleBook, new(1999, 1, 1)).Select(part => part.Path).Order(StringComparer.Ordinal));
}
