using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Reading;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Decisions;

/// <summary>
/// Warns where a draft and others together reach a limit that it alone stays below: other drafts on their way, decisions signed
/// here, and imported ones whose recommendations name the supplier. Only what has the same supplier, or the same
/// commitment and category, is read.
/// </summary>
public sealed class DraftSplitting(RegisterDatabase database)
{
    /// <summary>The code of such a warning; it is none of the catalogue, which is of single documents.</summary>
    public const string Code = "splitting";

    private readonly DraftPurchases purchases = new(database);

    /// <summary>The warnings about a draft, each beside the field that ties it to the others.</summary>
    internal async Task<IReadOnlyList<DraftFinding>> FindAsync(DraftEntry draft, Decision decision, DateOnly today, DraftRulesNow now, CancellationToken stop)
    {
        var (rules, day) = (now.Rules, Signed(draft) ?? today);
        var supplier = Splitting.Key(draft.Content["supplier"]);
        if (supplier is null && (Splitting.Key(draft.Content["commitment"]) is null || Splitting.Key(draft.Content["category"]) is null))
            return [];
        var own = PurchaseOf(draft, decision, day, rules);
        if (own.Request is not { Greatest: not null, IsForMoney: true } || rules.Splitting.Where(rule => rule.Effect.Covers(day)).Select(rule => rule.Months).DefaultIfEmpty().Max() is not (> 0 and var months))
            return [];
        var since = day.AddMonths(-months);
        var replaced = DecisionReference.TryParse(draft.Content["supersedes"], out var earlier) ? earlier.Slug : null;
        var others = new List<Purchase>();
        foreach (var other in (await purchases.SameAsync(draft, since.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), stop)).Where(other => other.Head.Slug is null || other.Head.Slug != replaced))
        {
            var written = now.Reader.Complete(DraftDecision.Write(other.Content, other.Head.Reference).Decision);
            others.Add(PurchaseOf(other, written, Signed(other) ?? day, rules) with { IsOpen = other.Head.SignedAt is null });
        }

        if (supplier is not null)
            others.AddRange(await ImportedAsync(draft, since, day, replaced, now, stop));
        return
        [
            .. Splitting.Warnings(own, [.. others.Select(other => other with { Request = other.Request with { Body = own.Request.Body } })], rules)
                .Select(warning => new DraftFinding(Code, Severity.Warning, DraftStep.Signing, "", warning.Tie == SplittingTie.Supplier ? "supplier" : "category", $"{warning.Figures} {warning.Message}")),
        ];
    }

    // Decisions of other programs have no field for a supplier: whom a recommendation names is taken for it.
    private async Task<IReadOnlyList<Purchase>> ImportedAsync(DraftEntry draft, DateOnly since, DateOnly until, string? replaced, DraftRulesNow now, CancellationToken stop)
    {
        var view = database.For(Reader.Staff);
        var found = new List<Purchase>();
        foreach (var organisation in await view.CalledAsync(draft.Content["supplier"], stop))
        {
            var named = (await view.ListAsync(new ListQuery(RecordKinds.Decision.Name, draft.Head.Body, LinkedTo: organisation.Id, PageSize: DraftPurchases.Most), stop)).Rows
                .Where(head => head.Starts >= since && head.Starts <= until && head.Slug != replaced && head.Id != draft.Head.Record).ToList();
            var drafted = await purchases.DraftedAsync([.. named.Select(head => head.Id)], stop);
            foreach (var head in named.Where(head => !drafted.Contains(head.Id)))
                if ((await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record?.Content is Decision decision
                    && decision.Recommendations.Any(one => now.Organisations.FindIn(one.Text).Contains(organisation.Slug)))
                    found.Add(new Purchase(head.Reference, Request.Of(decision, now.Rules), Supplier: draft.Content["supplier"]));
        }

        return found;
    }

    private Purchase PurchaseOf(DraftEntry draft, Decision decision, DateOnly day, RuleBook rules) => new(
        draft.Head.Reference ?? (draft.Head.Title.Length > 0 ? $"“{draft.Head.Title}”" : "a draft without a title"),
        DraftAuthority.RequestOf(draft.Content, decision, day, rules), draft.Content["supplier"], draft.Content["commitment"], draft.Content["category"]);

    private DateOnly? Signed(DraftEntry draft) => draft.Head.SignedAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, database.Clock.LocalTimeZone)) : null;
}
