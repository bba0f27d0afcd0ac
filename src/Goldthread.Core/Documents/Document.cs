using System.Text.Json.Serialization;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Core.Documents;

/// <summary>A document of no kind that the reader knows, kept whole.</summary>
public sealed record Document
{
    /// <summary>The whole text. For staff until a person has said what the document is.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the record was read from.</summary>
    [NotSearched]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Import? Import { get; init; }
}
