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
        try
        {
            return new ReadFile(path, reader.Read(path, Bytes(path), cancellation));
        }
        catch (FileNotFoundException)
        {
            return Failed(path, "not-found", "There is no such file.");
        }
        catch (DirectoryNotFoundException)
        {
            return Failed(path, "not-found", "There is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            return Failed(path, "no-access", Directory.Exists(path) ? "This is a folder; name the files in it." : "The file may not be read; check its permissions.");
        }
        catch (IOException problem)
        {
            return Failed(path, "unreadable", $"The file could not be read: {problem.Message}");
        }
    }

    private static ReadFile Failed(string path, string code, string message) => new(path, new ReadOutcome.Failed(code, message));

    /// <summary>The bytes of the file, one more than the reader takes at most, so that it can say that there are too many.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var limited = (int)Math.Min(DocumentReader.LargestFile + 1L, file.CanSeek ? file.Length : 0);
        using var memory = new MemoryStream(limited);
        var buffer = new byte[81920];
        for (var count = file.Read(buffer); count > 0 && memory.Length <= DocumentReader.LargestFile; count = file.Read(buffer))
        {
            memory.Write(buffer, 0, count);
        }

        return memory.ToArray();
    }
}
