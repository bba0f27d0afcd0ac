namespace Goldthread.Core.People;

/// <summary>Where something that was asked stands.</summary>
public enum AskState
{
    /// <summary>It waits for an answer.</summary>
    Open = 0,

    /// <summary>It was done; the answer says what was done.</summary>
    Done = 1,

    /// <summary>It was declined; the answer says why.</summary>
    Declined = 2,

    /// <summary>Whoever asked no longer needs it.</summary>
    Withdrawn = 3,
}

/// <summary>
/// Something that one person asks of another, of an organisation or of whoever holds a role, by a day. It is no record:
/// what comes of it is written into a record by whoever does it.
/// </summary>
public sealed record Ask
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 150;

    /// <summary>The most characters of what is asked, and of an answer.</summary>
    public const int LongestWords = 4000;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of whom; null where it is asked of all of an organisation or a role, until one of them takes it on.</summary>
    public Guid? Person { get; init; }

    /// <summary>The organisation that answers, whoever of it does; null for the body's own staff.</summary>
    public string? Organisation { get; init; }

    /// <summary>The role whose holders it is asked of, of the body's own staff.</summary>
    public Role? Role { get; init; }

    /// <summary>The field of the advisers it is asked of.</summary>
    public AdviceField? Advice { get; init; }

    /// <summary>Who asks, and learns of the answer.</summary>
    public required Guid AskedBy { get; init; }

    /// <summary>The record it is about; null for none.</summary>
    public Guid? Record { get; init; }

    /// <summary>What is asked, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What more there is to say of it; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>The day by which it is needed.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>When it was asked; UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where it stands.</summary>
    public AskState State { get; init; }

    /// <summary>What was done, or why not; empty while it is open.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When it was answered or withdrawn; UTC.</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>Who answered or withdrew it.</summary>
    public Guid? AnsweredBy { get; init; }

    /// <summary>Who had it before it went on; whoever of them handed it over, where all of an organisation or a role had it.</summary>
    public IReadOnlyList<Guid> HandedOverBy { get; init; } = [];
}
