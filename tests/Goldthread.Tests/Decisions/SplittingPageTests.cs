using System.Globalization;
using AngleSharp.Dom;
using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Money;
using Goldthread.Core.Organisations;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Tests.Decisions;

/// <summary>What a draft reaches together with others, as its pages show it.</summary>
public sealed class SplittingPageTests
{
    [Fact]
    public async Task Supplier_OfADecisionSignedThisYear_WarnsBesideTheFieldWithItsFiguresUntilAcknowledged()
    {
        await using var flow = await FlowSite.NewAsync();
        var first = await flow.StartAsync("PCD 9501", Contract(300_000, "Lantern Advocacy"));
        await flow.SignAsync(first);
        var day = Wording.Date(Wording.DayInLondon((await flow.FindAsync(first)).Head.SignedAt!.Value));
        var second = await flow.StartAsync("PCD 9502", Contract(250_000, "LANTERN  advocacy"));

        var said = $"£300,000 on {day} (PCD 9501) and £250,000 now have the same supplier, LANTERN advocacy, within 12 months. Together they come to £550,000, which is for Deputy Mayor for Policing and Crime to decide; this one alone is for Chief Executive Officer.";
        Assert.Contains(said, await NotesAsync(flow, second, "supplier"), StringComparison.Ordinal);
        Assert.DoesNotContain("Together they come to", await NotesAsync(flow, second, "category"), StringComparison.Ordinal);

        await flow.ToMayorAsync(second);
        var decide = await flow.OpenAsync("mayor", $"/desk/decisions/{second}/decide");
        var subject = decide.QuerySelectorAll(".govuk-checkboxes__item").Single(item => item.TextContent.Contains(said, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        var others = (await flow.WarningsAsync(second)).Where(warning => warning.Item2 != subject).ToArray();
        Assert.Contains("cknowledge", FlowSite.Errors((await flow.SendAsync("mayor", $"/desk/decisions/{second}/decide", "Approve", [("has", "none"), .. others])).Body), StringComparison.Ordinal);
        await flow.MustAsync(second, "mayor", "decide", "Approve", DraftState.Approved, [("has", "none"), ("acknowledged", subject), .. others]);
    }

    [Fact]
    public async Task Others_OnTheirWayGivenUpReplacedOrOfAnother_CountOnlyWhereTheyBelong()
    {
        await using var flow = await FlowSite.NewAsync();
        var open = await flow.StartAsync("PCD 9501", Contract(200_000, "Beacon Trust", "Safer streets", "advocacy"));
        var given = await flow.StartAsync("PCD 9502", Contract(200_000, "Lantern Advocacy"));
        await flow.MustAsync(given, "officer", "take/abandon", "Abandon", DraftState.Abandoned, ("reason", "Not wanted."));
        await flow.StartAsync("PCD 9503", Contract(200_000, "Other", "Safer streets", "training"));
        var draft = await flow.StartAsync("PCD 9504", Contract(400_000, "Lantern Advocacy", "Safer Streets", "Advocacy"));

        Assert.Contains("£200,000 asked for in PCD 9501, which is not signed yet and £400,000 now have the same commitment, Safer Streets, and procurement category, Advocacy", await NotesAsync(flow, draft, "category"), StringComparison.Ordinal);
        Assert.DoesNotContain("Together they come to", await NotesAsync(flow, draft, "supplier"), StringComparison.Ordinal);

        await flow.SignAsync(open);
        var after = await flow.StartAsync("PCD 9505", content => Contract(400_000, "Beacon Trust")(content).With("supersedes", "PCD 9501"));
        Assert.DoesNotContain("Together they come to", await NotesAsync(flow, after, "supplier"), StringComparison.Ordinal);
        flow.Site.Clock.Move(TimeSpan.FromDays(370));
        foreach (var name in new[] { "officer", "mayor" })
            await flow.ProveAsync(name);
        var late = await flow.StartAsync("PCD 9506", Contract(450_000, "Beacon Trust", "Safer streets", "advocacy"));
        Assert.DoesNotContain("PCD 9501", await NotesAsync(flow, late, "category"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_RecommendationNamesTheSupplier_IsCountedAndAPassingMentionIsNot()
    {
        await using var flow = await FlowSite.NewAsync();
        await flow.Site.SaveAsync(RecordKinds.Organisation, "tfl", new Organisation { Name = "Transport for London", Aliases = ["TfL"] });
        var recently = DateOnly.FromDateTime(flow.Site.Clock.GetUtcNow().UtcDateTime).AddDays(-30);
        foreach (var (reference, recommendation, day) in new[]
        {
            ("PCD 9101", "Approve a contract of £350,000 with Transport for London.", recently),
            ("PCD 9102", "Approve a contract of £90,000 for lamps.", recently),
            ("PCD 9103", "Approve a contract of £90,000 with Transport for London.", recently.AddYears(-2)),
        })
        {
            await flow.Site.SaveAsync(reference, "A contract", decision => decision with
            {
                DateSigned = day,
                Recommendations = [new Recommendation("1", recommendation)],
                ExecutiveSummary = "Transport for London was asked what it thinks.",
                Amounts = [new Amount(recommendation.Contains("350", StringComparison.Ordinal) ? 350_000 : 90_000, recommendation.Contains("350", StringComparison.Ordinal) ? "£350,000" : "£90,000", "1", [])],
                Organisations = [new Ref<Organisation>("tfl")],
            });
        }

        var draft = await flow.StartAsync("PCD 9504", Contract(200_000, "TfL"));

        var notes = await NotesAsync(flow, draft, "supplier");
        Assert.Contains($"£350,000 on {Wording.Date(recently)} (PCD 9101) and £200,000 now have the same supplier, TfL, within 12 months. Together they come to £550,000", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("PCD 9102", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("PCD 9103", notes, StringComparison.Ordinal);
    }

    private static Func<DraftContent, DraftContent> Contract(int pounds, string supplier, string commitment = "", string category = "")
    {
        var sum = Wording.Pounds(pounds);
        return content => content
            .With("title", $"Contract with {supplier}")
            .With("summary", "Advocacy for a year.")
            .With("recommendations", $"1. Approve the award of a contract of {sum} for advocacy.")
            .With("money", string.Create(CultureInfo.InvariantCulture, $"2026/27|{pounds}.00|Community safety fund|excluded"))
            .With("commercial", "It was competed for.")
            .With("supplier", supplier.Replace("  ", " ", StringComparison.Ordinal)).With("commitment", commitment).With("category", category);
    }

    private static async Task<string> NotesAsync(FlowSite flow, Guid draft, string field) =>
        (await flow.OpenAsync("officer", $"/desk/decisions/{draft}")).QuerySelector($"[data-field={field}] [data-findings]")!.TextContent;
}
