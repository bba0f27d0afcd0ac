using Goldthread.Core.People;

namespace Goldthread.Core.Rules;

/// <summary>A power in statute that a body may name as its authority.</summary>
/// <param name="Statute">The Act, with its year.</param>
/// <param name="Provision">The section or paragraph.</param>
/// <param name="Allows">What it allows, in words.</param>
/// <param name="Acts">The kinds of act that it serves.</param>
/// <param name="Effect">The days on which it holds.</param>
/// <param name="Source">Where it was found.</param>
public sealed record StatutoryPower(string Statute, string Provision, string Allows, IReadOnlyList<Act> Acts, Effect Effect, string Source);

/// <summary>A kind of advice that a request must have.</summary>
/// <param name="Advice">The field.</param>
/// <param name="When">What about the request demands it.</param>
/// <param name="Needs">What the advice must bring with it, or null.</param>
/// <param name="Effect">The days on which it is demanded.</param>
/// <param name="Source">Where it was found.</param>
public sealed record AdviceRule(AdviceField Advice, AdviceWhen When, string? Needs, Effect Effect, string Source);

/// <summary>What about a request demands a kind of advice.</summary>
public enum AdviceWhen
{
    /// <summary>Every request.</summary>
    Always,

    /// <summary>One that asks for money, whatever the amount.</summary>
    Money,

    /// <summary>One that asks for a contract.</summary>
    Contract,

    /// <summary>One that handles personal data.</summary>
    PersonalData,
}

/// <summary>The standard rate of value added tax.</summary>
/// <param name="Effect">The days on which it holds.</param>
/// <param name="Percent">The rate, in per cent of the price without the tax.</param>
/// <param name="Source">Where it was found.</param>
public sealed record VatRate(Effect Effect, decimal Percent, string Source)
{
    /// <summary>A price without the tax, put with it.</summary>
    public decimal With(decimal pounds) => pounds * (100 + Percent) / 100;

    /// <summary>A price with the tax, put without it.</summary>
    public decimal Without(decimal pounds) => pounds * 100 / (100 + Percent);
}

/// <summary>What is added up with a request, to see whether parts of one thing stay below a limit.</summary>
/// <param name="Tie">What the requests have in common.</param>
/// <param name="Months">How far back, the first day counted.</param>
/// <param name="Effect">The days on which the rule holds.</param>
/// <param name="Source">Where it was found.</param>
public sealed record SplittingRule(SplittingTie Tie, int Months, Effect Effect, string Source);

/// <summary>What requests have in common that are added up.</summary>
public enum SplittingTie
{
    /// <summary>The same supplier.</summary>
    Supplier,

    /// <summary>The same commitment and the same procurement category.</summary>
    CommitmentAndCategory,
}
