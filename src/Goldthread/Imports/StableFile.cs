namespace Goldthread.Imports;

/// <summary>Reads a file whole, and notices where it changes meanwhile.</summary>
internal static class StableFile
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const long Largest = 64 * 1024 * 1024;

    /// <summary>The file's bytes, or a sentence that says why there are none.</summary>
    public static async Task<(byte[]? Bytes, string? Reason)> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var before = new FileInfo(path);
                if (!before.Exists)
                    return (null, "The file is not there. Check the name.");
                if (before.Length > Largest)
                    return (null, $"It has {before.Length / 1024 / 1024:N0} MB; the most that is taken is {Largest / 1024 / 1024} MB. Split it or give the document alone.");
                var bytes = await File.ReadAllBytesAsync(path, stop);
                var after = new FileInfo(path);
                if (after.Length == bytes.Length && after.LastWriteTimeUtc == before.LastWriteTimeUtc)
                    return (bytes, null);
            }

            return (null, "It kept changing while it was read. Import it again when whoever writes it is done.");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "It may not be read. Give this user the right to read it.");
        }
        catch (IOException e)
        {
            return (null, $"It could not be read: {e.Message}");
        }
    }
}
