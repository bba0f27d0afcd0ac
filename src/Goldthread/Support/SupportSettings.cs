namespace Goldthread.Support;

/// <summary>What a body sets for the pages for survivors, in the configuration section <c>Support</c>.</summary>
public sealed class SupportSettings
{
    /// <summary>Where the exit leads: a page that anybody may have open, of a site that does not name this one.</summary>
    public string Exit { get; set; } = "https://www.bbc.co.uk/weather";
}
