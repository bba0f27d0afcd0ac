namespace Goldthread.Readings;

/// <summary>Says on a terminal how far a long run is; says nothing anywhere else.</summary>
internal sealed class Progress(TextWriter errors, int expected)
{
    private readonly bool shown = expected > 20 && !Console.IsErrorRedirected;

    public void Show(int done)
    {
        if (shown)
        {
            errors.Write($"\r{done} of {expected} read");
        }
    }

    public void Clear()
    {
        if (shown)
        {
            errors.Write("\r\u001b[K");
        }
    }
}
