using Goldthread.Core.Pathways.Keeping;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>What a proposal's state is called.</summary>
public static class ProposalWords
{
    /// <summary>In a word or two.</summary>
    public static string State(ProposalState state) => state switch
    {
        ProposalState.Open => "waits for an officer",
        ProposalState.Accepted => "accepted",
        ProposalState.Refused => "refused",
        ProposalState.Withdrawn => "taken back",
    };
}
