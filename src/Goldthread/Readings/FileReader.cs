using System.Runtime.CompilerServices;
using Goldthread.Reading;

namespace Goldthread.Readings;

/// <summary>What came of one file.</summary>
internal sealed record ReadFile(string Path, ReadOutcome Outcome);

/// <summary>Reads files on all cores and gives them back in the order they were named, only a few at a time in memory.</summary>
internal static class FileReader
{
    /// <summary>The outcome for each file, in order.</summary>
    public static async IAsyncEnumerable<ReadFile> ReadAll(
        IReadOnlyList<string> paths, DocumentReader reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = Environment.ProcessorCount * 2;
        var running = new Queue<Task<ReadFile>>();
        foreach (var path in paths)
        {
            if (running.Count == ahead)
            {
                yield return await running.Dequeue();
            }

            running.Enqueue(Task.Run(() => Read(path, reader, cancellation), cancellation));
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private static ReadFile Read(string path, DocumentReader reader, CancellationToken cancellation)
    {
        var (bytes, failure) = StableFile.Read(path);
        return new ReadFile(path, bytes is null ? failure! : reader.Read(path, bytes, cancellation));
    }
}
