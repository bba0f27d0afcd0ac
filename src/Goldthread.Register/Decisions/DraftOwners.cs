using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Whose drafts are whose, where somebody leaves. Whoever sees to it hands them over and reads nothing of them.</summary>
public sealed class DraftOwners(RegisterDatabase database)
{
    // Those on which something is still to be done by whoever's draft it is.
    private static readonly DraftState[] Open = [DraftState.Draft, DraftState.Advice, DraftState.ChiefExecutive, DraftState.DecisionMaker, DraftState.Approved, DraftState.Deferred];

    /// <summary>Where an officer's open drafts stand, what changed last first.</summary>
    public async Task<IReadOnlyList<DraftState>> OpenOfAsync(Guid owner, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Drafts.Where(row => row.Owner == owner && Open.Contains(row.State)).OrderByDescending(row => row.ChangedAt).Select(row => row.State).ToListAsync(stop);
    }

    /// <summary>Hands an officer's open drafts to another, who is asked, reminded and shown them from now on.</summary>
    /// <returns>How many went; none where the other is no officer today.</returns>
    public async Task<int> HandAllOverAsync(Guid from, Guid to, CancellationToken stop = default)
    {
        if (await new PeopleService(database).StandingAsync(to, stop) is not { } taker || !DraftRules.MayWrite(taker))
            return 0;
        await using var context = database.Open();
        return await context.Drafts.Where(row => row.Owner == from && Open.Contains(row.State))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, to).SetProperty(row => row.Version, row => row.Version + 1), stop);
    }
}
