namespace Goldthread.Core.Publishing;

/// <summary>Who a reader is to the register, from the widest circle to the narrowest.</summary>
/// <remarks>The order carries meaning: whatever an audience may see, every later one may see as well.</remarks>
public enum Audience
{
    /// <summary>Anybody, signed in or not.</summary>
    Public = 0,

    /// <summary>People of the organisations that a record is tied to.</summary>
    Partners = 1,

    /// <summary>People of the body that keeps the register.</summary>
    Staff = 2,
}
