using System.Diagnostics;
using System.Text.RegularExpressions;
using Goldthread.BrowserTests.Site;
using Goldthread.Tests.Program;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Decisions;

/// <summary>The sample as whoever tries it runs it: the program on a port of its own, with the people whose passwords it prints.</summary>
internal sealed partial class SampleOffice : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, string> passwords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);
    private readonly TestFolder folder;
    private readonly Process program;
    private readonly Browser browser;
    private string address = "";

    private SampleOffice(TestFolder data, Process running, Browser chromium) => (folder, program, browser) = (data, running, chromium);

    /// <summary>Starts it, and waits until it is open.</summary>
    public static async Task<SampleOffice> StartAsync(Browser browser)
    {
        var data = new TestFolder();
        var office = new SampleOffice(data, TestProgram.Start("serve", "--sample", "--data", data.Path, "--urls", "http://127.0.0.1:0"), browser);
        using var tooLong = new CancellationTokenSource(Longest);
        while (office.address.Length == 0 && await office.program.StandardOutput.ReadLineAsync(tooLong.Token) is { } line)
        {
            if (Account().Match(line) is { Success: true } account)
                office.passwords[account.Groups["who"].Value] = account.Groups["password"].Value;
            else if (Open().Match(line) is { Success: true } open)
                office.address = open.Groups["address"].Value;
        }

        Assert.NotEqual("", office.address);
        return office;
    }

    /// <summary>A page of somebody of the sample, signed in by its form; of nobody where no role is named.</summary>
    public async Task<IPage> AsAsync(string role, string back = "/desk")
    {
        if (pages.TryGetValue(role, out var known))
        {
            await known.GotoAsync(back);
            return known;
        }

        var page = pages[role] = await browser.VisitAsync(address: address);
        if (role.Length > 0)
        {
            await page.GotoAsync("/sign-in?back=" + Uri.EscapeDataString(back));
            await page.GetByLabel("Email address").FillAsync($"{role}@sample.invalid");
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(passwords[role]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        }
        else
        {
            await page.GotoAsync(back);
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values)
            await page.Context.CloseAsync();
        program.Kill(true);
        await program.WaitForExitAsync();
        program.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex(@"^Sign in as (?<who>\S+)@sample\.invalid with (?<password>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"^Goldthread is open at (?<address>\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}
