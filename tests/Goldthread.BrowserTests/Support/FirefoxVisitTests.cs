using System.Text;
using Goldthread.BrowserTests.Site;
using Goldthread.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Goldthread.BrowserTests.Support;

/// <summary>A visit to the pages for survivors in Firefox, and what is left of it in its whole profile.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FirefoxVisitTests(HelpSite help) : IClassFixture<HelpSite>
{
    private const string Shift = "\uE008";

    [Fact]
    public async Task Visit_OfTheWholeWay_LeavesOneLineInTheHistoryAndNothingElse()
    {
        Assert.SkipWhen(!File.Exists(Firefox.Program), "Firefox is not installed: apt-get install firefox-esr");
        var profile = Directory.CreateTempSubdirectory("goldthread-firefox-").FullName;
        try
        {
            await using (var firefox = await Firefox.StartAsync(profile))
            {
                await firefox.GoAsync(help.Site.Address + "/about");
                await firefox.GoAsync(help.Site.Address + "/support");
                await firefox.AskAsync("[...document.querySelectorAll('option')].find(one => one.text == 'Enfield').selected = true");
                await firefox.AskAsync("[...document.querySelectorAll('label')].find(one => one.textContent.includes('A safe place to stay')).click()");
                await firefox.AskAsync("document.querySelector('.hp-button').click()");
                await firefox.UntilAsync("document.querySelector('.hp-door')");
                await firefox.AskAsync("document.querySelector('[value=pl]').click()");
                await firefox.UntilAsync("document.documentElement.lang == 'pl' && document.querySelector('.hp-said')");

                Assert.Equal("/support", await firefox.AskAsync("location.pathname + location.search + location.hash"));
                Assert.Equal("0", await firefox.AskAsync("document.cookie.length + localStorage.length + sessionStorage.length"));

                foreach (var _ in (int[])[1, 2, 3])
                    await firefox.PressAsync(Shift);
                await firefox.UntilAsync("!document.querySelector('.hp')");
            }

            Assert.Equal([help.Site.Address + "/support"], await HistoryAsync(profile));
            var files = Directory.EnumerateFiles(profile, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file) is { LinkTarget: null, Length: > 0 }).ToList();
            Assert.Contains(files, file => file.EndsWith("places.sqlite", StringComparison.Ordinal));
            foreach (var file in files)
                AssertNothingOfIt(file, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    [Theory]
    [InlineData("UGhlbGxv", "hello")]
    [InlineData("EmEBAFBhYWFhYQ==", "aaaaaaaaaaaa")]
    public void Read_ABlock_IsAsTheFormatHasIt(string block, string text)
    {
        var bytes = Convert.FromBase64String(block);
        byte[] file = [.. "mozLz40\0"u8, .. BitConverter.GetBytes(text.Length), .. bytes];

        Assert.True(MozLz4.Is(file));
        Assert.Equal(text, Encoding.UTF8.GetString(MozLz4.Read(file)));
    }

    private static async Task<List<string>> HistoryAsync(string profile)
    {
        await using var history = new SqliteConnection($"Data Source={Path.Combine(profile, "places.sqlite")};Pooling=False");
        await history.OpenAsync(TestContext.Current.CancellationToken);
        await using var ask = history.CreateCommand();
        ask.CommandText = "SELECT url FROM moz_places WHERE url LIKE '%support%' AND last_visit_date IS NOT NULL AND url LIKE 'http://127%'";
        var found = new List<string>();
        await using var reader = await ask.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }

    private static void AssertNothingOfIt(string file, byte[] bytes)
    {
        if (MozLz4.Is(bytes))
            bytes = MozLz4.Read(bytes);
        foreach (var word in (string[])["Enfield", "Hub of the city", "look.css", "leave.js", "turn.js", "Mam mniej"])
        {
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(word)) < 0, $"{file} holds “{word}”");
        }
    }
}
