namespace Goldthread.Core.Pathways.Doors;

/// <summary>What somebody said of herself and of the help she wants; whatever she did not say may be anything.</summary>
/// <param name="Need">The index of the need; null for help of any kind.</param>
/// <param name="Values">For each characteristic of the map, the index of its value; null where she did not say.</param>
public sealed record Situation(int? Need, IReadOnlyList<int?> Values);

/// <summary>A door through which somebody comes to the help she wants.</summary>
/// <param name="Door">Its index in the map.</param>
/// <param name="Through">The services it hands on to, by index, in their order; the last one gives the help. The fewest that do.</param>
/// <param name="Asks">The characteristics, by index, that she did not say and on which this way hangs; none where it is open to her whatever they are.</param>
public sealed record OpenDoor(int Door, IReadOnlyList<int> Through, IReadOnlyList<int> Asks)
{
    /// <summary>The number of hand-offs, from 1.</summary>
    public int HandOffs => Through.Count;
}
