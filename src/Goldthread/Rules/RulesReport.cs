using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Rules;

/// <summary>What was found in the rules, for a person and for a program.</summary>
internal static class RulesReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(RuleBookOutcome outcome, DateOnly? day, TextWriter output)
    {
        foreach (var error in outcome.Errors)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{error.File}:{error.Line}:{error.Column}: error: {error.Message}"));
        }

        var gaps = outcome.Book?.Gaps() ?? [];
        foreach (var gap in gaps)
        {
            output.WriteLine($"{gap.File}: warning: {gap.Message}");
        }

        foreach (var line in OnDay(outcome.Book, day))
        {
            output.WriteLine(line);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Errors.Count} errors, {gaps.Count} warnings"));
    }

    public static string Json(RuleBookOutcome outcome, DateOnly? day)
    {
        var errors = outcome.Errors.Select(error => (JsonNode)new JsonObject
        {
            ["file"] = error.File,
            ["line"] = error.Line,
            ["column"] = error.Column,
            ["message"] = error.Message,
        });
        var gaps = (outcome.Book?.Gaps() ?? []).Select(gap => (JsonNode)new JsonObject { ["file"] = gap.File, ["message"] = gap.Message });
        var report = new JsonObject { ["errors"] = new JsonArray([.. errors]), ["warnings"] = new JsonArray([.. gaps]) };
        if (day is not null)
        {
            report["onDay"] = new JsonArray([.. OnDay(outcome.Book, day).Select(line => (JsonNode)line)]);
        }

        return report.ToJsonString(Indented);
    }

    private static IEnumerable<string> OnDay(RuleBook? book, DateOnly? day)
    {
        if (book is null || day is not { } known)
        {
            yield break;
        }

        yield return $"On {known:yyyy-MM-dd}:";
        yield return book.ThresholdOn(known) is { } threshold
            ? $"  procurement threshold for services {Money.FromPounds(threshold.Services)}, {(threshold.IncludesVat ? "with" : "without")} VAT ({threshold.Regime})"
            : "  no procurement threshold is known";
        foreach (var scheme in book.Schemes)
        {
            yield return $"  {scheme.Body}: {scheme.VersionOn(known)?.Name ?? "no version of the scheme is known"}";
        }

        foreach (var poll in book.PreElectionOn(known))
        {
            yield return $"  in the period before {poll.Election} ({poll.Area}), {poll.Begins:yyyy-MM-dd} to {poll.Poll:yyyy-MM-dd}";
        }
    }
}
