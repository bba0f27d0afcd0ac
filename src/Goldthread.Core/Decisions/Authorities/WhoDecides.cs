using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Authorities;

/// <summary>Who must decide a request under the body's scheme of the day, and why.</summary>
/// <param name="Scheme">The body's scheme, or null where none is known.</param>
/// <param name="Version">Its version of the day, or null where none is known or nothing is known of it.</param>
/// <param name="Acts">What the scheme says of each kind of act asked for, in their order.</param>
/// <param name="Role">The role that must decide by what is known; null where nothing is.</param>
/// <param name="NotKnown">What cannot be said by the rules, a sentence each. While there is any, the role may be too low.</param>
/// <param name="Why">Every figure, rule and day used, a sentence each.</param>
public sealed record WhoDecides(
    Scheme? Scheme, SchemeVersion? Version, IReadOnlyList<ActAuthority> Acts, SchemeRole? Role, IReadOnlyList<string> NotKnown, IReadOnlyList<string> Why)
{
    /// <summary>Whether the rules leave nothing open.</summary>
    public bool IsSettled => Role is not null && NotKnown.Count == 0;

    /// <summary>The provisions that make the role the one that must decide.</summary>
    public IReadOnlyList<Provision> Provisions =>
        [.. Acts.Select(act => act.Decisive).OfType<Provision>().Where(provision => provision.Role == Role).Distinct()];

    /// <summary>Their paragraphs as a sentence cites them: <c>paragraphs 4.8 and 4.13</c>; empty where there are none.</summary>
    public string Cited => AuthorityWords.Cite(Provisions);

    /// <summary>Asks the rules.</summary>
    public static WhoDecides Of(Request request, RuleBook rules)
    {
        if (rules.SchemeOfBody(request.Body) is not { } scheme)
        {
            return new(null, null, [], null, ["No scheme of delegation is known here for this body."], []);
        }

        if (scheme.VersionOn(request.Day) is not { Provisions.Count: > 0 } version)
        {
            var day = request.Day is { } known ? $" on {AuthorityWords.Of(known)}" : "";
            return new(scheme, null, [], null, [$"Nothing is known of what the {scheme.Names[0]} said{day}."], []);
        }

        var acts = request.Acts.Select(act => ActAuthority.Of(act, request, version)).ToList();
        var role = acts.Select(act => act.Decisive?.Role).OfType<SchemeRole>().MinBy(role => role.Rank);
        return new(scheme, version, acts, role, [.. Unknowns(request, version, acts, role)], [.. Reasons(request, scheme, version, acts, role)]);
    }

    private static IEnumerable<string> Unknowns(Request request, SchemeVersion version, List<ActAuthority> acts, SchemeRole? role)
    {
        if (acts.Count == 0)
        {
            yield return "No kind of act is asked for that the scheme speaks of.";
        }

        foreach (var open in acts.Where(act => !IsSettledBy(act, role)).Select(act => AuthorityWords.Open(act, version)).OfType<string>())
        {
            yield return open;
        }

        if (request.AtMost is { } together && request.Greatest is { } greatest && together > greatest.Pounds && Higher(request, version, together, role) is { } higher)
        {
            yield return $"Whether it is one thing: {(request.Whole == together ? "the whole that it adds to" : "taken together it")} comes to {AuthorityWords.Of(together)}, which is for {higher.Role.Name} to decide ({AuthorityWords.Cite(higher)}).";
        }
    }

    // An amount between two limits is nobody's, unless another kind of act gives the whole to a role that is no lower than either.
    private static bool IsSettledBy(ActAuthority act, SchemeRole? role) =>
        act.Gap is var (below, above) && role is not null && role.Rank <= Math.Min(below.Role.Rank, above.Role.Rank);

    private static Provision? Higher(Request request, SchemeVersion version, decimal together, SchemeRole? role) =>
        request.Acts.Select(act => ActAuthority.Of(act, request with { Sums = [new(together)], Whole = null }, version).Decisive)
            .OfType<Provision>().Where(provision => role is null || provision.Role.Rank < role.Rank).MinBy(provision => provision.Role.Rank);

    private static IEnumerable<string> Reasons(Request request, Scheme scheme, SchemeVersion version, List<ActAuthority> acts, SchemeRole? role)
    {
        yield return request.Day is { } day
            ? $"On {AuthorityWords.Of(day)} the {scheme.Names[0]} held in the version “{version.Name}” ({version.Source})."
            : $"No day is given, so the latest version known of the {scheme.Names[0]} is taken, “{version.Name}” ({version.Source}).";
        if (request.Sums.Count > 1)
        {
            yield return $"Of {request.Sums.Count} sums asked for, the greatest is {AuthorityWords.Of(request.Greatest!.Pounds)}.";
        }

        foreach (var act in acts.Where(act => act.Decisive is not null))
        {
            yield return $"{act.Act.Words()}{AuthorityWords.OfAmount(act)} is for {act.Decisive!.Role.Name} to decide: {AuthorityWords.Cite(act.Decisive)}, {AuthorityWords.Says(act.Decisive)} (source: {act.Decisive.Source}).";
        }

        if (acts.Select(act => act.Decisive?.Role).OfType<SchemeRole>().Distinct().Count() > 1)
        {
            yield return $"The highest of these decides the whole: {role!.Name}.";
        }

        if (acts.Exists(act => act.IsLimited && act.Amount is not null))
        {
            yield return "What is known of the scheme does not say whether its limits count VAT, so the sum is taken as it was asked for.";
        }
    }
}
