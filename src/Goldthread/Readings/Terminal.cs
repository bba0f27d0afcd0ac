namespace Goldthread.Readings;

/// <summary>Whether colours may be written.</summary>
internal static class Terminal
{
    /// <summary>Only to a terminal, and not where <c>NO_COLOR</c> is set.</summary>
    public static bool HasColour(bool isRedirected) =>
        !isRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
