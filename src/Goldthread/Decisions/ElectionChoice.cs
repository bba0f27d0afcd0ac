using Goldthread.Core.Rules;
using Goldthread.Site;

namespace Goldthread.Decisions;

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

    /// <summary>Before which elections it falls, at the head of a sentence.</summary>
    public static string Before(IReadOnlyList<PollingDay> elections) => $"In the period before {Wording.Join([.. elections.Select(poll => $"the election of {Wording.Date(poll.Poll)} ({poll.Election})")])}";

    /// <summary>Since when the period lasts and how that is known, in a sentence.</summary>
    public static string Since(PollingDay poll) =>
        $"{poll.Election} ({poll.Area}), {Wording.Date(poll.Poll)}: the period began on {Wording.Date(poll.Begins)}, {(poll.Published ? "the day of the notice that was published" : "a day worked out from the polling day, because no notice was seen; an actual notice comes before it")}.";
}
