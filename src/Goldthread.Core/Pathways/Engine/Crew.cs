using System.Runtime.ExceptionServices;

namespace Goldthread.Core.Pathways.Engine;

/// <summary>Shares out pieces of work among as many workers as there are processors.</summary>
/// <remarks>Threads of their own, which start at once; those of the pool may come late, and the work is over in a blink.</remarks>
internal static class Crew
{
    /// <summary>More workers than this would only take memory.</summary>
    private const int MostWorkers = 16;

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
        var done = 0;
        var workers = new List<TWorker>();
        ExceptionDispatchInfo? failure = null;
        void Run()
        {
            try
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
                    progress?.Report(Interlocked.Increment(ref done) / (double)pieces);
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                Interlocked.Exchange(ref next, pieces);
            }
        }

        var crew = Math.Clamp(Math.Min(Environment.ProcessorCount, pieces), 1, MostWorkers);
        var threads = Enumerable.Range(1, crew - 1).Select(_ => new Thread(Run) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Run();
        threads.ForEach(thread => thread.Join());
        failure?.Throw();
        return workers;
    }
}
