namespace Goldthread.Core.Records;

/// <summary>Names the relation of the links that a <see cref="Ref{TBody}"/> field makes. Every such field has one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RelationAttribute(string name) : Attribute
{
    /// <summary>The relation's name, a row of <c>rules/relations.csv</c>.</summary>
    public string Name { get; } = name;
}

/// <summary>Keeps a field's text out of search, because another field holds the same words.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotSearchedAttribute : Attribute;
