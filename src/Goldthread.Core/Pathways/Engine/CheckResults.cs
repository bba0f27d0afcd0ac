namespace Goldthread.Core.Pathways.Engine;

/// <summary>What the workers leave for each block, so that it comes out the same whoever did which block.</summary>
internal sealed class CheckResults(Plan plan)
{
    public const int ReachedShare = 0;
    public const int NoWrongDoorShare = 1;

    private readonly double[] _shares = new double[2 * plan.Map.Needs.Count * plan.Layout.Blocks];

    /// <summary>Who reaches each need.</summary>
    public ProfileSets Reached { get; } = new(plan.Layout, plan.Map.Needs.Count);

    public void SetShare(int need, int block, int which, double share) =>
        _shares[(((need * 2) + which) * plan.Layout.Blocks) + block] = share;

    /// <summary>The sum over all blocks, always in the same order.</summary>
    public double Share(int need, int which)
    {
        var sum = 0.0;
        foreach (var share in _shares.AsSpan(((need * 2) + which) * plan.Layout.Blocks, plan.Layout.Blocks))
        {
            sum += share;
        }
        return sum;
    }
}
