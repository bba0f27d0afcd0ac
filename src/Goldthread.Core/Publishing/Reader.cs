namespace Goldthread.Core.Publishing;

/// <summary>For whom a query is made. Every query of the register is made for a reader and cannot return what that reader may not see.</summary>
/// <param name="Audience">The circle the reader belongs to.</param>
/// <param name="Organisation">The reference of the reader's organisation; it decides what a partner sees.</param>
public sealed record Reader(Audience Audience, string? Organisation = null)
{
    /// <summary>Anybody at all: what the open web sees.</summary>
    public static Reader Public { get; } = new(Audience.Public);

    /// <summary>The body's own staff; commands run on the register's machine read as staff.</summary>
    public static Reader Staff { get; } = new(Audience.Staff);
}
