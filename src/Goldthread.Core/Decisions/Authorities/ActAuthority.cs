using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>What one version of a scheme says of one kind of act and an amount.</summary>
/// <param name="Act">The kind of act.</param>
/// <param name="Amount">The amount that its limits are held against, in pounds: the greatest single sum; null where none is given.</param>
/// <param name="Provisions">The provisions for the kind, whatever the amount; none where it is not sure that they are meant.</param>
/// <param name="Holding">Those of them that hold the amount.</param>
/// <param name="Gap">The nearest limits around an amount that nobody holds, or null.</param>
public sealed record ActAuthority(
    Act Act, decimal? Amount, IReadOnlyList<Provision> Provisions, IReadOnlyList<Provision> Holding, (Provision Below, Provision Above)? Gap)
{
    /// <summary>Whether any of the provisions has a limit, so that the amount matters.</summary>
    public bool IsLimited => Provisions.Any(provision => provision.Least is not null || provision.Most is not null);

    /// <summary>The provision of the lowest role that may decide; a higher role may as well. Null where nobody is known to.</summary>
    public Provision? Decisive => Holding.MaxBy(provision => provision.Role.Rank);

    /// <summary>Asks a version of a scheme.</summary>
    public static ActAuthority Of(Act act, Request request, SchemeVersion version)
    {
        var amount = request.Greatest?.Pounds;
        List<Provision> provisions = act == Act.Policy && !request.IsSignificantPolicy ? [] : [.. version.Provisions.Where(provision => provision.Acts.Contains(act))];
        var limited = provisions.Exists(provision => provision.Least is not null || provision.Most is not null);
        List<Provision> holding = !limited ? provisions : amount is { } pounds ? [.. provisions.Where(provision => provision.Holds(pounds))] : [];
        var gap = amount is { } sum ? SchemeGaps.Between(version, act, sum) : null;
        return new(act, amount, provisions, holding, gap);
    }
}
