using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Finds the drafts, signed or not, that a draft may be a part with: the same supplier, or the same commitment and procurement category.</summary>
public sealed class DraftPurchases(RegisterDatabase database)
{
    /// <summary>The most that are looked at of each, those changed last.</summary>
    public const int Most = 20;

    // What came to nothing is no part of anything, and what was replaced is counted with what replaced it.
    private static readonly DraftState[] Nothing = [DraftState.Refused, DraftState.Abandoned, DraftState.Superseded, DraftState.Withdrawn];

    /// <summary>The others, signed since a time or not signed yet.</summary>
    public async Task<IReadOnlyList<DraftEntry>> SameAsync(DraftEntry draft, DateTime since, CancellationToken stop = default)
    {
        var (supplier, commitment, category) = (Splitting.Key(draft.Content["supplier"]), Splitting.Key(draft.Content["commitment"]), Splitting.Key(draft.Content["category"]));
        await using var context = database.Open();
        var found = new List<Guid>();
        var others = context.Drafts.Where(row => row.Body == draft.Head.Body && row.Id != draft.Head.Id && !Nothing.Contains(row.State) && (row.SignedAt == null || row.SignedAt >= since));
        if (supplier is not null)
            found.AddRange(await Last(others.Where(row => row.Supplier == supplier)));
        if (commitment is not null && category is not null)
            found.AddRange(await Last(others.Where(row => row.Commitment == commitment && row.Category == category)));
        var entries = new List<DraftEntry>();
        foreach (var id in found.Distinct())
            if (await DraftTexts.EntryAsync(context, context.Drafts.Where(row => row.Id == id), stop) is { } entry)
                entries.Add(entry);
        return entries;

        Task<List<Guid>> Last(IQueryable<DraftRow> rows) => rows.OrderByDescending(row => row.ChangedAt).Select(row => row.Id).Take(Most).ToListAsync(stop);
    }

    /// <summary>Those of these records that were made by a draft.</summary>
    public async Task<IReadOnlyCollection<Guid>> DraftedAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Drafts.Where(row => row.Record != null && records.Contains(row.Record.Value)).Select(row => row.Record!.Value).ToListAsync(stop);
    }
}
