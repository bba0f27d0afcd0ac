using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Goldthread.Tests.Program;

/// <summary>All that is logged anywhere in the program, as it is written: whatever a body's own settings may keep, and in the long tests what none would.</summary>
internal sealed class ProgramLog : EventListener
{
    private static readonly EventLevel Level = Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? EventLevel.LogAlways : EventLevel.Informational;

    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>The lines, in the order in which they came.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', lines);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Extensions-Logging")
            EnableEvents(eventSource, Level, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => lines?.Enqueue(string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[]));
}

/// <summary>The files of a program that is running.</summary>
internal static class ProgramFiles
{
    /// <summary>What stands in a file that somebody else has open.</summary>
    public static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
