using Goldthread.Reading;

namespace Goldthread.Readings;

/// <summary>Reads a file whole, and notices where it changes meanwhile.</summary>
internal static class StableFile
{
    private const int Attempts = 3;

    /// <summary>The file's bytes, or why there are none.</summary>
    public static (byte[]? Bytes, ReadOutcome.Failed? Failure) Read(string path) => Read(path, Open);

    /// <summary>The same, opening the file in a given way.</summary>
    internal static (byte[]? Bytes, ReadOutcome.Failed? Failure) Read(string path, Func<string, Stream> open)
    {
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var before = About(path);
                if (Directory.Exists(path))
                    return (null, new ReadOutcome.Failed("no-access", "This is a folder; name the files in it."));
                if (!before.Exists)
                    return (null, new ReadOutcome.Failed("not-found", "There is no such file; check the name."));
                if (before.Length > DocumentReader.LargestFile)
                    return (null, new ReadOutcome.Failed("too-large", $"It has {before.Length / 1024 / 1024:N0} MB and the most that is taken is {DocumentReader.LargestFile / 1024 / 1024} MB; split it or give the document alone."));
                using var file = open(path);
                var bytes = ReadToEnd(file, before.Length);
                var after = About(path);
                // What comes through a pipe has no length of its own.
                if (!file.CanSeek || (after.Length == bytes.Length && after.LastWriteTimeUtc == before.LastWriteTimeUtc))
                    return (bytes, null);
            }

            return (null, new ReadOutcome.Failed("changing", "It kept changing while it was read; read it again when whoever writes it is done."));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new ReadOutcome.Failed("no-access", "It may not be read; give this user the right to read it."));
        }
        catch (IOException e)
        {
            return (null, new ReadOutcome.Failed("unreadable", $"It could not be read: {e.Message}"));
        }
    }

    /// <summary>What is known of the file itself, where the path is a link to it.</summary>
    private static FileInfo About(string path)
    {
        var named = new FileInfo(path);
        return named.LinkTarget is not null && named.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } file ? file : named;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>All bytes, one more than is taken at most where there are more, so that the reader can say so.</summary>
    private static byte[] ReadToEnd(Stream file, long expected)
    {
        using var memory = new MemoryStream((int)expected);
        var buffer = new byte[81920];
        for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
        {
            memory.Write(buffer, 0, (int)Math.Min(count, DocumentReader.LargestFile + 1 - memory.Length));
            if (memory.Length > DocumentReader.LargestFile)
                break;
        }

        return memory.ToArray();
    }
}
