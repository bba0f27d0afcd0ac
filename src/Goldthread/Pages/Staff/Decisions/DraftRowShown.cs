using Goldthread.Register.Decisions;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>A row of a list of drafts.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Why">Why it waits for whoever looks; null where it does not.</param>
/// <param name="Today">Today.</param>
/// <param name="Me">Whoever looks.</param>
public sealed record DraftRowShown(DraftHead Draft, string? Why, DateOnly Today, Guid Me);
