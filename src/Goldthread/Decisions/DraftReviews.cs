using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Organisations;
using Goldthread.Core.Rules;
using Goldthread.Organisations;
using Goldthread.Reading;
using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>The rules as they are now, what finds sums, law and other decisions in texts by them, and what finds organisations.</summary>
public sealed record DraftRulesNow(RuleBook Rules, DocumentReader Reader, OrganisationNames Organisations);

/// <summary>Checks drafts with the diagnostics that read documents, each at its field of the form.</summary>
/// <param name="now">The rules as they are now.</param>
/// <param name="splitting">Sees what a draft may be a part with; not looked for where null.</param>
public sealed class DraftReviews(Func<CancellationToken, Task<DraftRulesNow>> now, DraftSplitting? splitting = null)
{
    /// <summary>The code of what is not finished in a field of the form; it is none of the catalogue, which is of documents.</summary>
    public const string NotFinished = "form";

    /// <summary>The code of sections that are missing.</summary>
    private const string NoSection = "GT1004";

    private static readonly Dictionary<string, int> Order = DraftForm.Fields.Select((field, i) => (field.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>The rules by which drafts are checked.</summary>
    public async Task<RuleBook> RulesAsync(CancellationToken stop) => (await now(stop)).Rules;

    /// <summary>What reads a draft that comes back as a file.</summary>
    public async Task<DocumentReader> ReaderAsync(CancellationToken stop) => (await now(stop)).Reader;

    /// <summary>The same of a draft as it stands, with what it reaches together with others.</summary>
    public async Task<DraftReview> OfAsync(DraftEntry draft, DateOnly day, CancellationToken stop)
    {
        var review = await OfAsync(draft.Content, draft.Head.Reference, day, stop);
        return splitting is null || await splitting.FindAsync(draft, review.Decision, day, await now(stop), stop) is not { Count: > 0 } split ? review
            : review with { Findings = [.. review.Findings.Concat(split).OrderBy(Weight).ThenBy(found => Order.GetValueOrDefault(found.Field))] };
    }

    /// <summary>What the checks find in a draft that would be signed on a day, what stops the nearest step first.</summary>
    /// <param name="content">The fields.</param>
    /// <param name="reference">The reference, where it has one.</param>
    /// <param name="day">The day whose rules are asked; the day of signature, for checks that want one.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<DraftReview> OfAsync(DraftContent content, string? reference, DateOnly day, CancellationToken stop)
    {
        var (rules, reader, organisations) = await now(stop);
        var written = DraftDecision.Write(content, reference);
        var decision = reader.Complete(written.Decision);
        decision = decision with { Organisations = NamedOrganisations.In(decision, organisations) };
        var findings = Checks.Run(decision with { DateSigned = day }, rules).Select(found => Weigh(found, written, rules, day));
        var unfinished = from field in DraftForm.Fields
                         where DraftForm.Unfinished(field, content[field.Name]) is not null
                         select new DraftFinding(NotFinished, Severity.Error, DraftStep.Draft, "", field.Name, DraftForm.Unfinished(field, content[field.Name])!);
        return new DraftReview(decision, [.. findings.Concat(unfinished).OrderBy(Weight).ThenBy(found => Order.GetValueOrDefault(found.Field))]);
    }

    private static DraftFinding Weigh(Finding found, WrittenDecision written, RuleBook rules, DateOnly day)
    {
        var rule = rules.Diagnostic(found.Code);
        return new DraftFinding(found.Code, rule?.Severity ?? Severity.Warning, rule?.Step ?? DraftStep.Draft, found.Pointer, found.Code == NoSection ? Missing(written, rules, day) : written.FieldOf(found.Pointer), found.Message);
    }

    // Where sections are missing there is no place in the decision: it stands beside the field in which the first of them is written.
    private static string Missing(WrittenDecision written, RuleBook rules, DateOnly day) =>
        rules.ExpectedOn(day).Where(topic => written.Decision.Sections.All(section => section.Topic != topic.Topic))
            .Select(topic => DraftForm.Fields.FirstOrDefault(field => field.Topic == topic.Topic && field is { Lead: null, Kind: DraftFieldKind.Text })?.Name)
            .FirstOrDefault(name => name is not null) ?? "title";

    private static int Weight(DraftFinding found) => found.Severity switch
    {
        Severity.Error => (int)found.Step,
        Severity.Warning => 10,
        Severity.Info => 20,
    };
}
