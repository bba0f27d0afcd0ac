using Goldthread.Core.People;

namespace Goldthread.Register.People;

/// <summary>What somebody wants to ask: of one person, of an organisation, or of the holders of a role of the body's own staff.</summary>
/// <param name="Title">What is asked, in a line.</param>
/// <param name="Due">The day by which it is needed.</param>
/// <param name="Words">What more there is to say.</param>
/// <param name="Person">Of whom.</param>
/// <param name="Organisation">Of which organisation, where of nobody in particular.</param>
/// <param name="Role">Of which role.</param>
/// <param name="Advice">An adviser's field.</param>
/// <param name="Record">The record it is about.</param>
public sealed record NewAsk(string Title, DateOnly Due, string Words = "", Guid? Person = null, string? Organisation = null, Role? Role = null, AdviceField? Advice = null, Guid? Record = null);

/// <summary>What was asked, or what was wrong with it.</summary>
public sealed record AskOutcome(Guid? Ask, PersonFault? Fault)
{
    /// <summary>There is nothing of this name that she may see.</summary>
    public static AskOutcome Nothing { get; } = Wrong("nothing", "", "There is nothing here that was asked of you or by you.");

    /// <summary>It no longer waits for her.</summary>
    public static AskOutcome Closed { get; } = Wrong("closed", "", "This no longer waits for you: it was answered, withdrawn or handed over meanwhile.");

    /// <summary>What was wrong.</summary>
    public static AskOutcome Wrong(string code, string field, string message) => new(null, new PersonFault(code, field, message));
}

/// <summary>Somebody, as those who work with her see her.</summary>
public sealed record PersonName(Guid Id, string Name, string Office, string? Organisation)
{
    /// <summary>Her name and office.</summary>
    public string Words => $"{Name}, {Office}";
}

/// <summary>What was asked, with the names that belong to it.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Of">Who has it; null where all of an organisation or a role do.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="HandOvers">Where it has been, first things first.</param>
public sealed record AskEntry(Ask Ask, PersonName? Of, PersonName AskedBy, PersonName? AnsweredBy, IReadOnlyList<HandOver> HandOvers);

/// <summary>That something that was asked went from one to another.</summary>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who handed it over.</param>
/// <param name="From">Who had it; null where it was asked of all of an organisation or a role.</param>
/// <param name="To">Who has it since.</param>
/// <param name="Asking">Whether it is the asking that went over.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record HandOver(DateTime At, PersonName By, PersonName? From, PersonName To, bool Asking, string Reason);

/// <summary>What lies on somebody's desk.</summary>
/// <param name="Waiting">What waits for her, what is due first coming first.</param>
/// <param name="Given">What she asked or handed over: what is open first, then what was answered in the last weeks, the latest first.</param>
public sealed record DeskEntry(IReadOnlyList<AskEntry> Waiting, IReadOnlyList<AskEntry> Given);
