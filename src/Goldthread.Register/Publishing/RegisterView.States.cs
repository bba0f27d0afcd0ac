using Goldthread.Core.History;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

// The states of a record: as it was, what changed from one to the next, and where it was read from.
public sealed partial class RegisterView
{
    /// <summary>What each of these revisions changed in what this reader may see, in the order of their numbers.</summary>
    /// <remarks>States that this reader may not see are passed over: a revision is held against the one before it that the reader may see.</remarks>
    public async Task<IReadOnlyList<RevisionChanges>> ChangesAsync(FoundRecord record, IReadOnlyCollection<int> numbers, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var kind = RecordKinds.Get(record.Head.Kind);
        var here = await HereAsync(context, record.Head.Id, stop);
        var changes = new List<RevisionChanges>();
        foreach (var number in numbers.Order())
        {
            var two = await States(context, record.Head.Id, here).Where(row => row.Number <= number).OrderByDescending(row => row.Number).Take(2).ToListAsync(stop);
            if (two is not [var after, ..] || after.Number != number)
                continue;
            var before = two.ElementAtOrDefault(1);
            changes.Add(new RevisionChanges(number, before?.Number, before is null ? [] : Between(kind, here.Reader.Audience, before, after)));
        }

        return changes;
    }

    /// <summary>What this reader may see of the document that a record, in the state that was found, was read from.</summary>
    public async Task<RecordSources> SourcesAsync(FoundRecord record, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var here = await HereAsync(context, record.Head.Id, stop);
        var state = await States(context, record.Head.Id, here).SingleOrDefaultAsync(row => row.Number == record.Head.Revision, stop);
        return state?.Body is { } stored ? Passages.Of(RecordKinds.Get(record.Head.Kind), stored, state.Shape, here.Reader.Audience) : RecordSources.None;
    }

    /// <summary>The states of a record that this reader may see: none of a record that is hidden today.</summary>
    private IQueryable<RevisionRow> States(RegisterContext context, Guid record, Visible here)
    {
        var audiences = here.Audiences;
        var states = context.Revisions.AsNoTracking().Where(revision => revision.Record == record);
        return reader.Audience == Audience.Staff
            ? states
            : states.Where(revision => revision.Status == RecordStatus.Current && audiences.Contains(revision.Visibility)
                && Records(context).Any(row => row.Id == record));
    }

    private IReadOnlyList<FieldChange>? Between(RecordKind kind, Audience audience, RevisionRow before, RevisionRow after) =>
        before.Body is null || after.Body is null
            ? null
            : FieldChanges.Between(kind.Show(before.Body, before.Shape, audience), kind.Show(after.Body, after.Shape, audience));

    private static RecordHead AsItWas(RecordHead head, RecordKind kind, RevisionRow shown)
    {
        var then = head with { Status = shown.Status, Visibility = shown.Visibility, Revision = shown.Number, ChangedAt = shown.At };
        if (shown.Body is null)
            return then;
        var columns = kind.Derive(kind.Read(shown.Body, shown.Shape)).Columns;
        return then with { Title = columns.Title, Owner = columns.Owner, Starts = columns.Starts, Ends = columns.Ends, Amount = columns.Amount };
    }

    /// <summary>The ties that a past state made, to what this reader may see today; what came of it belongs to the present state.</summary>
    private async Task<IReadOnlyList<LinkedRecord>> TiesThenAsync(RegisterContext context, RecordRow row, Visible here, Derived then, CancellationToken stop)
    {
        var targets = DerivedRows.Targets(row, then).Where(target => here.Audiences.Contains(target.Audience)).ToList();
        var slugs = targets.Select(target => target.Slug).Distinct().ToList();
        var seen = await Records(context).Where(other => slugs.Contains(other.Slug)).ToListAsync(stop);
        var there = await context.Records.AsNoTracking().Where(other => slugs.Contains(other.Slug)).Select(other => new { other.Kind, other.Body, other.Slug }).ToListAsync(stop);
        return
        [
            .. from target in targets
               let other = seen.Find(other => (other.Kind, other.Body, other.Slug) == (target.Kind, target.Body, target.Slug))
               where other is not null || !there.Exists(other => (other.Kind, other.Body, other.Slug) == (target.Kind, target.Body, target.Slug))
               select new LinkedRecord(target.Relation, true, other?.ToHead(), other is null ? target.Reference : null),
        ];
    }
}
