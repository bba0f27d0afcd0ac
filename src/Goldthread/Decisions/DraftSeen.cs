using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>What somebody saw of a draft, so that she can be told what changed when she acts on it too late.</summary>
public static class DraftSeen
{
    /// <summary>What she sees, for a hidden field of a form: the number of steps taken, then the version of each field.</summary>
    public static string Of(DraftEntry draft, int steps) =>
        string.Join(' ', draft.Parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key}:{part.Value.Version}")).Prepend(steps.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What changed since, a sentence each.</summary>
    public static IReadOnlyList<string> Since(string? seen, DraftEntry draft, IReadOnlyList<StepEntry> history)
    {
        var parts = (seen ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var steps))
            return [];
        var versions = parts.Skip(1).Select(part => part.Split(':')).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1], StringComparer.Ordinal);
        return
        [
            .. history.Where(step => step.Number > steps).Select(step => $"{Said(step)} on {Wording.Instant(step.At)}.{(step.Reason.Length > 0 ? $" {step.Reason}" : "")}"),
            .. from field in DraftForm.Fields
               where draft.Parts.ContainsKey(field.Name)
               let part = draft.Parts[field.Name]
               where versions[field.Name].FirstOrDefault() != part.Version.ToString(CultureInfo.InvariantCulture)
               select $"“{field.Label}” was changed on {Wording.Instant(part.At)}.",
        ];
    }

    /// <summary>Who did what, at the head of a sentence: <c>A policy officer sent it …</c>.</summary>
    public static string Said(StepEntry step) => $"{step.By?.Words ?? "The register itself"}{(step.ActingFor is { } covered ? $", for {covered.Words}" : "")}: {Did(step)}";

    /// <summary>What was done, in words of the past.</summary>
    public static string Did(StepEntry step) => step.Act is not { } act ? "began it" : act switch
    {
        DraftAct.AskAdvice => "asked for advice",
        DraftAct.SendOn => "sent it to the chief executive",
        DraftAct.Recommend => "sent it to the decision maker",
        DraftAct.Approve => "signed it",
        DraftAct.Return => "returned it with questions",
        DraftAct.Refuse => "refused it",
        DraftAct.TakeBack => "took it back to go on writing",
        DraftAct.Abandon => "gave it up",
        DraftAct.Publish => "published it",
        DraftAct.Defer => "deferred its publication",
        DraftAct.Correct => "corrected it",
        DraftAct.Supersede => "put a later decision in its place",
        DraftAct.Withdraw => "withdrew it",
    };
}
