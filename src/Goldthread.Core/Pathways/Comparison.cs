namespace Goldthread.Core.Pathways;

/// <summary>Who gains and who loses between two maps.</summary>
/// <param name="Needs">For each need of the first map, then of the second.</param>
public sealed record Comparison(IReadOnlyList<NeedComparison> Needs);

/// <summary>Who gains and who loses one need.</summary>
/// <param name="Need">The need's id.</param>
/// <param name="Gained">Profiles that reach it in the second map and not in the first.</param>
/// <param name="Lost">Profiles that reach it in the first map and not in the second.</param>
/// <param name="GapsOpened">The profiles lost, as boxes.</param>
/// <param name="GapsClosed">The profiles gained, as boxes.</param>
public sealed record NeedComparison(
    string Need, long Gained, long Lost, IReadOnlyList<Box> GapsOpened, IReadOnlyList<Box> GapsClosed);
