using Goldthread.Core.Diagnostics;
using Goldthread.Core.Money;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>What somebody asks to be decided, as far as the rules ask about it: kinds of act, sums, the day.</summary>
/// <remarks>What is not known is null or empty, never a guess; what then cannot be said is named as not known.</remarks>
public sealed record Request
{
    /// <summary>The public body that decides, by its reference among the organisations; null where it is not known.</summary>
    public string? Body { get; init; }

    /// <summary>The day that the rules are asked for: of signing, or the one on which it is drafted.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The kinds of act asked for.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>The sums asked for; a total may stand beside its parts.</summary>
    public IReadOnlyList<AskedSum> Sums { get; init; } = [];

    /// <summary>Where this adds to a contract or grant: the whole of it, in pounds, with the addition; else null.</summary>
    public decimal? Whole { get; init; }

    /// <summary>Whether a strategy, plan or policy that is asked for is surely a significant one.</summary>
    public bool IsSignificantPolicy { get; init; }

    /// <summary>Whether personal data is handled; null where that is not known.</summary>
    public bool? HandlesPersonalData { get; init; }

    /// <summary>What a contract buys; null where that is not known.</summary>
    public PurchaseKind? Buys { get; init; }

    /// <summary>The greatest single sum, in pounds; null where none is given.</summary>
    public AskedSum? Greatest => Sums.Count == 0 ? null : Sums.MaxBy(sum => sum.Pounds);

    /// <summary>The most that the request can be for, in pounds: all sums together, or the whole that it adds to.</summary>
    public decimal? AtMost => Sums.Count == 0 ? null : Math.Max(Sums.Sum(sum => sum.Pounds), Whole ?? 0);

    /// <summary>Whether it asks to spend, to contract or to award a grant.</summary>
    public bool IsForMoney => Sums.Count > 0 || Acts.Any(act => act is Act.Spending or Act.Contract or Act.Grant);

    /// <summary>What a decision asks for, by its words.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rules">The rules: they know the body by the decision's reference, and the financial sections.</param>
    public static Request Of(Decision decision, RuleBook rules)
    {
        var one = new DecisionCase(decision, rules, document: null);
        return one.Request with { HandlesPersonalData = one.SaysPersonalDataIsUsed ? true : null };
    }
}

/// <summary>A sum asked for.</summary>
/// <param name="Pounds">The sum in pounds.</param>
/// <param name="Vat">Whether value added tax is in it.</param>
public sealed record AskedSum(decimal Pounds, VatBasis Vat = VatBasis.Unknown);

/// <summary>What a contract buys, as procurement law sorts it.</summary>
public enum PurchaseKind
{
    /// <summary>Services that are not light-touch ones.</summary>
    Services,

    /// <summary>Light-touch services, such as health and social care.</summary>
    LightTouch,

    /// <summary>Anything else, such as works, for which no thresholds are known here.</summary>
    Other,
}
