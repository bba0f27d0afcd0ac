using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>The notes of a session with partners.</summary>
public sealed record Workshop
{
    /// <summary>The board or body that held it, as printed.</summary>
    [SeenBy(Audience.Public)] public string? Body { get; init; }

    /// <summary>The day it was held.</summary>
    [SeenBy(Audience.Public)] public DateOnly? Date { get; init; }

    /// <summary>Organisations or people, as listed.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> Attendees { get; init; } = [];

    /// <summary>Why it was held.</summary>
    [SeenBy(Audience.Public)] public string? Purpose { get; init; }

    /// <summary>What was talked about.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<WorkshopTopic> Topics { get; init; } = [];

    /// <summary>What partners agreed.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> Agreements { get; init; } = [];

    /// <summary>By what success will be known.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> SuccessMeasures { get; init; } = [];

    /// <summary>What happens next.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> NextSteps { get; init; } = [];

    /// <summary>The board as a record; set when the notes are imported.</summary>
    [SeenBy(Audience.Public), Relation("held-by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ref<Board>? Board { get; init; }

    /// <summary>Organisations named that the register knows; set when the notes are imported.</summary>
    [SeenBy(Audience.Public), Relation("names")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Organisation>>? Organisations { get; init; }

    /// <summary>Decisions that the notes name; set when they are imported.</summary>
    [SeenBy(Audience.Public), Relation("cites")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Decisions.Decision>>? Decisions { get; init; }

    /// <summary>Where the record was read from.</summary>
    [NotSearched]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Import? Import { get; init; }
}

/// <summary>A heading of the notes and the points made under it.</summary>
[SeenBy(Audience.Public)]
public sealed record WorkshopTopic(string Heading, IReadOnlyList<string> Points);
