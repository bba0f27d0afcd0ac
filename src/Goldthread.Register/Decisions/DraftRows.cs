using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;

namespace Goldthread.Register.Decisions;

/// <summary>A row of the table <c>draft</c>: a decision from its first word on. It is no record; once signed it points at one.</summary>
public sealed class DraftRow
{
    public Guid Id { get; set; }

    public string Body { get; set; } = "";

    /// <summary>The reference, once it has one; no other draft of the body has it.</summary>
    public string? Reference { get; set; }

    /// <summary>The reference as it stands in an address.</summary>
    public string? Slug { get; set; }

    /// <summary>What stands in the field of the title; for lists.</summary>
    public string Title { get; set; } = "";

    public DraftState State { get; set; }

    /// <summary>The officer whose draft it is.</summary>
    public Guid Owner { get; set; }

    /// <summary>One more with every save and every step, from 1.</summary>
    public int Version { get; set; }

    /// <summary>The record it began from, as <c>kind/body/slug</c>.</summary>
    public string? StartedFrom { get; set; }

    /// <summary>The record that its signature made.</summary>
    public Guid? Record { get; set; }

    /// <summary>The sum of what it costs, in pence; for lists.</summary>
    public long? AskedAmount { get; set; }

    /// <summary>The supplier as it is compared, to find what belongs together.</summary>
    public string? Supplier { get; set; }

    /// <summary>The commitment as it is compared.</summary>
    public string? Commitment { get; set; }

    /// <summary>The procurement category as it is compared.</summary>
    public string? Category { get; set; }

    /// <summary>The day by which it is wanted; for the forward plan.</summary>
    public DateOnly? WantedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ChangedAt { get; set; }

    /// <summary>When it was last sent to the chief executive.</summary>
    public DateTime? SentAt { get; set; }

    public DateTime? SignedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public DateOnly? DeferredUntil { get; set; }

    public string? DeferredEvent { get; set; }
}

/// <summary>A row of the table <c>draft_part</c>: what stands in a field of a draft.</summary>
public sealed class DraftPartRow
{
    public Guid Draft { get; set; }

    /// <summary>The field's name.</summary>
    public string Name { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>One more with every change of this field, from 1.</summary>
    public int Version { get; set; }

    public DateTime At { get; set; }

    public Guid By { get; set; }
}

/// <summary>A row of the table <c>draft_aside</c>: a text that came too late for its field. It is kept until somebody takes or drops it.</summary>
public sealed class DraftAsideRow
{
    public Guid Id { get; set; }

    public Guid Draft { get; set; }

    public string Name { get; set; } = "";

    public string Text { get; set; } = "";

    public DateTime At { get; set; }

    public Guid By { get; set; }
}

/// <summary>A row of the table <c>draft_step</c>: what was done with a draft; never changed afterwards.</summary>
public sealed class DraftStepRow
{
    public Guid Id { get; set; }

    public Guid Draft { get; set; }

    /// <summary>Its number within the draft, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What was done; null for its beginning.</summary>
    public DraftAct? Act { get; set; }

    public DraftState FromState { get; set; }

    public DraftState ToState { get; set; }

    public DateTime At { get; set; }

    /// <summary>Who did it; null for what happened by itself.</summary>
    public Guid? By { get; set; }

    /// <summary>The person covered, where a deputy did it.</summary>
    public Guid? ActingFor { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What whoever signed declared of her interests.</summary>
    public string? Interests { get; set; }

    /// <summary>All fields at that moment, as JSON; null where they are those of the step before.</summary>
    public string? Texts { get; set; }
}

/// <summary>A row of the table <c>draft_comment</c>: a remark beside a paragraph, or an answer to one.</summary>
public sealed class DraftCommentRow
{
    public Guid Id { get; set; }

    public Guid Draft { get; set; }

    /// <summary>The field that it stands beside.</summary>
    public string Part { get; set; } = "";

    /// <summary>The words of the paragraph that it stands beside; empty for the whole field.</summary>
    public string Quote { get; set; } = "";

    public string Text { get; set; } = "";

    public DateTime At { get; set; }

    public Guid By { get; set; }

    /// <summary>The comment that it answers.</summary>
    public Guid? Answers { get; set; }

    public DateTime? ResolvedAt { get; set; }

    public Guid? ResolvedBy { get; set; }
}

/// <summary>Where advice stands.</summary>
public enum AdviceState
{
    /// <summary>It was asked for.</summary>
    Asked = 0,

    /// <summary>It was given.</summary>
    Given = 1,

    /// <summary>Whoever gave it, or asked for it, took it back.</summary>
    Withdrawn = 2,

    /// <summary>The adviser declined to advise, and said why.</summary>
    Declined = 3,
}

/// <summary>A row of the table <c>draft_advice</c>: advice asked for in a field, and what came of it.</summary>
public sealed class DraftAdviceRow
{
    public Guid Id { get; set; }

    public Guid Draft { get; set; }

    /// <summary>Its number within the draft, from 1; the greatest of a field counts.</summary>
    public int Number { get; set; }

    public AdviceField Field { get; set; }

    public AdviceState State { get; set; }

    public DateTime AskedAt { get; set; }

    public Guid AskedBy { get; set; }

    /// <summary>When it was given, declined or withdrawn.</summary>
    public DateTime? At { get; set; }

    public Guid? By { get; set; }

    /// <summary>The advice, or why it was declined or withdrawn.</summary>
    public string Text { get; set; } = "";

    /// <summary>What was advised on, as it stood then: the fields as JSON.</summary>
    public string? Texts { get; set; }
}

/// <summary>A row of the table <c>draft_acknowledgement</c>: that somebody carried on knowing of a warning.</summary>
public sealed class DraftAcknowledgementRow
{
    public Guid Draft { get; set; }

    public string Code { get; set; } = "";

    /// <summary>The warning itself: see <see cref="DraftFinding.Subject"/>.</summary>
    public string Subject { get; set; } = "";

    public DateTime At { get; set; }

    public Guid By { get; set; }
}
