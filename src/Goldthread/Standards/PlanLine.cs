using Goldthread.Core.Standards;

namespace Goldthread.Standards;

/// <summary>A line of the plan: a gap, what is done about it and by when.</summary>
public sealed record PlanLine(OrganisationStanding Of, Answers Answers, StatementRow Row)
{
    /// <summary>What is done about it; null where nobody has said.</summary>
    public GapAction? Action => Row.Answer!.Action;

    /// <summary>How the line stands on a day, in words.</summary>
    public string Stands(DateOnly today) => Action switch
    {
        null => "nothing planned",
        { DoneOn: not null } => "done, to be answered anew",
        { Due: var due } when due < today => today.DayNumber - due.DayNumber is 1 and var one ? $"late by {one} day" : $"late by {today.DayNumber - due.DayNumber} days",
        _ => "planned",
    };

    /// <summary>The plan drawn from every gap: what is due first comes first, what is done last.</summary>
    public static IReadOnlyList<PlanLine> All(IEnumerable<OrganisationStanding> all, string? organisation = null) =>
    [
        .. (from of in all
            where organisation is null || of.Reference == organisation
            from answers in of.All
            from row in answers.Gaps
            select new PlanLine(of, answers, row))
            .OrderBy(line => line.Action?.DoneOn is not null).ThenBy(line => line.Action?.Due ?? DateOnly.MinValue).ThenBy(line => line.Of.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
