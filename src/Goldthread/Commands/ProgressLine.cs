namespace Goldthread.Commands;

/// <summary>A line on a terminal that says how far long work has come; nothing where the output is no terminal.</summary>
internal sealed class ProgressLine : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly string what;
    private readonly long? of;
    private readonly bool terminal = !Console.IsErrorRedirected;
    private readonly TimeProvider clock;
    private long shown;
    private bool visible;

    public ProgressLine(string what, long? of = null, TimeProvider? clock = null)
    {
        this.what = what;
        this.of = of;
        this.clock = clock ?? TimeProvider.System;
    }

    public void Report(long value)
    {
        if (!terminal || (shown != 0 && clock.GetElapsedTime(shown) < Between))
            return;
        (shown, visible) = (clock.GetTimestamp(), true);
        Console.Error.Write(of is { } all ? $"\r{what}: {value:N0} of {all:N0}\u001b[K" : $"\r{what}: {value:N0}\u001b[K");
    }

    /// <summary>Takes the line away, as before something else is written; the next report brings it back.</summary>
    public void Clear()
    {
        if (visible)
            Console.Error.Write("\r\u001b[K");
        visible = false;
    }

    public void Dispose() => Clear();
}
