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

    /// <summary>
    /// Where the public finds this site, such as <c>https://register.example.org</c>; it stands in feeds, files and site
    /// maps. The address that a request names when not set, which is wrong behind a proxy that ends TLS.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>
    /// The folder of the body's own texts about the register, against the data folder; <c>texts</c> there when not set.
    /// </summary>
    public string? Texts { get; set; }
}
