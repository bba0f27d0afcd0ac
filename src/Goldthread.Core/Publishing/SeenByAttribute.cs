namespace Goldthread.Core.Publishing;

/// <summary>Declares the widest audience that may see a field of a record's body.</summary>
/// <remarks>
/// A field without it is for staff. On a type it is the default of that type's fields, for small types
/// that are always shown whole.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SeenByAttribute(Audience audience) : Attribute
{
    /// <summary>The widest audience that may see the field.</summary>
    public Audience Audience { get; } = audience;
}
