using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Reading;
using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>Checks drafts with the diagnostics that read documents, each at its field of the form.</summary>
/// <param name="rules">The rules.</param>
/// <param name="reader">What finds sums, law and other decisions in the texts.</param>
public sealed class DraftReviews(RuleBook rules, DocumentReader reader)
{
    /// <summary>The code of what is not finished in a field of the form; it is none of the catalogue, which is of documents.</summary>
    public const string NotFinished = "form";

    private static readonly Dictionary<string, int> Order = DraftForm.Fields.Select((field, i) => (field.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>The rules by which drafts are checked.</summary>
    public RuleBook Rules => rules;

    /// <summary>What reads a draft that comes back as a file.</summary>
    public DocumentReader Reader => reader;

    /// <summary>What the checks find in a draft that would be signed on a day, what stops the nearest step first.</summary>
    /// <param name="content">The fields.</param>
    /// <param name="reference">The reference, where it has one.</param>
    /// <param name="day">The day whose rules are asked; the day of signature, for checks that want one.</param>
    public DraftReview Of(DraftContent content, string? reference, DateOnly day)
    {
        var written = DraftDecision.Write(content, reference);
        var decision = reader.Complete(written.Decision);
        var findings = Checks.Run(decision with { DateSigned = day }, rules).Select(found => Weigh(found, written));
        var unfinished = from field in DraftForm.Fields
                         where DraftForm.Unfinished(field, content[field.Name]) is not null
                         select new DraftFinding(NotFinished, Severity.Error, DraftStep.Draft, "", field.Name, DraftForm.Unfinished(field, content[field.Name])!);
        return new DraftReview(decision, [.. findings.Concat(unfinished).OrderBy(Weight).ThenBy(found => Order.GetValueOrDefault(found.Field))])
        {
            Demanded = [.. Demanded(content)],
        };
    }

    /// <summary>The same, as whoever takes a step asks for it: a <see cref="DraftReviewer"/>.</summary>
    public Task<DraftReview> ReviewAsync(DraftEntry draft, DateOnly day, CancellationToken stop) =>
        Task.FromResult(Of(draft.Content, draft.Head.Reference, day));

    private DraftFinding Weigh(Finding found, WrittenDecision written)
    {
        var rule = rules.Diagnostic(found.Code);
        return new DraftFinding(found.Code, rule?.Severity ?? Severity.Warning, rule?.Step ?? DraftStep.Draft, found.Pointer, written.FieldOf(found.Pointer), found.Message);
    }

    private static int Weight(DraftFinding found) => found.Severity switch
    {
        Severity.Error => (int)found.Step,
        Severity.Warning => 10,
        Severity.Info => 20,
    };

    // Money asks for finance, a supplier for commercial and legal advice, personal data for data protection; equality always.
    private static IEnumerable<AdviceField> Demanded(DraftContent content)
    {
        var supplied = content["supplier"].Length > 0 || content["category"].Length > 0;
        if (supplied)
            yield return AdviceField.Legal;
        if (content.Money.Count > 0)
            yield return AdviceField.Finance;
        yield return AdviceField.Equality;
        if (content["personal-data"] == "yes")
            yield return AdviceField.DataProtection;
        if (supplied)
            yield return AdviceField.Commercial;
    }
}
