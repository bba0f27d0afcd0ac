namespace Goldthread.Support;

/// <summary>Which browser asks, as far as it says, so that one sentence can tell how its history is cleared. Looked at and forgotten.</summary>
internal static class Browsers
{
    /// <summary>The name of the text: <c>clear.chrome-android</c>. Browsers that are made of another one name it too, so the order matters.</summary>
    public static string ClearText(string agent)
    {
        var (phone, apple) = (agent.Contains("Android", StringComparison.Ordinal), agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal));
        return "clear." + agent switch
        {
            _ when agent.Contains("SamsungBrowser", StringComparison.Ordinal) => "samsung",
            _ when agent.Contains("Firefox/", StringComparison.Ordinal) => phone ? "firefox-android" : "firefox",
            _ when apple && (agent.Contains("CriOS", StringComparison.Ordinal) || agent.Contains("FxiOS", StringComparison.Ordinal) || agent.Contains("EdgiOS", StringComparison.Ordinal)) => "other",
            _ when apple => agent.Contains("Safari/", StringComparison.Ordinal) ? "safari-iphone" : "other",
            _ when agent.Contains("Edg", StringComparison.Ordinal) => phone ? "other" : "edge",
            _ when agent.Contains("OPR/", StringComparison.Ordinal) => "other",
            _ when agent.Contains("Chrome/", StringComparison.Ordinal) => phone ? "chrome-android" : "chrome",
            _ when agent.Contains("Safari/", StringComparison.Ordinal) && agent.Contains("Macintosh", StringComparison.Ordinal) => "safari",
            _ => "other",
        };
    }
}
