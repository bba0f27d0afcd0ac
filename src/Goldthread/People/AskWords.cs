using System.Globalization;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Site;

namespace Goldthread.People;

/// <summary>What was asked, in words.</summary>
internal static class AskWords
{
    /// <summary>When it is needed, or by how much it is late: <c>late by 12 days</c>, <c>due today</c>, <c>by 3 March 2027</c>.</summary>
    public static string When(Ask ask, DateOnly today) => ask.State != AskState.Open ? State(ask) : (ask.Due.DayNumber - today.DayNumber) switch
    {
        < -1 => string.Create(CultureInfo.InvariantCulture, $"late by {ask.DaysLate(today):#,0} days"),
        -1 => "late by 1 day",
        0 => "due today",
        1 => "due tomorrow",
        _ => $"by {Wording.Date(ask.Due)}",
    };

    /// <summary>Where it stands, in a word or two.</summary>
    public static string State(Ask ask) => ask.State switch
    {
        AskState.Open => "waiting",
        AskState.Done => "done",
        AskState.Declined => "declined",
        AskState.Withdrawn => "no longer needed",
    };

    /// <summary>The colour of where it stands: late, waiting, done or closed.</summary>
    public static string Tone(Ask ask, DateOnly today) =>
        ask.State == AskState.Done ? "done" : ask.State != AskState.Open ? "closed" : ask.DaysLate(today) > 0 ? "late" : "open";

    /// <summary>Of whom it is asked, and who of them has it.</summary>
    public static string Of(AskEntry entry, IReadOnlyDictionary<string, string> organisations)
    {
        var organisation = entry.Ask.Organisation is { } slug ? organisations.GetValueOrDefault(slug, slug) : null;
        if (entry.Of is { } person)
            return organisation is null ? person.Words : $"{person.Words}, {organisation}";
        var all = OfAll(entry.Ask, organisations);
        return char.ToUpperInvariant(all[0]) + all[1..];
    }

    /// <summary>Of whom it is asked, where of nobody in particular: <c>anybody at Lantern Advocacy</c>, <c>any legal adviser</c>.</summary>
    public static string OfAll(Ask ask, IReadOnlyDictionary<string, string> organisations) =>
        ask.Organisation is { } slug ? $"anybody at {organisations.GetValueOrDefault(slug, slug)}" : $"any {Roles.Words(ask.Role!.Value, ask.Advice)}";

    /// <summary>So many things, for a sentence: <c>Nothing waits for you.</c>, <c>3 things wait for you, 1 of them late.</c></summary>
    public static string Count(int waiting, int late) => waiting switch
    {
        0 => "Nothing waits for you.",
        1 => late == 1 ? "One thing waits for you, and is late." : "One thing waits for you.",
        _ => $"{Wording.Number(waiting)} things wait for you{(late > 0 ? $", {Wording.Number(late)} of them late" : "")}.",
    };
}

/// <summary>A row of a list of what was asked.</summary>
/// <param name="Entry">What was asked.</param>
/// <param name="Said">Who asked, or who has it.</param>
/// <param name="Today">Today.</param>
/// <param name="About">The record it is about, where the reader may see it.</param>
public sealed record AskLine(AskEntry Entry, string Said, DateOnly Today, Core.Records.RecordHead? About);
