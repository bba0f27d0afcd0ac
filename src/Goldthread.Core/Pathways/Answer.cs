namespace Goldthread.Core.Pathways;

/// <summary>The answer to a <see cref="Question"/>: for every need who reaches it and who does not, and what that hangs on.</summary>
public sealed record Answer(
    long Profiles,
    Question Question,
    IReadOnlyList<NeedAnswer> Needs,
    IReadOnlyList<DoorRow> Doors,
    IReadOnlyList<LastRouteRow> LastRoutes,
    IReadOnlyList<CliffEdgeRow> CliffEdges);

/// <summary>How one need is met. All figures but the shares count profiles.</summary>
/// <param name="Need">The need's id.</param>
/// <param name="Reached">Profiles that have a route.</param>
/// <param name="NoWrongDoor">Profiles that may enter a door and have a route from every one they may enter.</param>
/// <param name="HandOffs">At index k, the profiles whose shortest route has k links.</param>
/// <param name="Share">The same as shares of people; null where the map gives none.</param>
/// <param name="By">For each dimension, for each value, the same among the profiles with that value.</param>
/// <param name="Gaps">The profiles without a route, as boxes, the largest first.</param>
public sealed record NeedAnswer(
    string Need,
    long Reached,
    long NoWrongDoor,
    IReadOnlyList<long> HandOffs,
    NeedShare? Share,
    IReadOnlyList<IReadOnlyList<ValueRow>> By,
    IReadOnlyList<Box> Gaps);

/// <summary>Shares of people, 0 to 1.</summary>
public readonly record struct NeedShare(double Reached, double NoWrongDoor);

/// <summary>The profiles that have one value of a dimension.</summary>
public readonly record struct ValueRow(long Profiles, long Reached, long NoWrongDoor);

/// <summary>A door that may be entered, and how many find no route to the need from it.</summary>
public sealed record DoorRow(string Door, string Need, long MayEnter, long DeadEnds);

/// <summary>A service without which so many profiles would no longer reach the need.</summary>
public sealed record LastRouteRow(string Service, string Need, long Profiles);

/// <summary>A day on which so many profiles lose their last route, and all that closed the evening before.</summary>
public sealed record CliffEdgeRow(DateOnly Day, string Need, long Lost, IReadOnlyList<string> Closing);

/// <summary>A set of profiles: all combinations of the values allowed.</summary>
/// <param name="Profiles">How many profiles it holds.</param>
/// <param name="Where">For each dimension of the map, the indexes of the values allowed, ascending; null where all are.</param>
public sealed record Box(long Profiles, IReadOnlyList<IReadOnlyList<int>?> Where);
