using System.Net;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Decisions;
using Goldthread.Rules;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Rules;

/// <summary>Rules changed by officers: tried on past decisions, and saved as records that are in use at once.</summary>
public sealed class RuleChangesTests : IAsyncLifetime
{
    private const string Thresholds = "/desk/rules/thresholds/change";
    private readonly TestSite site = new();
    private TestBrowser officer = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        officer = new TestBrowser(site);
        using var signedIn = await site.SignInAsync(Role.Officer);
        officer.Key = signedIn.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2)[1];
    }

    public async ValueTask DisposeAsync()
    {
        officer.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Try_ThresholdOfAPastYear_NamesTheDecisionThatComesOutDifferently()
    {
        await site.SaveAsync("PCD 9080", "Advocates", decision => decision with
        {
            DateSigned = new DateOnly(2019, 3, 8),
            Recommendations = [new("1", "Approve a contract for £200,000 excluding VAT.")],
            DecisionMaker = new(null, "Deputy Mayor for Policing and Crime"),
        });
        var text = (await FileAsync()).Replace(",181302,615278,", ",201302,615278,", StringComparison.Ordinal);

        var page = await PostAsync(Thresholds, "Try", text, "A test");

        Assert.Contains("this one would now come out differently", page, StringComparison.Ordinal);
        Assert.Contains("PCD 9080", page, StringComparison.Ordinal);
        Assert.Contains("Procurement route: Not known before, Below the threshold of the Public Contracts Regulations 2015 now", page, StringComparison.Ordinal);
        Assert.Contains("Save the change", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/desk/rules/thresholds/change\"", page, StringComparison.Ordinal); // else it would be tried again, not saved
        Assert.Null(await RecordAsync("thresholds"));
    }

    [Fact]
    public async Task Try_TextWithAnError_NamesItsPlaceAndCannotBeSaved()
    {
        var text = await FileAsync() + "2028-01-01,,much,,included,r,s\n";

        var page = await PostAsync(Thresholds, "Try", text, "A test");
        var saved = await PostAsync(Thresholds, null, text, "A test", tried: RuleInUse.Mark(text));

        Assert.Matches("Line [0-9]+, column 13: “much” is not a sum in pounds", page);
        Assert.DoesNotContain("Save the change", page, StringComparison.Ordinal);
        Assert.Contains("is not a sum in pounds", saved, StringComparison.Ordinal);
        Assert.Null(await RecordAsync("thresholds"));
    }

    [Fact]
    public async Task Save_AsItWasTried_IsARecordThatIsInUseEverywhere()
    {
        var text = await FileAsync() + "2028-01-01,,1234567,7654321,included,Illustrative Act,a test\n";
        var drafts = site.Services.GetRequiredService<DraftReviews>();
        var before = await drafts.RulesAsync(default);

        await PostAsync(Thresholds, null, text, "The figures of 2028 are out.", tried: Mark(text));

        var record = (await RecordAsync("thresholds"))!;
        Assert.Equal("thresholds.csv", record.Head.Reference);
        Assert.Equal("The figures of 2028 are out.", Assert.Single(record.History).Reason);
        Assert.Contains("£1,234,567 for services", await TextAsync("/desk/rules?on=2028-06-01"), StringComparison.Ordinal);
        Assert.Equal(1_234_567, (await site.Services.GetRequiredService<CurrentRules>().GetAsync(default)).Rules!.Book.ThresholdOn(new(2028, 6, 1))!.Services);
        Assert.NotEqual(1_234_567, before.ThresholdOn(new(2028, 6, 1))?.Services);
        Assert.Equal(1_234_567, (await drafts.RulesAsync(default)).ThresholdOn(new(2028, 6, 1))!.Services);
        Assert.Equal(1_234_567, (await RulesFolder.LoadAsync(site.Database, default)).Rules!.Book.ThresholdOn(new(2028, 6, 1))!.Services);
        var forAll = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/rules/thresholds"));
        Assert.Contains("Illustrative Act", forAll, StringComparison.Ordinal);
        Assert.Contains("Sample office", forAll, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample officer", forAll, StringComparison.Ordinal);
        Assert.Contains("Illustrative Act", await site.Client.GetStringAsync("/rules/thresholds.json"), StringComparison.Ordinal);
        Assert.Contains("/rules/thresholds", await site.Client.GetStringAsync("/rules"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AnotherTextThanWasTried_IsShownWhatItWouldDoFirst()
    {
        var text = await FileAsync();

        var page = await PostAsync(Thresholds, null, text + "# another line\n", "A test", tried: Mark(text));

        Assert.Contains("The text is another one than was tried", page, StringComparison.Ordinal);
        Assert.Contains("What it would do", page, StringComparison.Ordinal);
        Assert.Null(await RecordAsync("thresholds"));
    }

    [Fact]
    public async Task Save_WithoutAReason_IsAskedForIt()
    {
        var text = await FileAsync();
        Assert.Contains("Say why the rule is changed", await PostAsync(Thresholds, null, text, "", tried: Mark(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterSomebodyElse_OverwritesNothing()
    {
        var (first, second) = (await FileAsync() + "# firefly\n", await FileAsync() + "# moth\n");
        await PostAsync(Thresholds, null, first, "First", tried: Mark(first));

        var page = await PostAsync(Thresholds, null, second, "Second", tried: Mark(second), revision: 0);
        var again = await PostAsync(Thresholds, null, second, "Second", tried: Mark(second), revision: 1);

        Assert.Contains("Somebody else has changed this rule meanwhile", page, StringComparison.Ordinal);
        Assert.Contains("# moth", page, StringComparison.Ordinal);
        Assert.Empty(again);
        Assert.Equal(2, (await RecordAsync("thresholds"))!.History.Count);
        Assert.Contains("firefly", WebUtility.HtmlDecode(await site.Client.GetStringAsync("/rules/thresholds/revisions")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AnotherGroundForConfidence_IsOfferedAtOnce()
    {
        var own = RulesFolder.Files(RulesFolder.Default)["exemptions.csv"].TrimEnd();
        await site.SaveAsync(RecordKinds.Rule, "exemptions.csv", RuleFile.Of("exemptions.csv", own + "\nillustrative-1,Illustrative Act,section 1,Harm to a lighthouse,qualified,Show the harm.,2020-01-01,,a test\n", ""));

        Assert.Contains((await Goldthread.Decisions.Part2.Exemptions.NowAsync(site.Services, default)).On(new(2026, 1, 1)), law => law.Label == "Illustrative Act");
        Assert.Contains("Harm to a lighthouse", await TextAsync("/desk/rules?on=2026-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ChangedFromAnotherThanTheFoldersOwn_SaysThatTheProgramBringsAnother()
    {
        var file = RuleFile.Of("vat.csv", "from,to,standard_rate,source\n2011-01-04,,20,a test\n", new string('0', 64));
        await site.SaveAsync(RecordKinds.Rule, "vat.csv", file);

        Assert.Contains("another one than the one this was changed from", await TextAsync("/desk/rules/vat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CurrentRules_ChangedFileThatCannotBeUsed_SaysWhereToMendIt()
    {
        await site.SaveAsync(RecordKinds.Rule, "vat.csv", RuleFile.Of("vat.csv", "nonsense", ""));

        var (rules, problem) = await site.Services.GetRequiredService<CurrentRules>().GetAsync(default);

        Assert.Null(rules);
        Assert.Contains("/desk/rules", problem, StringComparison.Ordinal);
        Assert.Contains("The rules cannot be used.", await TextAsync("/desk/rules"), StringComparison.Ordinal);
        await site.SaveAsync(RecordKinds.Rule, "vat.csv", RuleFile.Of("vat.csv", RulesFolder.Files(RulesFolder.Default)["vat.csv"], ""));
        Assert.NotNull((await site.Services.GetRequiredService<CurrentRules>().GetAsync(default)).Rules);
    }

    [Fact]
    public async Task Entry_FromADay_IsTriedAndSavedBesideWhatEndsTheDayBefore()
    {
        var (line, was) = await LastAsync();
        var cells = Cells("1/1/2028", "", "1234567", "7654321", "included", "Illustrative Act", "a test");

        var tried = await PostEntryAsync("Try", line, [.. cells, ("because", "later")]);
        var saved = await PostEntryAsync(null, line, [.. cells, ("because", "later"), ("why", "The figures of 2028 are out."), ("tried", TriedOf(tried))]);

        Assert.Contains("What it would do", tried, StringComparison.Ordinal);
        Assert.Empty(saved);
        var text = ((RuleFile)(await RecordAsync("thresholds"))!.Content).Text;
        Assert.Contains(was + "\n2028-01-01,,1234567,7654321,included,Illustrative Act,a test\n", text, StringComparison.Ordinal);
        Assert.Contains($"/desk/rules/thresholds/entry?line={line + 1}", await TextAsync("/desk/rules/thresholds"), StringComparison.Ordinal);
        Assert.Contains("value=\"1234567\"", await TextAsync($"/desk/rules/thresholds/entry?line={line + 1}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_WithAnError_SaysItAtItsField()
    {
        var page = await PostEntryAsync("Try", null, Cells("2028-01-01", "", "much", "", "included", "Illustrative Act", "a test"));

        Assert.Matches("id=\"cells\\[2\\]-error\"><span class=\"govuk-visually-hidden\">Error: </span>“much” is not a sum in pounds", page);
        Assert.DoesNotContain("Save the change", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Illustrative Act\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2028-01-01", "Choose what has happened")]
    [InlineData("later", "", "Enter the first day on which it is another one")]
    [InlineData("later", null, "Enter the first day of the other one")]
    public async Task Entry_ThatIsThere_AsksWhatHasHappenedAndSinceWhen(string because, string? from, string says)
    {
        var (line, was) = await LastAsync();
        from ??= was.Split(',')[0];
        Assert.Contains(says, await PostEntryAsync("Try", line, [.. Cells(from, "", "1", "2", "included", "r", "s"), ("because", because)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_AnotherThanWasTried_IsShownWhatItWouldDoFirst()
    {
        var tried = TriedOf(await PostEntryAsync("Try", null, Cells("2028-01-01", "", "1", "2", "included", "r", "s")));

        var page = await PostEntryAsync(null, null, [.. Cells("2028-01-01", "", "3", "4", "included", "r", "s"), ("why", "w"), ("tried", tried)]);

        Assert.Contains("The entry is another one than was tried", page, StringComparison.Ordinal);
        Assert.Null(await RecordAsync("thresholds"));
    }

    [Theory]
    [InlineData("/desk/rules/thresholds/entry?line=1")]
    [InlineData("/desk/rules/sections/entry")]
    [InlineData("/desk/rules/strands/entry")]
    public async Task Entry_WhereNoneIs_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Client.GetAsync(address)).StatusCode);

    // The last entry of the thresholds, and its line.
    private static async Task<(int Line, string Text)> LastAsync()
    {
        var lines = (await FileAsync()).TrimEnd().Split('\n');
        return (lines.Length, lines[^1]);
    }

    private static (string, string)[] Cells(params string[] cells) => [.. cells.Select((cell, at) => ($"cells[{at}]", cell))];

    private static string TriedOf(string page) => page.Split("name=\"tried\" value=\"")[1][..64];

    private async Task<string> PostEntryAsync(string? handler, int? line, (string, string)[] fields)
    {
        const string Entry = "/desk/rules/thresholds/entry";
        using var answer = await officer.SendAsync(line is null ? Entry : $"{Entry}?line={line}", [("line", $"{line}"), ("revision", "0"), .. fields], handler is null ? Entry : $"{Entry}?handler={handler}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK ? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) : "";
    }

    private static string Mark(string text) => RuleInUse.Mark(RuleFile.Of("thresholds.csv", text, "").Text);

    private static Task<string> FileAsync() => Task.FromResult(RulesFolder.Files(RulesFolder.Default)["thresholds.csv"]);

    private async Task<FoundRecord?> RecordAsync(string slug) =>
        (await site.Database.For(Reader.Staff).FindAsync(RecordKind.CommonBody, "rule", slug))?.Record;

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await officer.Client.GetStringAsync(address));

    // The page that answers; empty where it led on.
    private async Task<string> PostAsync(string address, string? handler, string text, string why, string? tried = null, int revision = 0)
    {
        using var answer = await officer.SendAsync(address, [("text", text), ("why", why), ("tried", tried ?? ""), ("revision", $"{revision}")], handler is null ? null : $"{address}?handler={handler}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK ? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) : "";
    }
}
