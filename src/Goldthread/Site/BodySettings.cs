namespace Goldthread.Site;

/// <summary>The public body whose register this is, bound from the configuration section <c>Body</c>.</summary>
public sealed class BodySettings
{
    /// <summary>Its short name in addresses and in the register; its records live at <c>/decisions/…</c>, those of others under <c>/bodies/…</c>.</summary>
    public string Id { get; set; } = "mayors-office";

    /// <summary>Its name as people say it.</summary>
    public string Name { get; set; } = "Mayor's office";

    /// <summary>Its colour as <c>#rrggbb</c>, for the line under the header; gold when not set.</summary>
    public string? Colour { get; set; }

    /// <summary>The address of its logo on this site, such as <c>/assets/logo.svg</c>; the thread's own mark when not set.</summary>
    public string? Logo { get; set; }
}
