using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>How drafts and what is found in them are put into words.</summary>
public static class DraftWords
{
    /// <summary>What a finding weighs, in words: an error by the step that it stops.</summary>
    public static string Weight(DraftFinding found) => found.Severity switch
    {
        Severity.Error => found.Step switch
        {
            DraftStep.Draft => "Stops it being sent on",
            DraftStep.Signing => "Stops the signature",
            DraftStep.Publication => "Stops publication",
        },
        Severity.Warning => "Warning",
        Severity.Info => "Note",
    };

    /// <summary>Where the catalogue says more of what was found; null for what is none of the catalogue.</summary>
    public static string? DiagnosticOf(string code) => code.StartsWith("GT", StringComparison.Ordinal) ? $"/diagnostics/{code}" : null;

    /// <summary>The class of a finding's looks.</summary>
    public static string Tone(DraftFinding found) => found.Severity switch { Severity.Error => "error", Severity.Warning => "warning", Severity.Info => "note" };

    /// <summary>How much was found, in a sentence.</summary>
    public static string Count(IReadOnlyList<DraftFinding> findings)
    {
        if (findings.Count == 0)
            return "The checks find nothing that is missing or does not add up.";
        var (errors, warnings, notes) = (findings.Count(found => found.Severity == Severity.Error), findings.Count(found => found.Severity == Severity.Warning), findings.Count(found => found.Severity == Severity.Info));
        var parts = new[] { (errors, "error", "errors"), (warnings, "warning", "warnings"), (notes, "note", "notes") }
            .Where(part => part.Item1 > 0).Select(part => $"{Wording.Number(part.Item1)} {(part.Item1 == 1 ? part.Item2 : part.Item3)}").ToList();
        return $"The checks find {Wording.Join(parts)}.";
    }

    /// <summary>A part of the form in words.</summary>
    public static string Of(DraftGroup group) => group switch
    {
        DraftGroup.Request => "What is asked for",
        DraftGroup.Report => "The supporting report",
        DraftGroup.Equality => "The nine protected characteristics",
        DraftGroup.Declarations => "Who was consulted",
        DraftGroup.Publication => "Publication",
    };

    /// <summary>A part of the form as an id.</summary>
    public static string IdOf(DraftGroup group) => "part-" + group.ToString().ToLowerInvariant();

    /// <summary>What a draft is called while it has no title.</summary>
    public static string Title(DraftHead draft) => draft.Title.Length > 0 ? draft.Title : "A draft without a title";

    /// <summary>Why a draft waits for somebody.</summary>
    public static string Why(DraftWaiting waiting) => waiting.Why switch
    {
        DraftWait.Decide => "waits for your decision",
        DraftWait.SendOn => "waits for you to send it on or decide",
        DraftWait.Advise => $"waits for your {(waiting.Advice is { } field ? Core.People.Roles.Words(field) + " " : "")}advice",
        DraftWait.Returned => "came back with questions",
        DraftWait.Advised => "has all the advice that was asked for",
        DraftWait.Publish => "is signed and waits to be published",
    };
}
