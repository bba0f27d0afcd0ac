using System.Globalization;
using System.IO.Compression;
using System.Text;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.People;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions.Part2;

/// <summary>A word of its own in every confidential field; looked for in everything that the program gives out, as everybody who is not named.</summary>
public sealed class Part2LeakTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1";

    private readonly TestSite site = new();
    private readonly List<string> words = [];
    private readonly List<Guid> subjects = [];
    private Guid officer;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        officer = await site.JoinAsync(Role.Officer);
        for (var number = 1; number <= (Whole ? 100 : 4); number++)
        {
            // Signed and published, signed for staff, and not signed yet; each written twice, and after its signature once more.
            var record = number % 3 == 0 ? (Guid?)null : (await site.SaveAsync(Core.Records.RecordKinds.Decision, $"PCD {7000 + number}", new Core.Decisions.Decision { Reference = $"PCD {7000 + number}", Title = $"With a confidential part {number}" }, visibility: number % 3 == 1 ? Audience.Public : Audience.Staff)).Id;
            var subject = await site.BeginPart2Async(officer, Word(), Word(), about: $"Draft {number}", record: record);
            var vault = new Part2Vault(site.Database, site.Key(), await site.StandingAsync(officer));
            var exemption = (await Goldthread.Decisions.Part2.Exemptions.NowAsync(site.Services, default)).Find("foia-41");
            Assert.Null((await vault.WriteAsync(subject, new Part2Writing(1, "", Word(), exemption, Word(), new DateOnly(2199, 3, 31)))).Fault);
            Assert.NotNull((await vault.OpenAsync(subject)).Text);
            subjects.Add(subject);
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task EveryWord_AskedForByEverybodyNotNamed_IsNowhere()
    {
        var (asked, wrong) = (0, new List<string>());
        var readers = new List<(string Name, HttpClient Client)> { ("nobody", site.Client) };
        foreach (var role in Whole ? Roles.All : [Role.Officer, Role.Auditor, Role.Administrator, Role.Partner])
            readers.Add((role.Words(), await site.SignInAsync(role)));

        foreach (var (name, client) in readers)
        {
            var bundle = (await client.GetAsync("/data/register.zip")).Headers.Location!.OriginalString;
            string[] from = [.. subjects.Select(subject => $"/desk/part-2/{subject}"), "/desk/part-2", "/desk", .. SiteText.Lists, bundle, "/support", "/no-such-page", $"/desk/part-2/{subjects[0]}?handler=Open", "/decisions/pcd-7001.docx"];
            await foreach (var (address, text) in SiteText.CrawlAsync(client, from, Whole ? int.MaxValue : 80))
            {
                asked++;
                Look(text, $"{name} at {address}");
            }

            foreach (var word in Whole ? words : words.Take(4))
            {
                asked++;
                var page = await client.GetStringAsync($"/search?q={word}");
                if (SiteText.Results(page) > 0 || page.Contains("pcd-70", StringComparison.Ordinal))
                    wrong.Add($"{name} finds {word} by search");
            }
        }

        output.WriteLine($"{asked:N0} answers looked through for {words.Count} words as {readers.Count} readers");
        Assert.Empty(wrong);

        void Look(string text, string where) => wrong.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{word}: {where}"));
    }

    [Fact]
    public async Task EveryWord_InFilesLogsEmailsAndCommands_IsNowhere()
    {
        using var log = new ProgramLog();
        using var folder = new TestFolder();
        var reader = new TestBrowser(site) { Key = await site.Services.GetRequiredService<Goldthread.Register.People.Sessions>().BeginAsync(officer, "code", "A test") };
        var address = $"/desk/part-2/{subjects[0]}";

        // Read and written over the site, rightly and wrongly, and what goes out by itself.
        var opened = await (await reader.SendAsync(address, [], address + "?handler=Open")).Content.ReadAsStringAsync();
        Assert.Contains(words[2], opened, StringComparison.Ordinal);
        await reader.SendAsync(address, Fields(0), address + "?handler=Write");
        await reader.SendAsync(address, Fields(2, ground: "none"), address + "?handler=Write");
        await reader.SendAsync(address, Fields(2), address + "?handler=Write");
        await reader.SendWithAsync("not the token", address + "?handler=Write", Fields(3));
        await reader.SendAsync(address, [("text", Word() + new string('x', 1024 * 1024))], address + "?handler=Write");
        await (await SiteSession()).PostAsync(address + "?handler=Write", new FormUrlEncodedContent([KeyValuePair.Create("text", words[0])]));
        var asks = site.Services.GetRequiredService<AskService>();
        await asks.AskAsync(new NewAsk("See the confidential part", asks.Today.AddDays(1), "", officer), await site.StandingAsync(officer));
        foreach (var work in site.Services.GetServices<IDueWork>().Where(work => work.What == WeeklyDigests.Digest))
            await work.DoAsync(new() { Id = Guid.CreateVersion7(), What = work.What, Record = officer, At = site.Database.Now }, TestContext.Current.CancellationToken);

        var said = new StringBuilder();
        foreach (var arguments in (string[][])[["about", "PCD 7001", "--output", Path.Combine(folder.Path, "about.json")], ["export", Path.Combine(folder.Path, "register.zip")], ["backup", Path.Combine(folder.Path, "copy.db")], ["audit"], ["part2", "rekey"], .. Whole ? (string[][])[["show", "PCD 7001"], ["history", "PCD 7001"], ["doctor"]] : []])
        {
            var (exit, told, error) = await TestProgram.RunAsync([.. arguments, "--data", site.DataFolder]);
            Assert.True(exit == 0 || arguments[0] is "audit" or "doctor", $"{arguments[0]}: {told} {error}");
            said.Append(told).Append(error);
        }

        Assert.DoesNotContain("part2:", said.ToString(), StringComparison.Ordinal); // the audit finds other things: the site's sample has no original files
        var key = await File.ReadAllTextAsync(Path.Combine(site.DataFolder, "secrets", "part2.key"), TestContext.Current.CancellationToken);
        string[] never = [.. words, .. key.Split('\n', StringSplitOptions.RemoveEmptyEntries), .. key.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Convert.ToHexString(Convert.FromBase64String(line)))];
        Assert.Equal(2, key.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(site.DataFolder, "outbox")));
        using var bundle = ZipFile.OpenRead(Path.Combine(folder.Path, "register.zip"));
        Nowhere("the log", log.Text);
        Nowhere("what commands say", said.ToString());
        Nowhere("the export", await SiteText.OfAsync(bundle));
        var files = Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(folder.Path)).Where(file => !file.EndsWith("part2.key", StringComparison.Ordinal)).ToList();
        foreach (var file in files)
            Nowhere(file, Encoding.Latin1.GetString(await ProgramFiles.ReadAsync(file)));
        output.WriteLine($"{files.Count} files, {log.Text.Length:N0} characters of logs, {never.Length} words and keys");

        void Nowhere(string where, string text) => Assert.DoesNotContain(never, word => text.Contains(word, StringComparison.OrdinalIgnoreCase) && Fail(where, word));

        IEnumerable<(string, string)> Fields(int number, string ground = "foia-43") =>
            [("number", number.ToString(CultureInfo.InvariantCulture)), ("text", Word()), ("why", Word()), ("ground", ground), ("ends", "31/3/2199")];

        Task<HttpClient> SiteSession() => site.SignInAsync(Role.Officer);
    }

    private bool Fail(string where, string word)
    {
        output.WriteLine($"{word} is in {where}");
        return true;
    }

    private string Word()
    {
        words.Add(string.Create(CultureInfo.InvariantCulture, $"zqpart{words.Count:000}two"));
        return words[^1];
    }
}
