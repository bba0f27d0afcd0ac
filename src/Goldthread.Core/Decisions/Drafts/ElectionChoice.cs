using System.Globalization;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>Why something new is published in the period before an election: a choice that is asked for and kept with the step.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Words">The choice in words.</param>
/// <param name="Kept">The sentence that is kept.</param>
public sealed record ElectionChoice(string Value, string Words, string Kept)
{
    /// <summary>Every choice.</summary>
    public static IReadOnlyList<ElectionChoice> All { get; } =
    [
        new("required", "The law requires it to be published. An election never holds that back.", "the law requires it to be published."),
        new("ordinary", "It is ordinary business, published when it would be in any year.", "it is ordinary business, published when it would be in any year."),
        new("agreed", "It is more than that, and whoever advises the body on the law agreed to it.", "whoever advises the body on the law agreed to it."),
    ];

    /// <summary>The choice of a value, or null.</summary>
    public static ElectionChoice? Find(string? value) => All.FirstOrDefault(choice => choice.Value == value);

    /// <summary>What is kept of it: before which elections, and why all the same.</summary>
    public string KeptBefore(IReadOnlyList<PollingDay> elections) => $"{Before(elections)}: {Kept}";

    /// <summary>Before which elections it falls, at the head of a sentence.</summary>
    public static string Before(IReadOnlyList<PollingDay> elections)
    {
        List<string> each = [.. elections.Select(poll => $"the election of {Written(poll.Poll)} ({poll.Election})")];
        return $"In the period before {(each.Count < 2 ? string.Concat(each) : $"{string.Join(", ", each.Take(each.Count - 1))} and {each[^1]}")}";
    }

    /// <summary>Since when the period lasts and how that is known, in a sentence.</summary>
    public static string Since(PollingDay poll) =>
        $"{poll.Election} ({poll.Area}), {Written(poll.Poll)}: the period began on {Written(poll.Begins)}, {(poll.Published ? "the day of the notice that was published" : "a day worked out from the polling day, because no notice was seen; an actual notice comes before it")}.";

    private static string Written(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
