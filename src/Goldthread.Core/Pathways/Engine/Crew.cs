namespace Goldthread.Core.Pathways.Engine;

/// <summary>Shares out pieces of work among as many workers as there are processors.</summary>
internal static class Crew
{
    /// <summary>Makes the workers and gives each the next piece until none is left.</summary>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="hire">Makes a worker, on the thread on which it will work.</param>
    /// <param name="work">Does a piece.</param>
    /// <param name="progress">Told of the part done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work between two pieces.</param>
    public static IReadOnlyList<TWorker> Work<TWorker>(
        int pieces, Func<TWorker> hire, Action<TWorker, int> work, IProgress<double>? progress, CancellationToken cancellation)
    {
        var next = -1;
        var workers = new List<TWorker>();
        var crew = Math.Clamp(Math.Min(Environment.ProcessorCount, pieces), 1, 64);
        void Run(int _)
        {
            var worker = hire();
            lock (workers)
            {
                workers.Add(worker);
            }
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work(worker, piece);
                progress?.Report((piece + 1) / (double)pieces);
            }
        }

        try
        {
            Parallel.For(0, crew, new ParallelOptions { MaxDegreeOfParallelism = crew }, Run);
        }
        catch (AggregateException failures) when (failures.InnerExceptions.All(failure => failure is OperationCanceledException))
        {
            throw new OperationCanceledException(cancellation);
        }
        return workers;
    }
}
