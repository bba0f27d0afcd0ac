using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Codes;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics;

/// <summary>Runs every check that applies to a record. Each check is a pure function with a code and a page of its own.</summary>
public static class Checks
{
    private const int LongestDocument = 200_000;

    private static readonly Func<DecisionCase, IEnumerable<Finding>>[] ForDecisions =
    [
        GT1001DateSigned.Check,
        GT1002Recommendation.Check,
        GT1003Numbering.Check,
        GT1004ExpectedTopics.Check,
        GT1005WrongSection.Check,
        GT1006MissingPart.Check,
        GT1007Disagreement.Check,
        GT2001Total.Check,
        GT2002SumNotFinanced.Check,
        GT2003FinancialYear.Check,
        GT3001ParagraphCited.Check,
        GT3002Signatory.Check,
        GT3003Threshold.Check,
        GT3004NoAuthority.Check,
        GT4001Deferral.Check,
        GT4002Part2.Check,
        GT4003Privacy.Check,
        GT5001Milestone.Check,
        GT6001AdviceNotRequired.Check,
        GT6002BetweenSignatures.Check,
        GT6003PercentageBase.Check,
        GT6004SaidTwice.Check,
        GT6007MoneyTreatment.Check,
        GT6008Disclaimer.Check,
        GT6009NobodysAmount.Check,
        GT6011TwoInOne.Check,
        one => GT6012Weekday.Check(one.Document),
    ];

    // Those whose findings hang on rules that an officer may change.
    private static readonly Func<DecisionCase, IEnumerable<Finding>>[] AskingRules =
    [
        GT1004ExpectedTopics.Check,
        GT2002SumNotFinanced.Check,
        GT3001ParagraphCited.Check,
        GT3002Signatory.Check,
        GT3003Threshold.Check,
        GT6009NobodysAmount.Check,
    ];

    /// <summary>What those checks find in a decision that ask the rules an officer may change.</summary>
    public static IReadOnlyList<Finding> ByRules(Decision decision, RuleBook rules)
    {
        var one = new DecisionCase(decision, rules, document: null);
        return [.. AskingRules.SelectMany(check => InTime(() => check(one))).DistinctBy(finding => (finding.Code, finding.Pointer, finding.Quote))];
    }

    /// <summary>What the checks find in a record. An unknown document has no findings; the reader itself names it.</summary>
    /// <param name="record">A decision, minutes or a workshop.</param>
    /// <param name="rules">The rules; the day they are asked for is the record's own.</param>
    public static IReadOnlyList<Finding> Run(object record, RuleBook rules) => Run(record, rules, document: null);

    /// <summary>What the checks find in a record and in the document it was read from.</summary>
    /// <param name="record">A decision, minutes or a workshop.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="document">The whole extracted text, for facts that stand in no field; null for a draft written here.</param>
    public static IReadOnlyList<Finding> Run(object record, RuleBook rules, string? document)
    {
        document = document is { Length: > LongestDocument } ? document[..LongestDocument] : document;
        var found = record switch
        {
            Decision decision => OfDecision(new DecisionCase(decision, rules, document)),
            Minutes minutes => OfMinutes(minutes, document),
            Workshop workshop => OfWorkshop(workshop, document),
            _ => [],
        };
        return [.. found.DistinctBy(finding => (finding.Code, finding.Pointer, finding.Quote))];
    }

    private static IEnumerable<Finding> OfDecision(DecisionCase decision) => ForDecisions.SelectMany(check => InTime(() => check(decision)));

    private static IEnumerable<Finding> OfMinutes(Minutes minutes, string? document) =>
    [
        .. InTime(() => GT1003Numbering.Check(minutes)),
        .. InTime(() => GT1006MissingPart.Check(minutes, document)),
        .. InTime(() => GT1007Disagreement.Check(minutes, document)),
        .. InTime(() => GT2001Total.Check(minutes, document)),
        .. InTime(() => GT6005PublishedTooEarly.Check(minutes)),
        .. InTime(() => GT6006ActionsWithoutRecord.Check(minutes)),
        .. InTime(() => GT6012Weekday.Check(document)),
    ];

    private static IEnumerable<Finding> OfWorkshop(Workshop workshop, string? document) =>
        [.. InTime(() => GT1006MissingPart.Check(workshop, document)), .. InTime(() => MeetingDates.Disagreeing(workshop, document)), .. InTime(() => GT2001Total.Check(workshop, document)), .. InTime(() => GT6010MeasuresWithoutNumber.Check(workshop))];

    // A text that is made to be slow costs the check that it slows, not the reading of the document. A machine that is
    // kept busy may look like one: the check is made once more.
    private static IReadOnlyList<Finding> InTime(Func<IEnumerable<Finding>> check, int tries = 2)
    {
        try
        {
            return [.. check()];
        }
        catch (RegexMatchTimeoutException)
        {
            return tries > 1 ? InTime(check, tries - 1) : [];
        }
    }
}
