using Goldthread.Core.Publishing;

namespace Goldthread.Core.Records;

/// <summary>What one pure function per kind gives from a body: the columns that lists, filters and searches use.</summary>
/// <param name="Title">The title.</param>
/// <param name="Owner">The reference of the owning organisation, or null.</param>
/// <param name="Starts">The day it starts or happened.</param>
/// <param name="Ends">The day it ends.</param>
/// <param name="Amount">Its amount in pence.</param>
public sealed record Columns(string Title, string? Owner = null, DateOnly? Starts = null, DateOnly? Ends = null, long? Amount = null)
{
    /// <summary>Indexed values that lists filter by.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}

/// <summary>An indexed value of a record: a name and a text, a number or a day.</summary>
public sealed record Field(string Name, string? Text = null, long? Number = null, DateOnly? Day = null, Audience Audience = Audience.Staff);

/// <summary>A tie that a body's reference makes, by the other record's kind and reference.</summary>
/// <param name="Relation">A relation of <c>rules/relations.csv</c>.</param>
/// <param name="Kind">The kind of the record pointed at.</param>
/// <param name="Reference">Its reference, as the body has it.</param>
/// <param name="Audience">The widest audience of the field that holds it.</param>
public sealed record LinkTo(string Relation, string Kind, string Reference, Audience Audience);

/// <summary>Everything derived from one body.</summary>
/// <param name="Columns">The record's columns.</param>
/// <param name="Links">Its outgoing ties, each once.</param>
/// <param name="Text">The words to search, an entry for each audience: what that audience sees and a wider one does not.</param>
public sealed record Derived(Columns Columns, IReadOnlyList<LinkTo> Links, IReadOnlyDictionary<Audience, string> Text);
