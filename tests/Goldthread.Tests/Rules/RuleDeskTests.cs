using System.Net;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Rules;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Rules;

/// <summary>The rules on the desk, as they held on a day and file by file.</summary>
public sealed class RuleDeskTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private HttpClient officer = null!;

    public async ValueTask InitializeAsync() => officer = await site.SignInAsync(Role.Officer);

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("2019-03-01", "£181,302 for services, without VAT", "paragraph 4.8, business cases")]
    [InlineData("7 March 2022", "£213,477 for services, with VAT", "The period before London borough councils")]
    [InlineData("2016-03-01", "£164,176 for services, without VAT", "of which nothing is known")]
    public async Task Rules_OfADay_AreThoseThatHeldThen(string on, string threshold, string other)
    {
        var page = await TextAsync($"/desk/rules?on={Uri.EscapeDataString(on)}");

        Assert.Contains(threshold, page, StringComparison.Ordinal);
        if (!other.StartsWith("The period", StringComparison.Ordinal))
            Assert.Contains(other, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("above £499,000 and below £500,000 belongs to nobody", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_DayThatIsNone_IsSaidAtTheField() =>
        Assert.Contains("Enter a day, such as 31/3/2027", await TextAsync("/desk/rules?on=yesterday"), StringComparison.Ordinal);

    [Fact]
    public async Task Rules_EveryFile_HasAPageWithItsText()
    {
        foreach (var (path, text) in RulesFolder.Files(RulesFolder.Default))
        {
            var page = await TextAsync($"/desk/rules/{RuleFile.SlugOf(path)}");
            Assert.Contains(text.Trim().Split('\n')[^1].Trim(), page, StringComparison.Ordinal);
            Assert.Equal(RuleFiles.IsForOfficers(path), page.Contains($"/desk/rules/{RuleFile.SlugOf(path)}/change", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/desk/rules/strands/change")]
    [InlineData("/desk/rules/layouts-decisions/change")]
    [InlineData("/desk/rules/nothing")]
    public async Task Rules_FileThatIsNotForOfficers_CannotBeChanged(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).StatusCode);

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await officer.GetStringAsync(address));
}
