using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.History;
using Goldthread.Core.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>
/// The one type that gives out what a confidential part says, and takes it: for one person who is signed in, where the key
/// is. Each time that she reads is kept before she is given anything.
/// </summary>
public sealed class Part2Vault(RegisterDatabase database, Part2Key key, Standing who)
{
    private DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Gives a revision to one of its readers; the last where no number is named.</summary>
    public async Task<Part2Opening> OpenAsync(Guid subject, int? number = null, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.Part2s.AsNoTracking().SingleOrDefaultAsync(row => row.Subject == subject, stop) is not { } part)
            return new Part2Opening(null, Part2Fault.None);
        if (!Part2Rules.MayRead(await Part2Readers.NamingsAsync(context, subject, stop), who, Today))
            return new Part2Opening(null, Part2Fault.Refused);
        var wanted = number ?? part.Number;
        if (await context.Part2Revisions.AsNoTracking().SingleOrDefaultAsync(row => row.Subject == subject && row.Number == wanted, stop) is not { } row)
            return new Part2Opening(null, Part2Fault.None);
        if (row.Sealed is null)
            return new Part2Opening(null, Part2Fault.Erased);
        if (key.Open(row) is not { } content)
            return new Part2Opening(null, key.Has(row.KeyId) ? Part2Fault.Changed : Part2Fault.Key);
        context.Part2Opened.Add(new Part2OpenedRow { Id = Guid.CreateVersion7(), Subject = subject, Number = wanted, Person = who.Person, At = database.Now });
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new Part2Opening(new Part2Text(wanted, content.Text, content.Why), null);
    }

    /// <summary>Writes a revision; the first on a draft that is there, and with it whoever writes becomes its first reader.</summary>
    public async Task<Part2Outcome> WriteAsync(Guid subject, Part2Writing writing, CancellationToken stop = default)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await database.Dialect.LockChainAsync(context, stop);
        var part = await context.Part2s.SingleOrDefaultAsync(row => row.Subject == subject, stop);
        if (part is null ? !Part2Rules.MayBegin(who) : !Part2Rules.MayWrite(await Part2Readers.NamingsAsync(context, subject, stop), who, Today))
            return new Part2Outcome(Part2Fault.NotHers);
        if (part is null && !(DraftRules.MayRead(who) && await context.Drafts.AnyAsync(row => row.Id == subject, stop)))
            return new Part2Outcome(Part2Fault.None);
        if (writing.Expected != (part?.Number ?? 0))
            return new Part2Outcome(Part2Fault.Conflict);
        if (writing.Faults(Today).FirstOrDefault() is { } refused)
            return new Part2Outcome(refused);
        part ??= Begin(context, subject, writing.About.Trim());
        var previous = await context.Part2Revisions.Where(row => row.Subject == subject && row.Number == part.Number).Select(row => row.Hash).SingleOrDefaultAsync(stop);
        (part.Number, part.Ground, part.Ends) = (part.Number + 1, writing.Ground!.Reference, writing.Ends!.Value);
        context.Part2Revisions.Add(Revision(part, new Part2Content(Chain.NewSalt(), writing.Text.ReplaceLineEndings("\n"), writing.Why.Trim()), previous ?? Chain.Beginning));
        await context.SaveChangesAsync(stop);
        if (part.Record is { } record)
            await Part2Signing.EnterChainAsync(database, context, subject, record, Acting.Words(who.Name, who.Office), stop);
        await transaction.CommitAsync(stop);
        return Part2Outcome.Done;
    }

    private Part2Row Begin(RegisterContext context, Guid subject, string about)
    {
        var part = new Part2Row { Subject = subject, About = about };
        context.Part2s.Add(part);
        context.Part2Readers.Add(new Part2ReaderRow { Id = Guid.CreateVersion7(), Subject = subject, Person = who.Person, NamedBy = who.Person, NamedAt = database.Now, Starts = Today });
        return part;
    }

    private Part2RevisionRow Revision(Part2Row part, Part2Content content, string previous)
    {
        var stamp = new Part2Stamp(part.Subject, part.Number, database.Now, who.Person, part.Ground, part.Ends);
        var row = new Part2RevisionRow { Subject = part.Subject, Number = part.Number, At = stamp.At, By = stamp.By, Ground = stamp.Ground, Ends = stamp.Ends, Previous = previous, ContentHash = Part2Chain.ContentHash(content, stamp) };
        row.Hash = Part2Chain.RevisionHash(previous, stamp, row.ContentHash);
        key.Seal(row, content);
        return row;
    }
}
