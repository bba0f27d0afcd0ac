using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Publishing;

namespace Goldthread.Rules;

/// <summary>What would come of a changed rules file: tried on the past decisions of the register, and nothing saved.</summary>
/// <param name="Errors">What in the text cannot be used; while there is any, nothing else is tried.</param>
/// <param name="NewGaps">Gaps and overlaps that the change brings.</param>
/// <param name="ClosedGaps">Gaps and overlaps that it ends.</param>
/// <param name="Changed">The decisions that would come out differently, the newest first.</param>
/// <param name="Looked">How many decisions were looked at.</param>
/// <param name="Total">How many there are.</param>
internal sealed record RuleTrial(
    IReadOnlyList<RuleError> Errors, IReadOnlyList<string> NewGaps, IReadOnlyList<string> ClosedGaps, IReadOnlyList<TriedDecision> Changed, int Looked, int Total)
{
    /// <summary>So many of the newest decisions are looked at: more than a body of this size decides in ten years.</summary>
    public const int Most = 2000;

    /// <summary>Tries a text.</summary>
    /// <param name="view">The register, for staff.</param>
    /// <param name="files">The rules in use, by path.</param>
    /// <param name="changed">The file as it would be.</param>
    /// <param name="stop">Stops the trial.</param>
    public static async Task<RuleTrial> RunAsync(RegisterView view, IReadOnlyDictionary<string, string> files, RuleFile changed, CancellationToken stop)
    {
        var outcome = RuleBook.Parse(new Dictionary<string, string>(files, StringComparer.Ordinal) { [changed.Path] = changed.Text });
        if (outcome.Book is not { } after || outcome.Errors.Count > 0)
            return new(outcome.Errors, [], [], [], 0, 0);

        var before = RuleBook.Parse(files).Book;
        var (were, are) = (Gaps(before), Gaps(after));
        var (looked, different) = (0, new List<TriedDecision>());
        if (before is not null)
        {
            await foreach (var (head, content) in view.ContentsAsync(RecordKinds.Decision, Most, stop))
            {
                looked++;
                if (DecisionOutcome.Changes((Decision)content, before, after) is { Count: > 0 } changes)
                    different.Add(new TriedDecision(head, changes));
            }
        }

        var total = (await view.CountsAsync(stop)).GetValueOrDefault(RecordKinds.Decision.Name);
        return new([], [.. are.Except(were, StringComparer.Ordinal)], [.. were.Except(are, StringComparer.Ordinal)], different, looked, Math.Max(looked, total));
    }

    private static List<string> Gaps(RuleBook? book) => [.. (book?.Gaps() ?? []).Select(gap => $"{gap.File}: {gap.Message}")];
}

/// <summary>A past decision that would come out differently.</summary>
internal sealed record TriedDecision(RecordHead Head, IReadOnlyList<OutcomeChange> Changes);
