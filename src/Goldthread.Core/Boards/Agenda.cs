using System.Text.Json.Serialization;
using Goldthread.Core.Publishing;

namespace Goldthread.Core.Boards;

/// <summary>An item of an agenda.</summary>
[SeenBy(Audience.Public)]
public sealed record AgendaItem
{
    /// <summary>What it is about.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Who brings it: an office or organisation; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>How many minutes it is given; null where none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Length { get; init; }

    /// <summary>Its papers that everybody may read.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>Its papers for the organisations of the board; null where there are none, or the reader is not of them.</summary>
    [SeenBy(Audience.Partners), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<Paper>? MemberPapers { get; init; }

    /// <summary>Its papers for staff; null where there are none, or the reader is no staff.</summary>
    [SeenBy(Audience.Staff), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<Paper>? StaffPapers { get; init; }
}

/// <summary>A paper of an item: a record of the register, or words of its own.</summary>
[SeenBy(Audience.Public)]
public sealed record Paper
{
    /// <summary>So many days before a meeting its papers are to be there; later ones are marked late.</summary>
    /// <remarks>Five clear days, as the Local Government Act 1972, section 100B, asks of councils; a good rule for others.</remarks>
    public const int ClearDays = 5;

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The address of the record on this site; empty where the paper has words of its own.</summary>
    public string Address { get; init; } = "";

    /// <summary>Its words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day it was added.</summary>
    public DateOnly Added { get; init; }

    /// <summary>Why it was taken back; null while it stands. Its words are gone then, and its title says that there was something.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Withdrawn { get; init; }

    /// <summary>Whether it came late for a meeting.</summary>
    public bool IsLateFor(DateOnly day) => Added > day.AddDays(-ClearDays - 1);
}
