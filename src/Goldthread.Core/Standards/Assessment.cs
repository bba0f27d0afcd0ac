using System.Text.Json.Serialization;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Standards;

/// <summary>
/// How an organisation says that it stands to the statements of the standards, as a whole or in one borough where its
/// services differ. The body of a record of the kind <c>assessment</c>; everybody may read it.
/// </summary>
[SeenBy(Audience.Public)]
public sealed record Assessment
{
    /// <summary>The organisation's name, as it was when somebody last answered.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation.</summary>
    [Relation("assesses")] public Ref<Organisation> Organisation { get; init; }

    /// <summary>The borough that it is about; empty for the organisation as a whole.</summary>
    public string Borough { get; init; } = "";

    /// <summary>What was answered, in the order of the standards. Of a borough only what differs from the whole.</summary>
    public IReadOnlyList<AssessedStatement> Statements { get; init; } = [];

    /// <summary>Whether all of the minimum standard that is for it was met, when it last answered; null until all of it was answered.</summary>
    [NotSearched] public bool? MeetsMinimum { get; init; }

    /// <summary>That its chief officer signed up to the standards; null where none did.</summary>
    public SignUp? SignedUp { get; init; }

    /// <summary>The reference of an organisation's record, as a whole or in a borough.</summary>
    public static string ReferenceOf(string organisation, string borough) => borough.Length == 0 ? organisation : $"{organisation}--{Slug.Of(borough)}";

    /// <summary>The answer to a statement; null where there is none.</summary>
    public AssessedStatement? To(string number) => Statements.FirstOrDefault(one => one.Number == number);
}

/// <summary>How an organisation stands to a statement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Answered>))]
public enum Answered
{
    /// <summary>It does what the statement says.</summary>
    Met = 0,

    /// <summary>It does so in part, or for some.</summary>
    Partly = 1,

    /// <summary>It does not.</summary>
    NotMet = 2,

    /// <summary>The statement is for others.</summary>
    DoesNotApply = 3,
}

/// <summary>An answer to one statement, with what others said to it.</summary>
[SeenBy(Audience.Public)]
public sealed record AssessedStatement
{
    /// <summary>The statement's number, such as <c>M3</c>.</summary>
    public string Number { get; init; } = "";

    /// <summary>The first day of the wording that was answered.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>That wording.</summary>
    public string Wording { get; init; } = "";

    /// <summary>The answer.</summary>
    public Answered Answer { get; init; }

    /// <summary>What shows it.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The address of a record of this register that shows it, such as <c>/decisions/pcd-542</c>; empty where there is none.</summary>
    [NotSearched] public string Shows { get; init; } = "";

    /// <summary>The day of the answer.</summary>
    public DateOnly On { get; init; }

    /// <summary>The office that answered.</summary>
    public string By { get; init; } = "";

    /// <summary>What a peer or an officer said to this answer; null where nobody did.</summary>
    public Review? Review { get; init; }

    /// <summary>What is to be done about a gap; null where there is none, or nobody has said.</summary>
    public GapAction? Action { get; init; }

    /// <summary>Whether it is a gap: met in part, or not at all.</summary>
    [JsonIgnore] public bool IsGap => Answer is Answered.Partly or Answered.NotMet;

    /// <summary>Whether a reviewer holds it up to others.</summary>
    [JsonIgnore] public bool IsGoodPractice => Review is { GoodPractice.Length: > 0 };
}

/// <summary>What a peer or an officer said to an answer. A new answer begins without one.</summary>
[SeenBy(Audience.Public)]
public sealed record Review
{
    /// <summary>Whether she agrees.</summary>
    public bool Agrees { get; init; }

    /// <summary>Why not, or what she saw; may be empty where she agrees.</summary>
    public string Words { get; init; } = "";

    /// <summary>What others can learn from it; empty where it is not held up to them.</summary>
    public string GoodPractice { get; init; } = "";

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>Her office, with her organisation where she is a peer.</summary>
    public string By { get; init; } = "";
}

/// <summary>What closes a gap.</summary>
[SeenBy(Audience.Public)]
public sealed record GapAction
{
    /// <summary>What is to be done.</summary>
    public string What { get; init; } = "";

    /// <summary>The role or the organisation that does it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>By when.</summary>
    public DateOnly Due { get; init; }

    /// <summary>The day on which it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>What was done.</summary>
    public string Done { get; init; } = "";
}

/// <summary>That an organisation's chief officer signed up to the standards for it.</summary>
[SeenBy(Audience.Public)]
public sealed record SignUp
{
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>The chief officer's office.</summary>
    public string Office { get; init; } = "";
}
