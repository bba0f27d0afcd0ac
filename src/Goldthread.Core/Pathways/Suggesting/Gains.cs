namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>What each of a list of candidates brings: profiles and share, summed over needs and blocks.</summary>
/// <remarks>
/// Shares are added up as whole multiples of 2⁻¹⁰⁰, so that the sum is the same in whatever order the
/// workers take the blocks.
/// </remarks>
internal sealed class Gains(int candidates)
{
    private const double Unit = 1.0 / (1UL << 50) / (1UL << 50);

    private readonly long[] _profiles = new long[candidates];
    private readonly UInt128[] _share = new UInt128[candidates];

    /// <summary>The profiles that the candidate brings.</summary>
    public long Profiles(int candidate) => _profiles[candidate];

    /// <summary>The share of people that the candidate brings.</summary>
    public double Share(int candidate) => (double)_share[candidate] * Unit;

    public void Add(int candidate, long profiles, double share)
    {
        _profiles[candidate] += profiles;
        _share[candidate] += (UInt128)(share / Unit);
    }

    public void Add(Gains other)
    {
        for (var i = 0; i < _profiles.Length; i++)
        {
            _profiles[i] += other._profiles[i];
            _share[i] += other._share[i];
        }
    }
}
