using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>Debian's chromium and a site for it to visit; one of each for all browser tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>The site.</summary>
    public TestSite Site { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        if (File.Exists(Chromium))
        {
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A page of a fresh visitor; of somebody who is signed in where the key of her session is given, on another site where its address is.</summary>
    public async Task<IPage> VisitAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, string? session = null, string? address = null)
    {
        Assert.SkipWhen(chromium is null, "Chromium is not installed: apt-get install chromium");
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address ?? Site.Address,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        if (session is not null)
            await context.AddCookiesAsync([new() { Name = "goldthread", Value = session, Url = Site.Address }]);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody who holds a role, for an organisation where it is given, on a site of the test's own.</summary>
    public async Task<IPage> AsAsync(TestSite site, Role role, string? organisation) => await VisitAsync(
        session: await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(role, organisation), "code", "A test"), address: site.Address);
}

/// <summary>Shares the browser and its site among the tests.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
