using System.Text.Json.Serialization;
using Goldthread.Core.Boards;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Core.Decisions;

/// <summary>A decision: what was asked for, on what authority, at what cost, who advised and who approved.</summary>
/// <remarks>
/// The fields are those that a reading gives (see <c>docs/reading.md</c>); one that the document does not
/// give is null or empty, never a guess.
/// </remarks>
public sealed record Decision
{
    /// <summary>The reference as printed, such as <c>PCD 542</c>.</summary>
    [SeenBy(Audience.Public)] public string? Reference { get; init; }

    /// <summary>The title without the reference.</summary>
    [SeenBy(Audience.Public)] public string? Title { get; init; }

    /// <summary>The day on which the decision maker approved.</summary>
    [SeenBy(Audience.Public)] public DateOnly? DateSigned { get; init; }

    /// <summary>Who decides.</summary>
    [SeenBy(Audience.Public)] public DecisionMaker DecisionMaker { get; init; } = new(null, null);

    /// <summary>The executive summary.</summary>
    [SeenBy(Audience.Public)] public string? ExecutiveSummary { get; init; }

    /// <summary>What the decision maker is asked to approve, the top level only.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>The sections of the supporting report, in order.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Every mention of a sum of money, in document order.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Amount> Amounts { get; init; } = [];

    /// <summary>The body's own rules that are cited, each distinct citation once.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Authority> Authorities { get; init; } = [];

    /// <summary>Acts and statutory instruments cited, each distinct citation once.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Statute> Statutes { get; init; } = [];

    /// <summary>Other decisions that this one names.</summary>
    [SeenBy(Audience.Public), Relation("cites")] public IReadOnlyList<Ref<Decision>> RelatedDecisions { get; init; } = [];

    /// <summary>Who has been consulted or has confirmed.</summary>
    [SeenBy(Audience.Public)] public IReadOnlyList<Declaration> Declarations { get; init; } = [];

    /// <summary>Deferral of publication and the confidential part.</summary>
    [SeenBy(Audience.Public)] public Publication Publication { get; init; } = new();

    /// <summary>Organisations named that the register knows; set when the decision is imported.</summary>
    [SeenBy(Audience.Public), Relation("names")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Organisation>>? Organisations { get; init; }

    /// <summary>The hashes of every revision of its confidential part, so that the register's chain holds them; null where it has none kept here.</summary>
    [NotSearched]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Part2Hashes { get; init; }

    /// <summary>The earlier decision that this one replaces.</summary>
    [SeenBy(Audience.Public), Relation("supersedes")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ref<Decision>? Supersedes { get; init; }

    /// <summary>Meetings whose minutes are papers of this decision.</summary>
    [SeenBy(Audience.Public), Relation("paper")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Minutes>>? Meetings { get; init; }

    /// <summary>Workshops whose notes are papers of this decision.</summary>
    [SeenBy(Audience.Public), Relation("paper")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Workshop>>? Workshops { get; init; }

    /// <summary>Documents that are papers of this decision.</summary>
    [SeenBy(Audience.Public), Relation("paper")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<Document>>? Documents { get; init; }

    /// <summary>What-ifs of the map of help that are evidence for this decision; for staff, as they are themselves.</summary>
    [Relation("paper")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Ref<WhatIf>>? WhatIfs { get; init; }

    /// <summary>What whoever decided declared of her own interests; null where it was not decided here.</summary>
    [SeenBy(Audience.Public)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Interests { get; init; }

    /// <summary>Where the record was read from; null for a decision drafted here.</summary>
    [NotSearched]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Import? Import { get; init; }
}

/// <summary>Who decides: a name as printed and a role; either may be unknown.</summary>
[SeenBy(Audience.Public)]
public sealed record DecisionMaker(string? Name, string? Role);

/// <summary>One thing the decision maker is asked to approve. <c>Number</c> is as printed (<c>1</c>, <c>i</c>, <c>a</c>).</summary>
[SeenBy(Audience.Public)]
public sealed record Recommendation(string? Number, string Text);

/// <summary>A section of the supporting report.</summary>
[SeenBy(Audience.Public)]
public sealed record Section(string? Number, string Heading, Topic Topic, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>A paragraph of a section. <c>Number</c> is as printed (<c>1.4.2</c>) or null.</summary>
[SeenBy(Audience.Public)]
public sealed record Paragraph(string? Number, string Text);

/// <summary>What a section is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Topic>))]
public enum Topic
{
    /// <summary>Introduction and background.</summary>
    [JsonStringEnumMemberName("background")] Background,

    /// <summary>Issues for consideration.</summary>
    [JsonStringEnumMemberName("issues")] Issues,

    /// <summary>Financial comments.</summary>
    [JsonStringEnumMemberName("financial")] Financial,

    /// <summary>Legal comments.</summary>
    [JsonStringEnumMemberName("legal")] Legal,

    /// <summary>Commercial and procurement comments.</summary>
    [JsonStringEnumMemberName("commercial")] Commercial,

    /// <summary>Data protection and privacy.</summary>
    [JsonStringEnumMemberName("dataProtection")] DataProtection,

    /// <summary>Equality comments.</summary>
    [JsonStringEnumMemberName("equality")] Equality,

    /// <summary>Background and supporting papers.</summary>
    [JsonStringEnumMemberName("supportingPapers")] SupportingPapers,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>One mention of a sum of money.</summary>
/// <param name="Pounds">The sum in pounds; <c>£600k</c> is 600,000.</param>
/// <param name="Quote">The words as printed, such as <c>£600k</c>.</param>
/// <param name="Paragraph">The number of the paragraph it stands in, or null.</param>
/// <param name="FinancialYears">Financial years of the same sentence, list item, row or column, as <c>2018/19</c>.</param>
[SeenBy(Audience.Public)]
public sealed record Amount(decimal Pounds, string Quote, string? Paragraph, IReadOnlyList<string> FinancialYears);

/// <summary>A citation of the body's own rules: the instrument and the paragraph (<c>4.8</c>, <c>section 5</c>) or null.</summary>
[SeenBy(Audience.Public)]
public sealed record Authority(string Instrument, string? Paragraph);

/// <summary>A citation of an Act or a statutory instrument.</summary>
[SeenBy(Audience.Public)]
public sealed record Statute(string Act, int? Year, string? Provision);

/// <summary>Somebody who was consulted or confirms. <c>Given</c> is null where the form is blank or cannot be read.</summary>
[SeenBy(Audience.Public)]
public sealed record Declaration(string Role, bool? Given);

/// <summary>Whether publication is deferred and whether there is a confidential part; null where the document does not say.</summary>
[SeenBy(Audience.Public)]
public sealed record Publication
{
    /// <summary>Whether publication of part 1 is deferred.</summary>
    public bool? Deferred { get; init; }

    /// <summary>Until when, as a date.</summary>
    public DateOnly? DeferredUntil { get; init; }

    /// <summary>Why.</summary>
    public string? DeferralReason { get; init; }

    /// <summary>Whether there is a part 2.</summary>
    public bool? Part2 { get; init; }

    /// <summary>The rationale for keeping it confidential.</summary>
    public string? Part2Reason { get; init; }
}
