using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>Something that an organisation promised a board to do. The body of a record of the kind <c>action</c>.</summary>
public sealed record BoardAction
{
    /// <summary>What is to be done.</summary>
    [SeenBy(Audience.Public)] public string Text { get; init; } = "";

    /// <summary>The organisation that owes it; null where the register knows none: then the office sees to it.</summary>
    [SeenBy(Audience.Public), Relation("owed-by")] public Ref<Organisation>? Owner { get; init; }

    /// <summary>The owner in words, as minuted: an office or organisation.</summary>
    [SeenBy(Audience.Public)] public string OwnerName { get; init; } = "";

    /// <summary>Who has it on her desk: her id. Null where nobody in particular has.</summary>
    public Guid? Person { get; init; }

    /// <summary>The day by which it is promised; null where none was said.</summary>
    [SeenBy(Audience.Public)] public DateOnly? Due { get; init; }

    /// <summary>The day on which it was agreed.</summary>
    [SeenBy(Audience.Public)] public DateOnly? Agreed { get; init; }

    /// <summary>The board that it was promised to.</summary>
    [SeenBy(Audience.Public), Relation("promised-to")] public Ref<Board>? Board { get; init; }

    /// <summary>The meeting that agreed it.</summary>
    [SeenBy(Audience.Public), Relation("agreed-at")] public Ref<Minutes>? Meeting { get; init; }

    /// <summary>The workshop that agreed it.</summary>
    [SeenBy(Audience.Public), Relation("agreed-at")] public Ref<Workshop>? Workshop { get; init; }

    /// <summary>The heading of the item under which it was agreed; empty where not known.</summary>
    [SeenBy(Audience.Public)] public string Item { get; init; } = "";

    /// <summary>Where it stands.</summary>
    [SeenBy(Audience.Public)] public ActionState State { get; init; }

    /// <summary>What was said of it since, in order.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<ActionUpdate> Updates { get; init; } = [];
}

/// <summary>Where an action stands. It ends done or refused, each with words; a new day or owner leaves it open.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionState>))]
public enum ActionState
{
    /// <summary>It is still owed.</summary>
    [JsonStringEnumMemberName("open")] Open = 0,

    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("done")] Done = 1,

    /// <summary>Its owner does not do it, and says why.</summary>
    [JsonStringEnumMemberName("refused")] Refused = 2,
}

/// <summary>What an answer says of an action.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionStep>))]
public enum ActionStep
{
    /// <summary>How far it has come.</summary>
    [JsonStringEnumMemberName("said")] Said = 0,

    /// <summary>It is promised for another day.</summary>
    [JsonStringEnumMemberName("moved")] Moved = 1,

    /// <summary>Somebody else owes it from now on.</summary>
    [JsonStringEnumMemberName("handed-on")] HandedOn = 2,

    /// <summary>A meeting deals with it under one of its items.</summary>
    [JsonStringEnumMemberName("covered")] Covered = 3,

    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("done")] Done = 4,

    /// <summary>It will not be done by its owner.</summary>
    [JsonStringEnumMemberName("refused")] Refused = 5,

    /// <summary>It was closed too early and is owed again.</summary>
    [JsonStringEnumMemberName("reopened")] Reopened = 6,
}

/// <summary>An answer on an action, with its day.</summary>
[SeenBy(Audience.Public)]
public sealed record ActionUpdate
{
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>The office that says it.</summary>
    public string By { get; init; } = "";

    /// <summary>What kind of answer it is.</summary>
    public ActionStep Step { get; init; }

    /// <summary>What is said: what was done, why not, how far it has come.</summary>
    public string Words { get; init; } = "";

    /// <summary>The day for which it is promised now, where it was moved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? Due { get; init; }

    /// <summary>The day for which it was promised before, where it was moved; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateOnly? From { get; init; }

    /// <summary>To whom it went, in words, where it was handed on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? To { get; init; }

    /// <summary>The meeting that covers it.</summary>
    [Relation("covered-at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Ref<Minutes>? Meeting { get; init; }

    /// <summary>The heading of that meeting's item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Item { get; init; }
}
