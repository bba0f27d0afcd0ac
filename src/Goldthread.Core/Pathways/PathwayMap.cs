namespace Goldthread.Core.Pathways;

/// <summary>A map of the pathways of support: who may come in where, and where each hand-off leads.</summary>
/// <remarks>
/// A map is immutable and holds no person. Everything stands in the order of its file; that order is the
/// order of the answer. Doors, services and links refer to each other by index, so a map that exists has
/// no loose ends: <see cref="MapReader"/> refuses them.
/// </remarks>
/// <param name="Dimensions">The characteristics that decide who may use what; at least one.</param>
/// <param name="Needs">The kinds of help; at least one.</param>
/// <param name="Doors">The access points.</param>
/// <param name="Services">The services.</param>
/// <param name="Links">The hand-offs.</param>
/// <param name="Shares">For each dimension, the share of people who have each value; null where not known.</param>
public sealed record PathwayMap(
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Need> Needs,
    IReadOnlyList<Door> Doors,
    IReadOnlyList<Service> Services,
    IReadOnlyList<Link> Links,
    IReadOnlyList<double[]>? Shares)
{
    /// <summary>The number of profiles: one for every combination of values. It may be astronomical.</summary>
    public System.Numerics.BigInteger ProfileCount =>
        Dimensions.Aggregate(System.Numerics.BigInteger.One, (count, dimension) => count * dimension.Values.Count);
}

/// <summary>A characteristic, such as the borough, and its values.</summary>
public sealed record Dimension(string Name, IReadOnlyList<string> Values);

/// <summary>A kind of help, such as refuge.</summary>
public sealed record Need(string Id, string Name);

/// <summary>The days on which something is open; null is no bound, and both bounds belong to it.</summary>
public readonly record struct Days(DateOnly? First, DateOnly? Last)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Include(DateOnly day) => !(day < First) && !(day > Last);
}

/// <summary>What has days and conditions: a door, a service or a link.</summary>
public abstract record Subject(string Id, Days Days, Conditions Conditions);

/// <summary>An access point: a GP, a police front desk, a helpline, a school.</summary>
public sealed record Door(string Id, string Name, string Organisation, string Stage, Days Days, Conditions Conditions)
    : Subject(Id, Days, Conditions);

/// <summary>A service. <c>Provides</c> holds indexes of needs, in order; <c>Funding</c> is the reference of the contract or grant that pays for it, or empty.</summary>
public sealed record Service(
    string Id, string Name, string Organisation, string Stage, bool MeetsStandard, Days Days, string Funding,
    IReadOnlyList<int> Provides, Conditions Conditions)
    : Subject(Id, Days, Conditions);

/// <summary>A hand-off to a service.</summary>
/// <param name="Id">The id.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">The index of the service where it ends.</param>
/// <param name="WaitDays">The wait in days; a number too large for a <c>long</c> is held as the largest.</param>
/// <param name="Days">When it is open.</param>
/// <param name="Conditions">Who may follow it, the conditions of its end apart.</param>
public sealed record Link(string Id, Origin From, int To, long WaitDays, Days Days, Conditions Conditions)
    : Subject(Id, Days, Conditions);

/// <summary>Where a link starts: a door or a service, by index.</summary>
public readonly record struct Origin(bool IsDoor, int Index);

/// <summary>Who is accepted: a profile that meets at least one alternative. Without alternatives, everyone.</summary>
public sealed record Conditions(IReadOnlyList<Alternative> Alternatives)
{
    /// <summary>No conditions: everyone is accepted.</summary>
    public static Conditions None { get; } = new([]);
}

/// <summary>One way of being accepted: the restrictions, in the order of the dimensions, all of which must be met.</summary>
public sealed record Alternative(string Label, IReadOnlyList<Restriction> Restrictions);

/// <summary>The values of one dimension that are accepted, as indexes in ascending order.</summary>
public sealed record Restriction(int Dimension, IReadOnlyList<int> Values);
