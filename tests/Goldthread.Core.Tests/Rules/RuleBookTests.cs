using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

public class RuleBookTests
{
    private const string Thresholds = "thresholds.csv";
    private const string Header = "from,to,services,light_touch,vat,regime,source";
    private const string Scheme = "schemes/mopac.yaml";

    private static RuleBook Book => RepositoryFiles.RuleBook;

    [Fact]
    public void Parse_RepositoryRules_HasNoErrors() => Assert.Empty(RuleBook.Parse(RepositoryFiles.Rules()).Errors);

    [Theory]
    [InlineData("2018-13-01,,1,,excluded,r,s", 1, "is not a date")]
    [InlineData("2018-01-01,2017-01-01,1,,excluded,r,s", 12, "before it begins")]
    [InlineData("2018-01-01,,\"1,000\",,excluded,r,s", 13, "not a sum in pounds")]
    [InlineData("2018-01-01,,,,excluded,r,s", 13, "is empty")]
    [InlineData("2018-01-01,,1,,maybe,r,s", 16, "Write one of: excluded, included")]
    [InlineData("2018-01-01,,1,,excluded,r", 1, "6 cells where the first line has 7")]
    [InlineData("2018-01-01,,1,,excluded,r,\"s", 27, "double quote is opened")]
    public void Parse_WrongCell_NamesFileLineAndColumn(string row, int column, string message)
    {
        var error = Assert.Single(Parse(Thresholds, $"# a comment\n{Header}\n\n{row}\n").Errors);
        Assert.Equal((Thresholds, 4, column), (error.File, error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("powers.csv", "statute,provision,allows,acts,from,to,source", "An Act,s.1,it,grant|gift,,,s", 15, "“gift” is not known here")]
    [InlineData("powers.csv", "statute,provision,allows,acts,from,to,source", "An Act,s.1,it,,,,s", 15, "“acts” is empty")]
    [InlineData("powers.csv", "statute,provision,allows,acts,from,to,source", "An Act,,it,grant,,,s", 8, "“provision” is empty")]
    [InlineData("advice.csv", "advice,when,needs,from,to,source", "tax,always,,,,s", 1, "Write one of: legal, finance, equality, data protection, commercial")]
    [InlineData("advice.csv", "advice,when,needs,from,to,source", "legal,never,,,,s", 7, "Write one of: always, money, contract, personal data")]
    [InlineData("vat.csv", "from,to,standard_rate,source", "2011-01-04,,120,s", 13, "not a rate in per cent")]
    [InlineData("splitting.csv", "tie,months,from,to,source", "supplier,a year,,,s", 10, "not a whole number")]
    [InlineData("splitting.csv", "tie,months,from,to,source", "postcode,12,,,s", 1, "Write one of: supplier, commitment and category")]
    public void Parse_WrongCellOfAnAuthorityFile_NamesFileLineAndColumn(string file, string header, string row, int column, string message)
    {
        var error = Assert.Single(Parse(file, $"# a comment\n{header}\n{row}\n").Errors);
        Assert.Equal((file, 3, column), (error.File, error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("powers.csv")]
    [InlineData("advice.csv")]
    [InlineData("vat.csv")]
    [InlineData("splitting.csv")]
    public void Parse_AuthorityFileMissing_SaysSo(string file)
    {
        var files = RepositoryFiles.Rules();
        files.Remove(file);
        Assert.Equal(file, Assert.Single(RuleBook.Parse(files).Errors).File);
    }

    [Fact]
    public void Parse_WrongHeader_NamesTheColumns()
    {
        var errors = Parse(Thresholds, "from,to,service,light_touch,vat,regime,source\n").Errors;
        Assert.Equal(["There is no column “service”.", "The column “services” is missing"], errors.OrderByDescending(error => error.Column).Select(error => error.Message.Split(". ")[0].Split(" from")[0]).Select((text, i) => i == 0 ? text + "." : text));
        Assert.Contains(errors, error => error.Column == 9);
    }

    [Fact]
    public void Parse_FileMissing_SaysSo()
    {
        var files = RepositoryFiles.Rules();
        files.Remove("boroughs.csv");
        var outcome = RuleBook.Parse(files);
        Assert.Null(outcome.Book);
        Assert.Equal("boroughs.csv", Assert.Single(outcome.Errors).File);
    }

    [Fact]
    public void Parse_EmptyFile_SaysHowItBegins() =>
        Assert.Contains(Header, Assert.Single(Parse(Thresholds, "").Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_CodeTwice_IsAnError()
    {
        var error = Assert.Single(Parse("diagnostics.csv", "code,severity,step,title\nGT1001,error,draft,one\nGT1001,error,draft,two\n").Errors);
        Assert.Equal((3, 1), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("role: deputy-mayor\n        acts: [delegation]", "role: nobody\n        acts: [delegation]", "is not known here")]
    [InlineData("most: 499000", "most: 499k", "not a sum in pounds")]
    [InlineData("from: 2016-10-01", "from: October 2016", "is not a date")]
    [InlineData("body: mopac\n", "", "“body” is missing")]
    [InlineData("roles:\n", "roles: [\n", "cannot be read as YAML")]
    public void Parse_WrongScheme_NamesThePlace(string right, string wrong, string message)
    {
        var text = RepositoryFiles.Rules()[Scheme];
        Assert.Contains(right, text, StringComparison.Ordinal);
        var errors = Parse(Scheme, text.Replace(right, wrong, StringComparison.Ordinal)).Errors;
        Assert.Contains(errors, error => error.File == Scheme && error.Line > 0 && error.Column > 0 && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2017-12-31", 164_176, false)]
    [InlineData("2018-01-01", 181_302, false)]
    [InlineData("2019-12-31", 181_302, false)]
    [InlineData("2020-01-01", 189_330, false)]
    [InlineData("2021-12-31", 189_330, false)]
    [InlineData("2022-01-01", 213_477, true)]
    public void ThresholdOn_EdgeOfAPeriod_IsThatPeriods(string day, int services, bool includesVat)
    {
        var threshold = Book.ThresholdOn(DateOnly.Parse(day));
        Assert.Equal((services, includesVat), ((int)threshold!.Services, threshold.IncludesVat));
    }

    [Fact]
    public void ThresholdOn_BeforeTheFirst_IsNull() => Assert.Null(Book.ThresholdOn(new(2013, 12, 31)));

    [Theory]
    [InlineData("2024-03-18", 0)]
    [InlineData("2024-03-19", 1)]
    [InlineData("2024-05-02", 1)]
    [InlineData("2024-05-03", 0)]
    public void PreElectionOn_EdgeOfAPeriod_CountsBothEnds(string day, int elections) =>
        Assert.Equal(elections, Book.PreElectionOn(DateOnly.Parse(day)).Count);

    [Theory]
    [InlineData("PCD 542", true)]
    [InlineData("pcd542", true)]
    [InlineData("DMPCD 2014 23", true)]
    [InlineData("OPCC/2019/017", false)]
    [InlineData("2021-034", false)]
    [InlineData(null, false)]
    public void SchemeOf_Reference_GoesByItsFirstLetters(string? reference, bool known) =>
        Assert.Equal(known, Book.SchemeOf(reference) is not null);

    [Theory]
    [InlineData("2016-09-30", "revision approved in 2015")]
    [InlineData("2016-10-01", "October 2016")]
    [InlineData(null, "October 2016")]
    public void VersionOn_Day_IsTheVersionInForce(string? day, string version) =>
        Assert.Equal(version, Book.SchemeOf("PCD 1")!.VersionOn(day is null ? null : DateOnly.Parse(day))!.Name);

    [Theory]
    [InlineData("Sophie Example, Deputy Mayor, Policing and Crime", "deputy-mayor")]
    [InlineData("Deputy Mayor for Policing and Crime", "deputy-mayor")]
    [InlineData("Mayor", "mayor")]
    [InlineData("Chief Executive Officer", "chief-executive")]
    [InlineData("Deputy Chief Executive", "officer")]
    [InlineData("Head of the Mayor's Office", "officer")]
    [InlineData("Trustee", null)]
    public void RoleOf_Printed_LongestNameWins(string printed, string? role) =>
        Assert.Equal(role, Book.SchemeOf("PCD 1")!.RoleOf(printed)?.Role);

    [Theory]
    [InlineData("the met", "mps")]
    [InlineData("EVAW", "evaw")]
    [InlineData("LB Kensington & Chelsea", "kensington-and-chelsea")]
    [InlineData("Women and Girls Network", "women-and-girls-network")]
    [InlineData("Nobody Known", null)]
    public void Organisation_NameOrAlias_IsFound(string name, string? reference) =>
        Assert.Equal(reference, Book.Organisation(name)?.Reference);

    [Fact]
    public void Organisations_EveryAttendeeAndConsultee_IsKnown()
    {
        string[] named =
        [
            "Hestia", "FLEX", "ECPAT", "MPS", "Shiva", "MOPAC", "London Councils", "Human Trafficking Foundation", "National Crime Agency", "Focus on Labour Exploitation",
            "EVAW", "GLA", "NHS", "London Heads of Community Safety", "HMCTS", "HMPPS", "CPS", "WRC", "Imkaan", "VRU", "Housing Directors Network",
"Nia", "Galop", "Pecan", "Afruca", "Respect", "Respond", "LB Brent", "LB Bexley", "LB Harrow", "LB Newham", "Forward UK", "LB Croydon",
            "LB Hackney", "LB Lambeth", "Safe Lives", "Clean Break", "Drink Aware", "Home Office", "LB Havering", "LB Lewisham", "LB Islington",
            "LB Redbridge", "LB Southwark", "Safer London", "Haven Network", "Migdal Emunah", "LB Westminster", "Stay Safe East", "Victim Support",
            "Working Chance", "Advance Charity", "Ashiana Network", "Paladin Service", "Women in Prison", "London Probation", "Housing for Women",
            "LB Waltham Forest", "Solace Womens Aid", "Standing Together", "Women at the Well", "Beyond the Streets", "Commonweal Housing",
            "Jewish Women's Aid", "Suzy Lampugh Trust", "The Survivor Trust", "Ministry of Justice", "Prison Reform Trust", "Hibiscus Initiatives",
            "Transport for London", "LB Barking & Dagenham", "White Ribbon Campaign", "Southall Black Sisters", "LB Kensington & Chelsea",
            "National Health Service", "Women and Girls Network", "Crown Prosecution Service", "Metropolitan Police Service",
            "HM Courts and Tribunals Service", "St George's University of London", "End Violence Against Women Coalition",
            "Domestic Violence Intervention Project", "London Community Rehabilitation Company", "Iranian and Kurdish Women's Rights Organisation",
        ];
        Assert.DoesNotContain(named, name => Book.Organisation(name) is null);
    }

    [Fact]
    public void Boroughs_Codes_AreThirtyThreeAndEachOnce() => Assert.Equal(33, Book.Boroughs.Select(borough => borough.Code).Distinct().Count());

    private static RuleBookOutcome Parse(string file, string text)
    {
        var files = RepositoryFiles.Rules();
        files[file] = text;
        return RuleBook.Parse(files);
    }
}
