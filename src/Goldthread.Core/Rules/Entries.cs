using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Rules;

/// <summary>An election and the day on which the period of restraint before it began.</summary>
/// <param name="Poll">Polling day.</param>
/// <param name="Election">Which election.</param>
/// <param name="Area">Where.</param>
/// <param name="NoticeWorkingDays">The latest notice, in working days before the poll.</param>
/// <param name="Begins">The first day of the period.</param>
/// <param name="Published">Whether that day was seen published, or only worked out.</param>
/// <param name="Source">Where it was found.</param>
public sealed record PollingDay(DateOnly Poll, string Election, string Area, int NoticeWorkingDays, DateOnly Begins, bool Published, string Source)
{
    /// <summary>Whether a day falls into the period, polling day included.</summary>
    public bool Covers(DateOnly day) => Begins <= day && day <= Poll;
}

/// <summary>A form of violence against women and girls. <c>Parent</c> groups it under a wider one; <c>Words</c> are what a text says when it names the form.</summary>
public sealed record Strand(string Reference, string Name, string? Parent, IReadOnlyList<string> Words, Effect Effect, string Source)
{
    /// <summary>The field that holds the reference of each strand that a record's text names.</summary>
    public const string Field = "topic";
}

/// <summary>A London borough or the City, by the code of the Office for National Statistics. <c>Tile</c> is its place on a map of one square each: column and row, from 0.</summary>
public sealed record Borough(string Code, string Name, string Short, (int Column, int Row) Tile, string Police, Effect Effect, string Source);

/// <summary>What is said of people who have a value of a characteristic of the map of help, after "nobody": <c>aged 16 or 17</c>.</summary>
public sealed record ProfileWords(string Dimension, string Value, string Words, string Source);

/// <summary>A national helpline.</summary>
/// <param name="Line">Its short name, under which the pages' texts say whom it is for and when it answers.</param>
/// <param name="Name">Its name.</param>
/// <param name="Telephone">Its number, as people write it.</param>
/// <param name="IsText">Whether it is sent a text and not rung.</param>
/// <param name="Pages">The pages for survivors that it stands on; <c>first</c> is at the top of every one.</param>
/// <param name="Effect">The days on which it answers.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Checked">The day on which the source was read.</param>
public sealed record Helpline(string Line, string Name, string Telephone, bool IsText, IReadOnlyList<string> Pages, Effect Effect, string Source, DateOnly Checked);

/// <summary>An organisation that the register knows from the start.</summary>
/// <param name="Reference">Its short form in addresses.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Type">What it is: police, council, health, charity, …</param>
/// <param name="Aliases">Other names it goes by, wrong spellings seen in print among them.</param>
/// <param name="Numbers">Registered numbers with their register.</param>
/// <param name="Effect">The days on which it existed under this name, where known.</param>
/// <param name="Source">Where it was found.</param>
public sealed record KnownOrganisation(
    string Reference, string Name, string Type, IReadOnlyList<string> Aliases, IReadOnlyList<string> Numbers, Effect Effect, string Source);

/// <summary>A tie that may join two kinds of record, and how each end words it.</summary>
public sealed record RelationRule(string Relation, string FromKind, string ToKind, string Upstream, string Downstream, string Source);

/// <summary>A diagnostic of the catalogue.</summary>
public sealed record DiagnosticRule(string Code, Severity Severity, DraftStep Step, string Title);

/// <summary>The step of a draft at which a diagnostic applies.</summary>
public enum DraftStep
{
    /// <summary>When a draft is sent on.</summary>
    Draft,

    /// <summary>When it is signed.</summary>
    Signing,

    /// <summary>When it is published.</summary>
    Publication,
}

/// <summary>A topic that a supporting report is expected to have a section on, and the words of its headings.</summary>
public sealed record ExpectedTopic(Topic Topic, string Name, IReadOnlyList<string> Words, Effect Effect, string Source)
{
    private readonly string[] plainWords = [.. Words.Select(word => $" {WordSearch.Plain(word)} ")];

    /// <summary>Whether a heading is about the topic.</summary>
    public bool IsNamedBy(string? heading)
    {
        var plain = $" {WordSearch.Plain(heading)} ";
        return Array.Exists(plainWords, word => plain.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a label inside a section begins with one of the words.</summary>
    public bool BeginsWith(string? label)
    {
        var plain = $" {WordSearch.Plain(label)} ";
        return Array.Exists(plainWords, word => plain.StartsWith(word, StringComparison.Ordinal));
    }
}

/// <summary>How high a standard is set.</summary>
public enum StandardLevel
{
    /// <summary>What every organisation on the pathway meets.</summary>
    Minimum = 0,

    /// <summary>Towards which it works.</summary>
    Gold = 1,
}

/// <summary>A statement of a standard. <c>Number</c> names it for good; <c>Organisation</c> is the kind that it is for, or <c>any</c>; <c>Basis</c> is statute, policy or guidance.</summary>
public sealed record StandardStatement(
    StandardLevel Level, string Number, string Stage, string Organisation, string Statement, string Basis, string Source, string Limits, string Cost, Effect Effect);
