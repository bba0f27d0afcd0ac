using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Goldthread.Core.Decisions;
using Goldthread.Core.History;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>Something in the register that is not as it was saved.</summary>
/// <param name="Code">What is wrong: <c>chain</c>, <c>content</c>, <c>checkpoint</c>, <c>columns</c>, <c>links</c>, <c>fields</c>, <c>search</c>, <c>record</c>, <c>tally</c>, <c>original</c> or <c>part2</c>.</param>
/// <param name="Where">The record's reference or the revision's place in the chain.</param>
/// <param name="What">What differs, in a sentence.</param>
public sealed record AuditFinding(string Code, string Where, string What);

/// <summary>What an audit went through and found.</summary>
public sealed record AuditReport(long Revisions, int Records, string Head, IReadOnlyList<AuditFinding> Findings);

/// <summary>
/// Recomputes the whole chain and every derived row, holds the chain against the checkpoints kept outside the
/// database, and names what differs.
/// </summary>
/// <param name="database">The register.</param>
/// <param name="part2">The key of confidential parts; without it their hashes are compared and their texts are not.</param>
public sealed class Audit(RegisterDatabase database, Part2Key? part2 = null)
{
    private readonly List<AuditFinding> findings = [];

    /// <summary>Audits the register as it is at one moment; a running server goes on meanwhile.</summary>
    /// <param name="progress">Told the number of revisions gone through.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<AuditReport> RunAsync(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        findings.Clear();
        await using var context = database.Open();
        await using var snapshot = await context.Database.BeginSnapshotAsync(database, stop);
        var records = await context.Records.AsNoTracking().ToDictionaryAsync(row => row.Id, stop);
        var (count, head, last) = await WalkChainAsync(context, records, progress, stop);
        await CompareRecordsAsync(context, records, last, stop);
        findings.AddRange(await new Part2Audit(context, part2).RunAsync(records, HeldHashes(last, records), stop));
        return new AuditReport(count, records.Count, head, [.. findings]);
    }

    private async Task<(long Count, string Head, Dictionary<Guid, Expected> Last)> WalkChainAsync(
        RegisterContext context, Dictionary<Guid, RecordRow> records, IProgress<long>? progress, CancellationToken stop)
    {
        var checkpoints = new Checkpoints(database).Read().GroupBy(checkpoint => checkpoint.Sequence).ToDictionary(same => same.Key, same => same.ToList());
        var last = new Dictionary<Guid, Expected>();
        var (sequence, previous) = (0L, Chain.Beginning);
        await foreach (var revision in context.Revisions.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            var where = Where(records.GetValueOrDefault(revision.Record), revision);
            if (revision.Sequence != sequence + 1)
                Say("chain", where, $"The chain goes from {sequence} to {revision.Sequence}: {revision.Sequence - sequence - 1} revision(s) between them are missing.");
            if (revision.Previous != previous)
                Say("chain", where, "It does not follow the revision before it: that one was changed, removed or put in.");
            if (Chain.RevisionHash(Appending.ToLink(revision)) != revision.Hash)
                Say("chain", where, "Its hash does not fit what stands there: when, who, why, status, visibility or hash was changed by hand.");
            CheckContent(revision, where);
            if (checkpoints.Remove(revision.Sequence, out var kept) && kept.Exists(checkpoint => checkpoint.Hash != revision.Hash))
                Say("checkpoint", where, $"The checkpoint of {kept[0].At} kept outside the database has another hash for it: the chain was rewritten.");
            last[revision.Record] = Expect(revision, last.GetValueOrDefault(revision.Record), where);
            (sequence, previous) = (revision.Sequence, revision.Hash);
            if (sequence % 1000 == 0)
                progress?.Report(sequence);
        }

        foreach (var lost in checkpoints.Keys.Order())
            Say("checkpoint", $"revision {lost}", $"The checkpoint of {checkpoints[lost][0].At} kept outside the database is past the chain's end at {sequence}, or in a gap: revisions were removed.");
        return (sequence, previous, last);
    }

    private void CheckContent(RevisionRow revision, string where)
    {
        if (revision.Salt is null || revision.Derived is null)
            return;
        if (Chain.ContentHash(revision.Salt, revision.Body ?? "", revision.Derived) != revision.ContentHash)
            Say("content", where, "Its body, or the columns and ties saved with it, were changed by hand.");
    }

    /// <summary>What the record's rows ought to be after this revision; a body that cannot be read is named.</summary>
    private Expected Expect(RevisionRow revision, Expected? before, string where)
    {
        var complete = revision is { Body: not null, Derived: not null, Salt: not null };
        var missing = (before?.Missing ?? []).ToList();
        if (!complete && revision.Status != RecordStatus.Erased)
            missing.Add(where);
        if (before is not null && revision.Number != before.Revision.Number + 1)
            Say("chain", where, $"The record's revisions go from {before.Revision.Number} to {revision.Number}.");
        else if (before is null && revision.Number != 1)
            Say("chain", where, $"The record's revisions begin at {revision.Number}.");
        return new Expected(revision, missing);
    }

    private async Task CompareRecordsAsync(RegisterContext context, Dictionary<Guid, RecordRow> records, Dictionary<Guid, Expected> last, CancellationToken stop)
    {
        var links = (await context.Links.AsNoTracking().ToListAsync(stop)).ToLookup(row => row.From);
        var pending = (await context.Pending.AsNoTracking().ToListAsync(stop)).ToLookup(row => row.From);
        var fields = (await context.Fields.AsNoTracking().ToListAsync(stop)).ToLookup(row => row.Record);
        var originals = (await context.Originals.AsNoTracking().Select(row => row.Sha256).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var bySlug = records.Values.ToLookup(row => (row.Body, row.Kind, row.Slug));
        var texts = new Dictionary<long, ulong>();
        foreach (var (id, expected) in last)
        {
            if (expected.Revision.Status != RecordStatus.Erased)
                foreach (var where in expected.Missing)
                    Say("content", where, "Its body is gone, and no erasure is recorded.");
            if (!records.TryGetValue(id, out var row))
                Say("record", $"record {id}", "Its row is gone; its revisions are there. `goldthread reindex` puts it back.");
            else
                CompareRecord(row, expected.Revision, links[id], pending[id], fields[id], originals, bySlug, texts);
        }

        foreach (var row in records.Values.Where(row => !last.ContainsKey(row.Id)))
            Say("record", row.Reference, "It has no revision: the row was put in by hand, or its revisions were removed.");
        foreach (var from in links.Select(group => group.Key).Concat(pending.Select(group => group.Key)).Concat(fields.Select(group => group.Key)).Distinct().Where(from => !last.ContainsKey(from)))
            Say("links", $"record {from}", "It has ties or fields, but no revision.");
        await CompareSearchAsync(context, records, texts, stop);
        foreach (var fault in await Publishing.Tally.FaultsAsync(context, records.Values, stop))
            Say("tally", "the tally", fault);
    }

    /// <summary>The hashes of confidential parts that decisions hold.</summary>
    private static Dictionary<Guid, IReadOnlyList<string>> HeldHashes(Dictionary<Guid, Expected> last, Dictionary<Guid, RecordRow> records)
    {
        var held = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var (id, expected) in last)
            if (expected.Revision.Body is { } body && body.Contains("\"part2Hashes\"", StringComparison.Ordinal)
                && records.TryGetValue(id, out var row) && row.Kind == RecordKinds.Decision.Name
                && Reindexer.DerivedOf(row, expected.Revision) is not null
                && ((Decision)RecordKinds.Decision.Read(body, expected.Revision.Shape)).Part2Hashes is { } hashes)
                held[id] = hashes;
        return held;
    }

    private void CompareRecord(
        RecordRow row, RevisionRow revision, IEnumerable<LinkRow> links, IEnumerable<PendingRow> pending, IEnumerable<FieldRow> fields,
        HashSet<string> originals, ILookup<(string, string, string), RecordRow> bySlug, Dictionary<long, ulong> texts)
    {
        if (Reindexer.DerivedOf(row, revision) is not { } derived)
        {
            Say("content", row.Reference, "Its body cannot be read any more.");
            return;
        }

        var ought = new RecordRow { Id = row.Id, Key = row.Key, Kind = row.Kind, Body = row.Body, Reference = row.Reference, Slug = row.Slug };
        Reindexer.SetIdentity(ought, revision);
        DerivedRows.SetColumns(ought, derived);
        (ought.Status, ought.Visibility, ought.Revision, ought.ChangedAt) = (revision.Status, revision.Visibility, revision.Number, revision.At);
        foreach (var (column, there, expected) in Columns(row, ought).Where(column => !Equals(column.There, column.Expected)))
            Say("columns", row.Reference, $"The column {column} is '{there}' and ought to be '{expected}'.");

        var targets = DerivedRows.Targets(row, derived).ToLookup(target => bySlug[(target.Body, target.Kind, target.Slug)].FirstOrDefault()?.Id);
        Compare("links", row, "tie",
            links.Select(link => $"{link.Relation} {link.To} {link.Audience}"),
            targets.Where(group => group.Key is not null).SelectMany(group => group.Select(target => (Key: (target.Relation, To: group.Key!.Value), target.Audience)))
                .GroupBy(tie => tie.Key).Select(same => $"{same.Key.Relation} {same.Key.To} {same.First().Audience}"));
        Compare("links", row, "waiting tie",
            pending.Select(link => $"{link.Relation} {link.Kind} {link.Body} {link.Slug} {link.Audience}"),
            targets[null].Select(target => $"{target.Relation} {target.Kind} {target.Body} {target.Slug} {target.Audience}"));
        Compare("fields", row, "field", fields.Select(Text), DerivedRows.Fields(row, derived).Select(Text));
        if (revision.Body is { } body && RecordKinds.Get(row.Kind) is var kind && kind.ImportOf(kind.Read(body, revision.Shape)) is { } import && !originals.Contains(import.Sha256))
            Say("original", row.Reference, $"The original file {import.File} is not there any more.");
        texts[row.Key] = Fingerprint(DerivedRows.SearchTitle(row), DerivedRows.SearchText(derived), database.Dialect.IndexedFacets(ought.Facets));
    }

    private async Task CompareSearchAsync(RegisterContext context, Dictionary<Guid, RecordRow> records, Dictionary<long, ulong> texts, CancellationToken stop)
    {
        var names = records.Values.GroupBy(row => row.Key).ToDictionary(same => same.Key, same => same.First().Reference);
        await foreach (var there in database.Dialect.IndexedAsync(context).WithCancellation(stop))
        {
            var words = new Dictionary<Audience, string> { [Audience.Public] = there.Public, [Audience.Partners] = there.Partners, [Audience.Staff] = there.Staff };
            if (!texts.Remove(there.Key, out var ought) || ought != Fingerprint(there.Title, words, there.Facets))
                Say("search", names.GetValueOrDefault(there.Key, $"key {there.Key}"), "The words in the search index are not the record's.");
        }

        foreach (var key in texts.Keys)
            Say("search", names.GetValueOrDefault(key, $"key {key}"), "It is not in the search index.");
    }

    private void Compare(string code, RecordRow row, string what, IEnumerable<string> there, IEnumerable<string> expected)
    {
        var (is_, ought) = (there.ToHashSet(StringComparer.Ordinal), expected.ToHashSet(StringComparer.Ordinal));
        foreach (var extra in is_.Except(ought).Order(StringComparer.Ordinal))
            Say(code, row.Reference, $"The {what} '{extra}' does not come from its body.");
        foreach (var missing in ought.Except(is_).Order(StringComparer.Ordinal))
            Say(code, row.Reference, $"The {what} '{missing}' of its body is missing.");
    }

    private static IEnumerable<(string Column, object? There, object? Expected)> Columns(RecordRow row, RecordRow ought) =>
    [
        ("kind", row.Kind, ought.Kind), ("body", row.Body, ought.Body), ("reference", row.Reference, ought.Reference), ("slug", row.Slug, ought.Slug),
        ("title", row.Title, ought.Title), ("status", row.Status, ought.Status), ("visibility", row.Visibility, ought.Visibility),
        ("owner", row.Owner, ought.Owner), ("starts", row.Starts, ought.Starts), ("ends", row.Ends, ought.Ends), ("amount", row.Amount, ought.Amount),
        ("revision", row.Revision, ought.Revision), ("changed_at", row.ChangedAt, ought.ChangedAt), ("facets", row.Facets, ought.Facets),
    ];

    private static string Text(FieldRow field) => $"{field.Name}[{field.Position}] {field.Text} {field.Number} {field.Day:yyyy-MM-dd} {field.Audience}";

    private static ulong Fingerprint(string title, IReadOnlyDictionary<Audience, string> text, string facets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string>)[title, text.GetValueOrDefault(Audience.Public, ""), text.GetValueOrDefault(Audience.Partners, ""), text.GetValueOrDefault(Audience.Staff, ""), facets])
        {
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
            hash.AppendData([0xff, 0xff]);
        }

        return BitConverter.ToUInt64(hash.GetHashAndReset());
    }

    private static string Where(RecordRow? record, RevisionRow revision) =>
        $"revision {revision.Sequence} ({record?.Reference ?? revision.Record.ToString()}, its number {revision.Number})";

    private void Say(string code, string where, string what) => findings.Add(new AuditFinding(code, where, what));

    private sealed record Expected(RevisionRow Revision, IReadOnlyList<string> Missing);
}
