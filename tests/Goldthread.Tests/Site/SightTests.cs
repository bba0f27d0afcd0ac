using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Downloads;
using Goldthread.Register.History;

namespace Goldthread.Tests.Site;

/// <summary>The same pages with more for whoever is signed in: marks, findings in place, the original, and what is kept back.</summary>
public sealed partial class SightTests : IAsyncLifetime
{
    private const string File = "papers/pcd-9050 <b>draft\u202etxt.docx";
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Get_Record_AsThePublic_HasNothingForStaff()
    {
        await FoundAsync();

        var page = await site.Client.GetStringAsync("/decisions/pcd-9050");

        foreach (var words in (string[])["gt-sight", "gt-found", "GT2001", "GT6015", "/desk/originals", "draft", "You see this", "desk.css"])
            Assert.DoesNotContain(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Record_AsStaff_ShowsFindingsInPlaceAndCountsThemAtTheTop()
    {
        await FoundAsync();
        var officer = await site.SignInAsync(Role.Officer);

        var page = await officer.GetStringAsync("/decisions/pcd-9050");

        Assert.Contains("The checks found 1 error, 1 warning and 1 note", page, StringComparison.Ordinal);
        Assert.Contains("You see this as staff.", page, StringComparison.Ordinal);
        Assert.Contains("The public sees it without what the checks found and the original file.", page, StringComparison.Ordinal);
        Assert.Contains("What the file hides", page, StringComparison.Ordinal);
        foreach (var code in (string[])["GT2001", "GT1003", "GT6011", "GT6015"])
            Assert.Contains($"href=\"/diagnostics/{code}\"", page, StringComparison.Ordinal);
        Assert.Matches("""(?s)The cost is £600 in all\..{0,200}gt-found--error.{0,200}do not add up""", page); // beside its paragraph
        Assert.Matches("""(?s)Approve £500.{0,600}gt-found--warning""", page);
        var targets = Targets().Matches(page).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(2, targets.Count);
        Assert.All(targets, id => Assert.Single(Regex.Matches(page, $"id=\"{id}\"", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Theory]
    [InlineData(Audience.Staff, "Staff only", "Nobody but staff sees it.")]
    [InlineData(Audience.Partners, "Partners and staff", "Partners who are tied to it see it as well")]
    [InlineData(Audience.Public, null, "The public sees the same decision.")]
    public async Task Get_Record_AsStaff_SaysWhoElseSeesIt(Audience visibility, string? tag, string others)
    {
        await site.SaveAsync(RecordKinds.Decision, "PCD 9060", new Decision { Reference = "PCD 9060", Title = "Words" }, visibility: visibility);
        var officer = await site.SignInAsync(Role.Officer);

        var page = await officer.GetStringAsync("/decisions/pcd-9060");

        Assert.Contains(others, page, StringComparison.Ordinal);
        Assert.Equal(tag is not null, page.Contains("gt-tag--narrower", StringComparison.Ordinal));
        if (tag is not null)
            Assert.Contains(tag, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Withdrawn_AsStaff_IsMarkedAndForAnybodyElseATombstone()
    {
        var officer = await site.SignInAsync(Role.Officer);
        var partner = await site.SignInAsync(Role.Partner);

        var page = await officer.GetStringAsync("/decisions/pcd-9013");

        Assert.Contains("gt-tag--narrower\">Withdrawn", page, StringComparison.Ordinal);
        Assert.Contains("It was withdrawn: everybody else sees", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await partner.GetAsync("/decisions/pcd-9013")).StatusCode);
    }

    [Fact]
    public async Task Get_RecordForPartners_SaysForWhomItIsSeen()
    {
        await site.SaveAsync(RecordKinds.Decision, "PCD 9061", new Decision { Reference = "PCD 9061", Title = "Words" }, visibility: Audience.Public);
        var partner = await site.SignInAsync(Role.Partner, "lantern");
        var administrator = await site.SignInAsync(Role.Administrator);

        Assert.Contains("You see this for Lantern Advocacy.", await partner.GetStringAsync("/decisions/pcd-9061"), StringComparison.Ordinal);
        Assert.Contains("You see this as the public does.", await administrator.GetStringAsync("/decisions/pcd-9061"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Record_SavedByAPerson_NamesHerToStaffAndHerOfficeToEverybodyElse()
    {
        await site.SaveAsync(RecordKinds.Decision, "PCD 9062", new Decision { Reference = "PCD 9062", Title = "Words" }, who: Acting.Words("Ann Example", "Policy officer"));
        var officer = await site.SignInAsync(Role.Officer);
        var partner = await site.SignInAsync(Role.Partner);
        string[] addresses = ["/decisions/pcd-9062", "/decisions/pcd-9062.json", "/decisions/pcd-9062/revisions", "/decisions/pcd-9062/revisions.json", "/decisions/pcd-9062/revisions/1", "/decisions/pcd-9062/revisions/1.json"];

        foreach (var address in addresses)
        {
            Assert.Contains("Ann Example · Policy officer", await officer.GetStringAsync(address), StringComparison.Ordinal);
            foreach (var other in (HttpClient[])[site.Client, partner])
            {
                var text = await other.GetStringAsync(address);
                Assert.DoesNotContain("Ann Example", text, StringComparison.Ordinal);
                Assert.Contains("Policy officer", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Get_Original_AsStaff_IsSavedUnderASafeNameAndNeverOpened()
    {
        var head = await FoundAsync();
        var officer = await site.SignInAsync(Role.Officer);

        using var answer = await officer.GetAsync(Originals.Address(head.Id, 1));

        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("pcd-9050 bdrafttxt.docx", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_Original_ByAnybodyElse_IsRefused()
    {
        var address = Originals.Address((await FoundAsync()).Id, 1);

        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetAsync(address)).StatusCode);
        foreach (var role in (Role[])[Role.Partner, Role.Provider, Role.Administrator])
            Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(role)).GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("00000000-0000-7000-8000-000000000001/1")]
    [InlineData("..%2f..%2fgoldthread.db/1")]
    [InlineData("..\\..\\goldthread.db")]
    public async Task Get_Original_ThatIsNone_IsNotFound(string path)
    {
        var officer = await site.SignInAsync(Role.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Originals.Folder}/{path}")).StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\papers\\a.docx", "a.docx")]
    [InlineData("a\r\nSet-Cookie: b.txt", "aSet-Cookie b.txt")]
    [InlineData("cod.\u202Efdp.exe", "cod.fdp.exe")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData("Bericht – Straße.pdf", "Bericht – Straße.pdf")]
    public void SafeName_OfAnyName_LeadsNowhere(string name, string expected) => Assert.Equal(expected, Originals.SafeName(name));

    [Fact]
    public async Task Get_Papers_AsStaff_ListsWhatWasNotRecognisedAndWhatIsHeldBack()
    {
        await site.SaveAsync(RecordKinds.Decision, "PCD 9070", new Decision { Reference = "PCD 9070", Title = "Held back", Publication = new Publication { Deferred = true, DeferredUntil = new DateOnly(2031, 4, 1) } }, visibility: Audience.Staff);
        var officer = await site.SignInAsync(Role.Officer);

        var unknown = await officer.GetStringAsync("/desk/papers");
        var held = await officer.GetStringAsync("/desk/papers?held=true");

        Assert.Contains("/documents/document-0123456789ab", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("PCD 9070", unknown, StringComparison.Ordinal);
        Assert.Contains("Its publication is deferred until 1 April 2031.", held, StringComparison.Ordinal);
        Assert.Contains("PCD 9009", held, StringComparison.Ordinal);
        Assert.Contains("Words for staff only.", await officer.GetStringAsync("/documents/document-0123456789ab"), StringComparison.Ordinal);
    }

    private async Task<RecordHead> FoundAsync()
    {
        var bytes = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
        var original = new OriginalFile(File, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes);
        var decision = new Decision
        {
            Reference = "PCD 9050",
            Title = "With findings",
            Recommendations = [new Recommendation("1", "Approve £500")],
            Sections = [new Section("1", "Money", Topic.Financial, [new Paragraph("1.1", "The cost is £600 in all.")])],
            Import = new Import
            {
                File = original.Name,
                Sha256 = original.Sha256,
                Text = "1 Approve £500\n1.1 The cost is £600 in all.",
                Provenance = new Dictionary<string, Place>(StringComparer.Ordinal)
                {
                    ["/recommendations/0/text"] = new(1, 3, 1, 14),
                    ["/sections/0/paragraphs/0/text"] = new(2, 5, 2, 28),
                    ["/amounts/0/pounds"] = new(2, 17, 2, 20),
                },
                Diagnostics =
                [
                    new Diagnostic("GT6015", Severity.Info, "Comments are left in the file.", 1, 1),
                    new Diagnostic("GT1003", Severity.Warning, "The numbers jump.", 1, 5),
                    new Diagnostic("GT2001", Severity.Error, "The sums do not add up.", 2, 18),
                    new Diagnostic("GT6011", Severity.Info, "Two in one.", 3, 1),
                ],
            },
        };
        var saved = await new RegisterWriter(site.Database).SaveAsync([new Change { Kind = RecordKinds.Decision, Body = TestSite.Body, Reference = "PCD 9050", Content = decision, Visibility = Audience.Public, Who = "Policy office", Process = "import", Reason = "Read from a file.", Original = original }]);
        return saved[0].Record;
    }

    [GeneratedRegex("href=\"#(?<id>found-[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Targets();
}
