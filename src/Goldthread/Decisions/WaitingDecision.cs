using Goldthread.Core.People;
using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>A decision that waits for somebody, as her desk shows it: its link leads to where she does what it waits for.</summary>
/// <param name="Waiting">The draft and why it waits.</param>
/// <param name="Today">Today.</param>
public sealed record WaitingDecision(DraftWaiting Waiting, DateOnly Today)
{
    /// <summary>Where she does it.</summary>
    public string Address => $"/desk/decisions/{Waiting.Draft.Id}" + Waiting.Why switch
    {
        DraftWait.Decide or DraftWait.SendOn => "/decide",
        DraftWait.Advise => $"/advise/{Waiting.Advice!.Value.Words().Replace(' ', '-')}",
        DraftWait.Returned => "",
        DraftWait.Advised or DraftWait.Publish => "/steps",
    };
}
