using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Imports;
using Goldthread.Pages.Staff.Imports;
using Goldthread.Register.Imports;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Imports;

/// <summary>Papers brought in from the browser: stored first, read afterwards, by the same importer as the command.</summary>
public sealed partial class BrowserImportTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Post_SeveralFiles_AreReadAndSaidEachWithItsResult()
    {
        var officer = await site.SignInAsync(Role.Officer);

        var progress = await GiveAsync(officer, "public", ("pcd-41.txt", TestDocuments.Decision(41)), ("pcd-41 again.txt", TestDocuments.Decision(41)), ("notes.txt", "Nothing that is known, a letter perhaps."), ("broken.pdf", "%PDF-1.7 and no more"), ("empty.txt", ""));
        var page = await officer.GetStringAsync(progress);

        Assert.Contains("All done: 2 read, 1 there already, 2 not read.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/decisions/pcd-41\"", page, StringComparison.Ordinal);
        Assert.Contains("pcd-41 again.txt", page, StringComparison.Ordinal);
        Assert.Contains("data-progress=\"done\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/decisions/pcd-41")).StatusCode);
        Assert.Contains("Sample officer · Sample office", await officer.GetStringAsync("/decisions/pcd-41"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sample officer", await site.Client.GetStringAsync("/decisions/pcd-41"), StringComparison.Ordinal);
        Assert.Contains("2 read, 1 there already, 2 not read", await officer.GetStringAsync("/desk/import"), StringComparison.Ordinal);
        await using var context = site.Database.Open();
        Assert.DoesNotContain(context.GivenFiles, file => file.Bytes != null); // what was read is kept once, as the original
    }

    [Fact]
    public async Task Post_ForStaff_IsSeenByNobodyElse()
    {
        var secretary = await site.SignInAsync(Role.Secretariat);

        await GiveAsync(secretary, "staff", ("pcd-42.txt", TestDocuments.Decision(42)));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/decisions/pcd-42")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/decisions/pcd-42")).StatusCode);
    }

    [Theory]
    [InlineData("../../../etc/cron.d/evil.txt", "evil.txt")]
    [InlineData("C:\\Users\\ann\\pcd.txt", "pcd.txt")]
    [InlineData("pcd\u202Etxt.exe", "pcdtxt.exe")]
    public async Task Post_NameThatLeadsElsewhere_IsKeptAsANameAlone(string name, string kept)
    {
        var officer = await site.SignInAsync(Role.Officer);

        var page = await officer.GetStringAsync(await GiveAsync(officer, "staff", (name, TestDocuments.Decision(43))));

        Assert.Contains($">{kept}<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("..", page.Split("data-progress")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NameOfMarkup_IsShownAsText()
    {
        var officer = await site.SignInAsync(Role.Officer);

        var page = await officer.GetStringAsync(await GiveAsync(officer, "staff", ("<img src=x onerror=alert(1)>.txt", "A letter.")));

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "mayors-office", true, "Choose who may see")]
    [InlineData("partners", "mayors-office", true, "Choose who may see")]
    [InlineData("public", "../all", true, "short name")]
    [InlineData("public", "all", true, "short name")]
    [InlineData("public", "mayors-office", false, "Choose at least one file")]
    public async Task Post_WrongChoice_IsSaidAtItsFieldAndNothingIsKept(string visibility, string body, bool withFile, string message)
    {
        var officer = await site.SignInAsync(Role.Officer);
        using var form = await FormAsync(officer, visibility, body, withFile ? [("a.txt", Encoding.UTF8.GetBytes("A letter."))] : []);

        using var answer = await officer.PostAsync("/desk/import", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(await Given().LatestAsync(5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_FileThatIsTooLarge_IsNamedAndNothingIsKept()
    {
        var officer = await site.SignInAsync(Role.Officer);
        using var form = await FormAsync(officer, "staff", "mayors-office", [("small.txt", "A letter."u8.ToArray()), ("large.txt", new byte[Goldthread.Reading.DocumentReader.LargestFile + 1])]);

        using var answer = await officer.PostAsync("/desk/import", form);

        Assert.Contains("large.txt has 64 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await Given().LatestAsync(5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_MoreThanIsTaken_IsSaidBeforeItIsRead()
    {
        var officer = await site.SignInAsync(Role.Officer);
        using var connection = new TcpClient();
        await connection.ConnectAsync(site.Client.BaseAddress!.Host, site.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        var head = $"POST /desk/import HTTP/1.1\r\nHost: {site.Client.BaseAddress.Authority}\r\nCookie: {officer.DefaultRequestHeaders.GetValues("Cookie").First()}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {(ImportModel.MostBytes * 2L) + 1}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = new List<string>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line)
            answer.Add(line);

        Assert.Contains("Location: /desk/import?toomuch=true", answer);
        Assert.Contains("That was too much at once", await officer.GetStringAsync("/desk/import?toomuch=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var officer = await site.SignInAsync(Role.Officer);
        using var form = new MultipartFormDataContent { { new StringContent("public"), "visibility" }, { new ByteArrayContent("A letter."u8.ToArray()), "files", "a.txt" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await officer.PostAsync("/desk/import", form)).StatusCode);
        Assert.Empty(await Given().LatestAsync(5, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_FileThatEndedTheProgramEachTime_IsGivenUp()
    {
        var id = await Given().StoreAsync(new Giving(Guid.NewGuid(), "Somebody", TestSite.Body, Audience.Staff), One("a.txt", "A letter."), TestContext.Current.CancellationToken);
        await using (var context = site.Database.Open())
        {
            var row = context.GivenFiles.Single();
            row.Tries = GivenFiles.MostTries;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await site.Services.GetRequiredService<ImportWorker>().RunAsync(TestContext.Current.CancellationToken);

        var file = Assert.Single((await Given().FindAsync(id, TestContext.Current.CancellationToken))!.Files);
        Assert.Equal("failed", file.Result);
        Assert.StartsWith("Each time that it was read the program ended.", file.Reason, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<(string, byte[])> One(string name, string text)
    {
        await Task.CompletedTask;
        yield return (name, Encoding.UTF8.GetBytes(text));
    }

    private GivenFiles Given() => site.Services.GetRequiredService<GivenFiles>();

    private async Task<string> GiveAsync(HttpClient client, string visibility, params (string Name, string Text)[] files)
    {
        using var form = await FormAsync(client, visibility, TestSite.Body, [.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);
        using var answer = await client.PostAsync("/desk/import", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await site.Services.GetRequiredService<ImportWorker>().RunAsync(TestContext.Current.CancellationToken);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client, string visibility, string body, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var page = await client.GetAsync("/desk/import");
        if (page.Headers.TryGetValues("Set-Cookie", out var set))
            client.DefaultRequestHeaders.Add("Cookie", set.Select(cookie => cookie.Split(';')[0]));
        var form = new MultipartFormDataContent
        {
            { new StringContent(visibility), "visibility" },
            { new StringContent(body), "body" },
            { new StringContent(Token().Matches(await page.Content.ReadAsStringAsync())[^1].Groups["token"].Value), "__RequestVerificationToken" },
        };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"files\"", FileNameStar = name };
            form.Add(part);
        }

        return form;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
