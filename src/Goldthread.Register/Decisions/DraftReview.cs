using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Register.People;

namespace Goldthread.Register.Decisions;

/// <summary>Something that the checks found in a draft.</summary>
/// <param name="Code">The stable code of the catalogue.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Step">The step that its error would stop, with all after it.</param>
/// <param name="Pointer">A JSON Pointer into the decision.</param>
/// <param name="Field">The field of the form that it stands beside.</param>
/// <param name="Message">What is wrong and what was expected, with the figures.</param>
public sealed record DraftFinding(string Code, Severity Severity, DraftStep Step, string Pointer, string Field, string Message)
{
    /// <summary>What an acknowledgement of it names: 32 hexadecimal digits of code, place and words; other figures are another warning.</summary>
    public string Subject => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Code}\n{Pointer}\n{Message}")))[..32];
}

/// <summary>A draft as whoever takes a step must know it.</summary>
/// <param name="Decision">The decision that it would be, with the sums, citations and ties that a reader finds in its texts.</param>
/// <param name="Findings">What the checks found.</param>
public sealed record DraftReview(Decision Decision, IReadOnlyList<DraftFinding> Findings)
{
    /// <summary>The fields in which the rules of the day demand advice.</summary>
    public IReadOnlyList<AdviceField> Demanded { get; init; } = [];

    /// <summary>The elections before which a day falls, by the rules.</summary>
    public Func<DateOnly, IReadOnlyList<PollingDay>> ElectionsOn { get; init; } = _ => [];

    /// <summary>Whether the scheme then in force leaves the decision to the chief executive.</summary>
    public bool MayChiefDecide { get; init; }
}

/// <summary>Reviews a draft as the rules of a day want it.</summary>
/// <param name="draft">The draft; its <see cref="DraftEntry.Content"/> is what counts.</param>
/// <param name="day">The day whose rules are asked.</param>
/// <param name="stop">Stops it.</param>
public delegate Task<DraftReview> DraftReviewer(DraftEntry draft, DateOnly day, CancellationToken stop);

/// <summary>What somebody who takes a step says with it.</summary>
/// <param name="Version">The version of the draft that she saw.</param>
public sealed record StepRequest(int Version)
{
    /// <summary>The most characters of a reason and of a declaration.</summary>
    public const int LongestWords = 4000;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What whoever signs declares of her interests, if only that she has none.</summary>
    public string Interests { get; init; } = "";

    /// <summary>The warnings that she acknowledges with it, each by its subject.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>Fields of advice to ask for besides those that the rules demand.</summary>
    public IReadOnlyList<AdviceField> Advice { get; init; } = [];

    /// <summary>The day to which publication is deferred; either this or an event.</summary>
    public DateOnly? DeferUntil { get; init; }

    /// <summary>The event after which it is published.</summary>
    public string DeferEvent { get; init; } = "";

    /// <summary>Why it is published before an election, where it is: the value of an <see cref="ElectionChoice"/>.</summary>
    public string Election { get; init; } = "";

    /// <summary>For a correction: the new texts, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Corrections { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What became of a step.</summary>
/// <param name="Draft">The draft as it stands now; null where nothing was done.</param>
/// <param name="Fault">Why nothing was done.</param>
public sealed record StepOutcome(DraftHead? Draft, PersonFault? Fault)
{
    /// <summary>What the checks found that stops it, or the warnings that wait to be acknowledged.</summary>
    public IReadOnlyList<DraftFinding> Findings { get; init; } = [];

    /// <summary>The fields in which advice is missing, or was given on something else.</summary>
    public IReadOnlyList<AdviceField> Advice { get; init; } = [];

    /// <summary>There is no such draft, or not for her.</summary>
    internal static StepOutcome Nothing { get; } = new(null, DraftOutcome.Nothing.Fault);

    internal static StepOutcome Wrong(string code, string field, string message) => new(null, new PersonFault(code, field, message));
}
