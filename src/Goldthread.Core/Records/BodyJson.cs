using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;

namespace Goldthread.Core.Records;

/// <summary>How bodies are written as JSON: camel case, characters as they are, numbers as numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Minutes))]
[JsonSerializable(typeof(Workshop))]
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Organisation))]
[JsonSerializable(typeof(RuleFile))]
[JsonSerializable(typeof(MapFrame))]
[JsonSerializable(typeof(DoorEntry))]
[JsonSerializable(typeof(ServiceEntry))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(WhatIf))]
[JsonSerializable(typeof(BoardAction))]
public sealed partial class BodyJson : JsonSerializerContext
{
    /// <summary>The context in use; only JSON leaves it, never markup, so characters need no escaping beyond JSON's own.</summary>
    public static BodyJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
    });
}
