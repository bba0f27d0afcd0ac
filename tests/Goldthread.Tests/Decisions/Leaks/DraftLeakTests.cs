using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions.Leaks;

/// <summary>
/// A canary of its own in everything that an office writes about decisions in every state, looked for in everything that the
/// site and its commands give out, as nobody and in every role: nobody comes across one that is not for her.
/// </summary>
/// <remarks>Fields of records that are for staff are tried by <c>FieldVisibilityTests</c>, confidential parts by <c>Part2LeakTests</c> as well.</remarks>
public sealed partial class DraftLeakTests(DraftLeakTests.WrittenOffice written, ITestOutputHelper output) : IClassFixture<DraftLeakTests.WrittenOffice>
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1";

    private static readonly int States = Enum.GetValues<DraftState>().Length;

    // Beside a confidential part stands what its decision is called now.
    private const string NotShown = "what the confidential part is called";

    private readonly TestSite site = written.Site;
    private readonly CanaryOffice office = written.Office;
    private readonly ConcurrentBag<string> wrong = [];
    private int asked;

    [Fact]
    public async Task EveryCanary_InEveryAnswerToWhoMayNotSeeIt_IsNowhere()
    {
        var addresses = await EveryAddress.OfAsync(site, Whole ? States : 0);
        var readers = await ReadersAsync(Whole ? Roles.All : [Role.Administrator, Role.Partner, Role.Officer]);

        await Task.WhenAll(readers.Select(reader => ReadAsync(reader, addresses)));

        var canaries = office.Canaries.ToList();
        output.WriteLine($"{asked:N0} answers to {readers.Count} readers looked through for {canaries.Count:N0} canaries of {office.Decisions.Count} decisions in {office.Decisions.Select(one => one.State).Distinct().Count()} states");
        NothingIsWrong();

        // That canaries can be found where they may be: by an officer all that are for readers of drafts, by everybody what is published.
        Assert.Empty(readers.Where(reader => reader.Role == Role.Officer).SelectMany(reader => canaries.Where(one => one.By != SeenBy.Nobody && one.What != NotShown && !reader.Found.ContainsKey(one.Word)).Select(one => $"{reader.Name} misses {one.What}, {one.State}")).Distinct().Take(40));
        Assert.All(office.Decisions.Where(one => one.IsPublished), decision => Assert.Contains(decision.Canaries, one => one.What == "interests" && readers[0].Found.ContainsKey(one.Word)));
    }

    [Fact]
    public async Task EveryCanary_SearchedForByWhoMayNotSeeIt_IsAnsweredAsAWordThatIsNowhere()
    {
        var readers = await ReadersAsync(Whole ? Roles.All : [Role.Administrator]);
        var words = office.Canaries.Where(one => one.By != SeenBy.Everyone && !Guid.TryParse(one.Word, out _)).DistinctBy(one => Whole ? one.Word : one.What).ToList();

        await Task.WhenAll(readers.Select(SearchAsync));

        output.WriteLine($"{asked:N0} searches for {words.Count:N0} canaries by {readers.Count} readers");
        NothingIsWrong();

        // Search is asked for every canary, its narrower forms for one of each kind; what is nowhere is asked for once.
        async Task SearchAsync(Reader reader)
        {
            var (controls, kinds) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<(string, DraftState)>());
            foreach (var canary in words.Where(one => !reader.May(one)))
            {
                var nowhere = canary.IsWord ? CanaryWords.Of(-1) : canary.Word.Length == 64 ? new string('0', 64) : "pcd-899999";
                foreach (var address in Whole && kinds.Add((canary.What, canary.State)) ? (string[])["/search?q=", "/search?kind=decision&q=", "/decisions?q="] : ["/search?q="])
                {
                    if (!controls.TryGetValue(address + nowhere, out var control))
                        controls[address + nowhere] = control = await TextAsync(reader, address + nowhere);
                    var said = await TextAsync(reader, address + canary.Word);
                    if (Without(said, canary.Word) != Without(control, nowhere))
                        wrong.Add($"{reader.Name} learns by {address} that {canary.What} ({canary.State}) is there");
                    Look(reader, address + canary.Word, said);
                }
            }
        }
    }

    [Fact]
    public async Task EveryCanary_InLogsEmailsExportsAndWhatCommandsSay_IsNowhere()
    {
        using var folder = new TestFolder();
        using var log = new ProgramLog();
        var people = site.Services.GetServices<IDueWork>().Where(work => work.What is WeeklyDigests.Digest).SelectMany(work => office.People.Select(person => (work, id: person)));
        var drafts = site.Services.GetServices<IDueWork>().Where(work => work.What is DraftDeferral.RemindPublication).SelectMany(work => office.Decisions.Select(one => (work, id: one.Draft)));
        foreach (var (work, id) in people.Concat(drafts))
            await work.DoAsync(new() { Id = Guid.CreateVersion7(), What = work.What, Record = id, At = site.Database.Now }, TestContext.Current.CancellationToken);
        await TypeWronglyAsync();
        var said = new StringBuilder();
        foreach (var arguments in (string[][])[["export", Path.Combine(folder.Path, "register.zip")], .. Whole ? (string[][])[["audit"], ["doctor"], ["show", "PCD 9002"]] : []])
        {
            var (exit, told, error) = await TestProgram.RunAsync([.. arguments, "--data", site.DataFolder]);
            said.Append(told).Append(error);
        }

        var mail = Directory.GetFiles(Path.Combine(site.DataFolder, "outbox"));
        Assert.NotEmpty(mail);
        Look(Nobody, "what commands say", said.ToString());
        Look(Nobody, "the export", await SiteText.OfAsync(ZipFile.OpenRead(Path.Combine(folder.Path, "register.zip"))));
        foreach (var file in mail)
            Look(Nobody, "an email", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("=\r\n", "", StringComparison.Ordinal), isForStaff: true);

        // A line of the log may hold the address that was asked for, and so an id or what somebody searched for: never words.
        IReadOnlyList<string> lines = [.. written.Logged, .. log.Lines];
        Assert.NotEmpty(lines);
        foreach (var line in lines.Where(line => !line.Contains("?q=", StringComparison.Ordinal) && !line.Contains("&q=", StringComparison.Ordinal)))
            foreach (var word in CanaryWords.In(line).Where(word => word.StartsWith(CanaryWords.Beginning, StringComparison.Ordinal)))
                wrong.Add($"{word} is in the log: {line[..Math.Min(line.Length, 200)]}");
        output.WriteLine($"{mail.Length} emails, {lines.Count:N0} lines of logs, {said.Length:N0} characters of commands");
        NothingIsWrong();
    }

    [Fact]
    public async Task EveryConfidentialCanary_InTheRegistersFilesAndItsBackup_IsNowhereInClear()
    {
        using var folder = new TestFolder();
        await TypeWronglyAsync();
        var (exit, told, error) = await TestProgram.RunAsync("backup", Path.Combine(folder.Path, "copy.db"), "--data", site.DataFolder);
        Assert.True(exit == 0, told + error);
        var secret = office.Canaries.Where(one => one.What is "the confidential part" or "why it is confidential").Select(one => one.Word).Append(TypedSecret).ToHashSet(StringComparer.Ordinal);

        var files = Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(folder.Path)).ToList();
        foreach (var file in files)
            foreach (var word in CanaryWords.In(Encoding.Latin1.GetString(await ProgramFiles.ReadAsync(file))).Where(secret.Contains))
                wrong.Add($"{word} is in {Path.GetFileName(file)}");

        output.WriteLine($"{files.Count} files looked through for {secret.Count:N0} confidential canaries");
        NothingIsWrong();
    }

    private void NothingIsWrong() => Assert.True(wrong.IsEmpty, $"{wrong.Count:N0} leaks, such as:\n{string.Join('\n', wrong.Distinct(StringComparer.Ordinal).GroupBy(one => one.Split(" at ")[0]).Select(same => same.Order(StringComparer.Ordinal).First()).Order(StringComparer.Ordinal).Take(60))}");

    private static string TypedSecret { get; } = CanaryWords.Of(-2);

    private Reader Nobody => new("nobody", null, null, site.Client);

    // What comes in and is refused: by a token of another, too long, without a proof of late; of this nothing is told either.
    private async Task TypeWronglyAsync()
    {
        var client = await site.SignInAsync(Role.DecisionMaker);
        var lying = office.Decisions.First(one => one.State == DraftState.DecisionMaker);
        foreach (var handler in (string[])["Return", "Refuse", "Approve", "NoSuchThing"])
            using (var form = new FormUrlEncodedContent([KeyValuePair.Create("questions", TypedSecret), KeyValuePair.Create("reasons", TypedSecret), KeyValuePair.Create("interests", TypedSecret)]))
                (await client.PostAsync($"/desk/decisions/{lying.Draft}/decide?handler={handler}", form)).Dispose();
        using var browser = new TestBrowser(site) { Key = await site.Services.GetRequiredService<Sessions>().BeginAsync(await site.JoinAsync(Role.DecisionMaker), "code", "A test") };
        (await browser.SendAsync($"/desk/decisions/{lying.Draft}/decide", [("version", "0"), ("questions", TypedSecret)], $"/desk/decisions/{lying.Draft}/decide?handler=Return")).Dispose();
    }

    private async Task ReadAsync(Reader reader, EveryAddress addresses)
    {
        var own = office.Decisions.SelectMany(addresses.Reads);
        var bundle = (await reader.Client.GetAsync("/data/register.zip")).Headers.Location!.OriginalString;
        IEnumerable<string> from = [.. SiteText.Lists, bundle, "/desk", "/support", "/no-such-page", "/decisions?year=2026", "/data/register.zip", "/robots.txt", .. own];
        await foreach (var (address, text) in SiteText.CrawlAsync(reader.Client, from.Distinct(StringComparer.Ordinal), Whole ? int.MaxValue : from.Count() + 20))
        {
            Interlocked.Increment(ref asked);
            Look(reader, address, text);
        }

        if (reader.Role is Role.Officer)
            return;
        foreach (var decision in Whole ? office.Decisions.Take(States + 1) : [office.Decisions[0], office.Decisions[^2]])
        {
            foreach (var address in addresses.RefusedWrites(decision, reader.Standing))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([KeyValuePair.Create("version", "1")]) };
                using var answer = await reader.Client.SendAsync(request);
                Interlocked.Increment(ref asked);
                Look(reader, "POST " + address, await SiteText.OfAsync(answer) + answer.Headers);
                if (answer.IsSuccessStatusCode)
                    wrong.Add($"{reader.Name} is let through to POST {address}");
            }
        }
    }

    private async Task<string> TextAsync(Reader reader, string address)
    {
        using var answer = await reader.Client.GetAsync(address);
        Interlocked.Increment(ref asked);
        return Token().Replace(await answer.Content.ReadAsStringAsync(), "");
    }

    // What somebody asked for herself is no news to her.
    private void Look(Reader reader, string address, string text, bool isForStaff = false)
    {
        foreach (var word in CanaryWords.In(text))
        {
            if (!written.ByWord.TryGetValue(word, out var canary))
                continue;
            reader.Found.TryAdd(word, true);
            if (!reader.May(canary) && !address.Contains(word, StringComparison.OrdinalIgnoreCase) && !(isForStaff && Guid.TryParse(word, out _)))
                wrong.Add($"{reader.Name} comes across {canary.What} ({canary.State}) at {address}: {word}");
        }
    }

    private async Task<IReadOnlyList<Reader>> ReadersAsync(IEnumerable<Role> roles)
    {
        var readers = new List<Reader> { Nobody };
        foreach (var role in roles)
        {
            var person = await site.JoinAsync(role);
            readers.Add(new Reader(role.Words(), role, await site.Services.GetRequiredService<PeopleService>().StandingAsync(person), await site.SignInAsync(person)));
        }

        return readers;
    }

    // A page without what was asked for; of a reference without its number alone as well.
    private static string Without(string page, string word) =>
        page.Replace(word, "", StringComparison.OrdinalIgnoreCase).Replace(word.Replace("pcd-", "", StringComparison.Ordinal), "", StringComparison.OrdinalIgnoreCase);

    // The form on each page of somebody signed in has a token that is never twice the same.
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*", RegexOptions.None, 1000)]
    private static partial Regex Token();

    /// <summary>Somebody who looks.</summary>
    private sealed record Reader(string Name, Role? Role, Standing? Standing, HttpClient Client)
    {
        public ConcurrentDictionary<string, bool> Found { get; } = new(StringComparer.Ordinal);

        public bool May(Canary canary) => canary.By switch
        {
            SeenBy.Everyone => true,
            SeenBy.DraftReaders => Role is not (null or Core.People.Role.Administrator or Core.People.Role.Partner or Core.People.Role.Provider), // said here once more, and not asked of the program
            SeenBy.Nobody => false,
        };
    }

    /// <summary>A site with an office that has written, for all the tests: none of them changes what was written.</summary>
    public sealed class WrittenOffice : IAsyncLifetime
    {
        public TestSite Site { get; } = new();

        /// <summary>What was logged while they wrote.</summary>
        internal IReadOnlyList<string> Logged { get; private set; } = [];

        internal CanaryOffice Office { get; private set; } = null!;

        internal IReadOnlyDictionary<string, Canary> ByWord { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            Office = new CanaryOffice(Site);
            using var log = new ProgramLog();
            await Office.WriteAsync(Whole ? 100 : States);
            Logged = log.Lines;
            ByWord = Office.Canaries.ToDictionary(one => one.Word, StringComparer.Ordinal);
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
