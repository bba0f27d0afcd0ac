namespace Goldthread.People;

/// <summary>
/// Tries of one person come one after the other: else many sent at the same moment would all be tried before the first
/// wrong one is counted, and five tries would be as many as somebody has connections.
/// </summary>
internal sealed class Turns
{
    // People share a turn where the names fall on the same place; they wait for each other as long as a password takes.
    private readonly SemaphoreSlim[] places = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn of a person; it ends with what is given.</summary>
    /// <param name="person">What she is known by where she tries: her address, or her id.</param>
    /// <param name="stop">Gives up waiting.</param>
    public async Task<IDisposable> TakeAsync(string person, CancellationToken stop)
    {
        var place = places[(StringComparer.OrdinalIgnoreCase.GetHashCode(person) & int.MaxValue) % places.Length];
        await place.WaitAsync(stop);
        return new Turn(place);
    }

    private sealed class Turn(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
