using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

public class RuleGapsTests
{
    [Fact]
    public void Gaps_BetweenChiefExecutiveAndDeputyMayor_BelongsToNobody() =>
        Assert.Contains(RepositoryFiles.RuleBook.Gaps(), gap => gap.Message.Contains("above £499,000 and below £500,000 belongs to nobody", StringComparison.Ordinal));

    [Fact]
    public void Gaps_ParagraphWithTwoMeanings_IsNamed() =>
        Assert.Contains(RepositoryFiles.RuleBook.Gaps(), gap => gap.Message.Contains("Paragraph 4.8", StringComparison.Ordinal) && gap.Message.Contains("2 meanings", StringComparison.Ordinal));

    [Fact]
    public void Gaps_ThresholdsOfTheRepository_HaveNone() =>
        Assert.DoesNotContain(RepositoryFiles.RuleBook.Gaps(), gap => gap.File == "thresholds.csv");

    [Theory]
    [InlineData("2017-12-31", "2018-01-02", "No procurement threshold is known for 2018-01-01 to 2018-01-01.")]
    [InlineData("2018-01-01", "2018-01-01", "Two entries")]
    [InlineData("", "2018-01-01", "Two entries")]
    public void Gaps_DayNotCoveredOrTwice_IsNamed(string to, string from, string message)
    {
        var files = RepositoryFiles.Rules();
        files["thresholds.csv"] = $"from,to,services,light_touch,vat,regime,source\n2016-01-01,{to},1,,excluded,r,s\n{from},,2,,excluded,r,s\n";
        var gap = Assert.Single(RuleBook.Parse(files).Book!.Gaps(), gap => gap.File == "thresholds.csv");
        Assert.StartsWith(message, gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_DayWithoutARateOfVat_IsNamed()
    {
        var files = RepositoryFiles.Rules();
        files["vat.csv"] = "from,to,standard_rate,source\n2010-01-01,2011-01-02,17.5,s\n2011-01-04,,20,s\n";
        Assert.Equal("No standard rate of VAT is known for 2011-01-03 to 2011-01-03.", Assert.Single(RuleBook.Parse(files).Book!.Gaps(), gap => gap.File == "vat.csv").Message);
    }

    [Fact]
    public void Gaps_AmountHeldByTwoRoles_Overlaps()
    {
        var files = RepositoryFiles.Rules();
        files["schemes/mopac.yaml"] = files["schemes/mopac.yaml"].Replace("most: 499000", "most: 500000", StringComparison.Ordinal);
        Assert.Contains(RuleBook.Parse(files).Book!.Gaps(), gap => gap.Message.Contains("spending overlaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Gaps_AliasOfTwoOrganisations_IsNamed()
    {
        var files = RepositoryFiles.Rules();
        files["organisations.csv"] += "metropole,Metropole,company,the Met,,,,test\n";
        Assert.Contains(RuleBook.Parse(files).Book!.Gaps(), gap => gap.Message.Contains("“the met” is a name of mps and of metropole", StringComparison.Ordinal));
    }

    [Fact]
    public void Code_HoldsNoFigureOfTheRules()
    {
        var book = RepositoryFiles.RuleBook;
        var limits = book.Schemes.SelectMany(scheme => scheme.Versions).SelectMany(version => version.Provisions).SelectMany(provision => new[] { provision.Least, provision.Most }).OfType<decimal>();
        var figures = book.Thresholds.SelectMany(threshold => threshold.Figures).Concat(limits).Distinct().Select(figure => $"{figure:0}").ToList();
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));
        var found = from file in files
                    let code = CodeAlone(File.ReadAllText(file))
                    from figure in figures
                    where code.Contains(figure, StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)} holds {figure}";
        Assert.Empty(found);
    }

    // Examples in comments may name a figure; digits may be written with separators.
    private static string CodeAlone(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))).Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
}
