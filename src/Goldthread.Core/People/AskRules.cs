namespace Goldthread.Core.People;

/// <summary>Who sees what was asked, who answers it and to whom it may be handed over.</summary>
/// <remarks>
/// A deputy stands where the person covered stands. Nobody sees what is asked of an organisation that she no longer
/// belongs to. An auditor reads what is asked of nobody else either, and changes nothing.
/// </remarks>
public static class AskRules
{
    /// <summary>The roles that may be asked, answer and hand over: all but the auditor's, who changes nothing.</summary>
    public static IReadOnlyList<Role> Answering { get; } = [.. Roles.All.Where(role => role != Role.Auditor)];

    /// <summary>The roles that may ask: the body's own staff, but for the auditor.</summary>
    public static IReadOnlyList<Role> Asking { get; } = [.. Roles.Staff.Where(role => role != Role.Auditor)];

    /// <summary>Herself, and whom she covers.</summary>
    public static IReadOnlyList<Guid> StandsFor(Standing who) =>
        [who.Person, .. who.Grounds.Where(ground => ground.For is not null).Select(ground => ground.For!.Value).Distinct()];

    /// <summary>Whether it waits for her, or would if it were open: it is asked of her, of somebody she covers, of her role or of her organisation.</summary>
    public static bool IsFor(this Ask ask, Standing who)
    {
        if (ask.Organisation != who.Organisation)
            return false;
        if (ask.Person is { } person)
            return StandsFor(who).Contains(person);
        return ask.Role is { } role
            ? who.Grounds.Any(ground => ground.Role == role && (ask.Advice is null || ground.Advice == ask.Advice))
            : who.Organisation is not null && who.Holds(Roles.Outside);
    }

    /// <summary>Whether she, or somebody she covers, asked it.</summary>
    public static bool IsAskedBy(this Ask ask, Standing who) => StandsFor(who).Contains(ask.AskedBy);

    /// <summary>Whether she may read it: it waits for her, she asked it, or she had it and handed it over within her organisation.</summary>
    public static bool IsSeenBy(this Ask ask, Standing who) =>
        ask.IsFor(who) || ask.IsAskedBy(who) || (ask.Organisation == who.Organisation && ask.HandedOverBy.Contains(who.Person));

    /// <summary>Whether she may say that it is done or decline it, or hand it over.</summary>
    public static bool MayAnswer(this Ask ask, Standing who) => ask.State == AskState.Open && ask.IsFor(who) && who.Holds(Answering);

    /// <summary>Whether she may say that it is no longer needed.</summary>
    public static bool MayWithdraw(this Ask ask, Standing who) => ask.State == AskState.Open && ask.IsAskedBy(who) && who.Holds(Asking);

    /// <summary>Whether it may be handed over to somebody: she is of the organisation that it is asked of, holds a role today and is not who has it.</summary>
    public static bool MayPassTo(this Ask ask, Standing to) =>
        ask.State == AskState.Open && ask.Organisation == to.Organisation && to.Holds(Answering) && ask.Person != to.Person;

    /// <summary>By how many days it is late; 0 up to and on the day itself, and where it no longer waits.</summary>
    public static int DaysLate(this Ask ask, DateOnly today) =>
        ask.State == AskState.Open ? Math.Max(0, today.DayNumber - ask.Due.DayNumber) : 0;
}
