using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Decisions;

/// <summary>Drafts as Word files, out and back.</summary>
public sealed class DraftWordTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Read_FileAsItWasTakenOut_ChangesNothing()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await WrittenAsync(officer);

        var page = await GiveAsync(officer, draft, await officer.Client.GetByteArrayAsync(draft + ".docx"));

        Assert.Contains("The file changes nothing", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeOver_WhatWasChangedInWord_IsShownAndTakenWhereChosen()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await WrittenAsync(officer);
        var bytes = await officer.Client.GetByteArrayAsync(draft + ".docx");
        var changed = Edit(Edit(bytes, "Approve the approach", "Approve all of the approach"), "The cost is £600,000", "The cost is £500,000");

        var page = await GiveAsync(officer, draft, changed);
        Assert.Equal(["take-recommendations", "take-financial"], page.QuerySelectorAll("input[name=take]").Select(box => box.Id));
        Assert.Contains("£500,000", page.QuerySelectorAll("ins").Select(ins => ins.TextContent).Last(), StringComparison.Ordinal);
        var taken = await officer.SendAsync(page, "form[action*=TakeOver]", null, ("take", "recommendations"));

        Assert.Equal(draft, taken.Headers.Location?.OriginalString);
        var after = await officer.OpenAsync(draft);
        Assert.Contains("Approve all of the approach", ((IHtmlTextAreaElement)after.GetElementById("recommendations")!).Value, StringComparison.Ordinal);
        Assert.Contains("£600,000", ((IHtmlTextAreaElement)after.GetElementById("financial")!).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FieldChangedHereMeanwhile_IsNamedAndNotChosen()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await WrittenAsync(officer);
        var bytes = await officer.Client.GetByteArrayAsync(draft + ".docx");
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await officer.SaveAsync(draft, ("summary", "Written here meanwhile."));

        var page = await GiveAsync(officer, draft, bytes);

        Assert.False(page.QuerySelector<IHtmlInputElement>("#take-summary")!.IsChecked);
        Assert.Contains("changed here after the file was taken out", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NoDecision_SaysWhatToGive()
    {
        using var officer = await DraftVisitor.NewAsync(site);
        var draft = await officer.BeginAsync();

        Assert.Contains("Choose the Word file", (await GiveAsync(officer, draft, [])).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await GiveAsync(officer, draft, [1, 2, 3])).QuerySelector("#file-error"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Client.GetAsync("/desk/decisions/00000000-0000-7000-8000-000000000001.docx")).StatusCode);
    }

    private static async Task<string> WrittenAsync(DraftVisitor officer)
    {
        var draft = await officer.BeginAsync("decision/mayors-office/pcd-9002");
        await officer.SaveAsync(draft, ("equality-age", "Young men are reached."), ("supplier", "Lantern Advocacy"), ("money.0.year", "2021/22"), ("money.0.amount", "£600,000"), ("money.0.source", "The fund"),
            ("issues", "Three things:\r\n\r\n- time\r\n- money\r\n- people"), ("papers", "/boards/safety-board/2021-12-08"), ("part-2", "yes"), ("supersedes", "PCD 9001"));
        return draft;
    }

    private static async Task<IHtmlDocument> GiveAsync(DraftVisitor officer, string draft, byte[] file)
    {
        var page = await officer.OpenAsync(draft + "/word");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("form[action*=Read] input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "draft.docx" },
        };
        return DraftVisitor.Parse(await (await officer.Client.PostAsync(draft + "/word?handler=Read", content)).Content.ReadAsStringAsync());
    }

    private static byte[] Edit(byte[] file, string words, string others)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
            foreach (var text in word.MainDocumentPart!.Document.Descendants<Text>().Where(text => text.Text.Contains(words, StringComparison.Ordinal)))
                text.Text = text.Text.Replace(words, others, StringComparison.Ordinal);
        return stream.ToArray();
    }
}
