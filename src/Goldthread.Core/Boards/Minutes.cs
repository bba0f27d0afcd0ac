using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Core.Boards;

/// <summary>One meeting of a board or committee: planned with its agenda, and once they are agreed with its minutes.</summary>
public sealed record Minutes
{
    /// <summary>The board or committee that met, as printed.</summary>
    [SeenBy(Audience.Public)] public string? Body { get; init; }

    /// <summary>The day of the meeting.</summary>
    [SeenBy(Audience.Public)] public DateOnly? Date { get; init; }

    /// <summary>The day on which the minutes were published.</summary>
    [SeenBy(Audience.Public)] public DateOnly? Published { get; init; }

    /// <summary>The name of whoever took the chair.</summary>
    [SeenBy(Audience.Public)] public string? Chair { get; init; }

    /// <summary>Who was there, those in attendance included.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Attendee> Present { get; init; } = [];

    /// <summary>Who sent apologies.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Attendee> Apologies { get; init; } = [];

    /// <summary>The items of the meeting, in order.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>The day of the meeting before.</summary>
    [SeenBy(Audience.Public)] public DateOnly? PreviousMeeting { get; init; }

    /// <summary>Whether the minutes of the meeting before were agreed.</summary>
    [SeenBy(Audience.Public)] public bool? PreviousMinutesAgreed { get; init; }

    /// <summary>What is recorded as an action to be done.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<ActionPoint> Actions { get; init; } = [];

    /// <summary>Named operations, plans and strategies that were discussed.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>The hour at which it begins, by the clocks of the place.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public TimeOnly? Begins { get; init; }

    /// <summary>The hour at which it ends.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public TimeOnly? Ends { get; init; }

    /// <summary>Where it meets.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Place { get; init; }

    /// <summary>The address of an online meeting, for those who take part.</summary>
    [SeenBy(Audience.Partners), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Link { get; init; }

    /// <summary>Why it does not take place; null where it does.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Cancelled { get; init; }

    /// <summary>What is to be spoken of, in order; null for imported minutes.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<AgendaItem>? Agenda { get; init; }

    /// <summary>The organisations of the board, who read the papers for members.</summary>
    [SeenBy(Audience.Public), Relation("partner")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Organisation>>? Members { get; init; }

    /// <summary>Interests that were declared.</summary>
    [SeenBy(Audience.Public), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Declarations { get; init; }

    /// <summary>The meeting that agreed these minutes.</summary>
    [SeenBy(Audience.Public), Relation("minutes-agreed-at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ref<Minutes>? AgreedAt { get; init; }

    /// <summary>Whether it has no minutes yet.</summary>
    [JsonIgnore]
    public bool IsPlanned => Items.Count == 0 && Agenda is not null;

    /// <summary>The board as a record; set when the minutes are imported.</summary>
    [SeenBy(Audience.Public), Relation("held-by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ref<Board>? Board { get; init; }

    /// <summary>Organisations named that the register knows; set when the minutes are imported.</summary>
    [SeenBy(Audience.Public), Relation("names")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Organisation>>? Organisations { get; init; }

    /// <summary>Decisions that the minutes name; set when they are imported.</summary>
    [SeenBy(Audience.Public), Relation("cites")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Decisions.Decision>>? Decisions { get; init; }

    /// <summary>Where the record was read from; null for minutes written here.</summary>
    [NotSearched]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Import? Import { get; init; }
}

/// <summary>Somebody listed as present or absent: a name as printed, titles included, an organisation, a role.</summary>
[SeenBy(Audience.Public)]
public sealed record Attendee(string Name, string? Organisation, string? Role);

/// <summary>An item of a meeting and what was minuted under it.</summary>
[SeenBy(Audience.Public)]
public sealed record Item(string? Number, string Heading, IReadOnlyList<string> Paragraphs)
{
    /// <summary>What was agreed under it; null where the minutes do not say it apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Agreed { get; init; }
}

/// <summary>An action to be done. Several owners stay one string as printed; <c>Due</c> is null unless a date is given.</summary>
[SeenBy(Audience.Public)]
public sealed record ActionPoint(string Text, string? Owner, DateOnly? Due);
