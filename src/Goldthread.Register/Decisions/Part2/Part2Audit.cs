using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.History;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>Whether confidential parts are as they were written: their hashes among themselves, those that decisions hold, and, where the key is, what they say.</summary>
internal sealed class Part2Audit(RegisterContext context, Part2Key? key)
{
    private const string Code = "part2";
    private readonly List<AuditFinding> findings = [];

    /// <summary>Goes through all of them.</summary>
    /// <param name="records">The register's records.</param>
    /// <param name="held">The hashes that each decision's last revision holds.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<IReadOnlyList<AuditFinding>> RunAsync(IReadOnlyDictionary<Guid, RecordRow> records, IReadOnlyDictionary<Guid, IReadOnlyList<string>> held, CancellationToken stop)
    {
        var parts = await context.Part2s.AsNoTracking().OrderBy(row => row.Subject).ToListAsync(stop);
        foreach (var part in parts)
        {
            var record = part.Record is { } id ? records.GetValueOrDefault(id) : null;
            var where = $"part 2 of {record?.Reference ?? part.Subject.ToString()}";
            var hashes = await WalkAsync(part, where, record?.Status == RecordStatus.Erased, stop);
            if (part.Record is not { } bound)
                continue;
            if (record is null)
                Say(where, "The decision that it belongs to is gone.");
            else if (record.Status != RecordStatus.Erased && !hashes.SequenceEqual(held.GetValueOrDefault(bound, [])))
                Say(where, "Its revisions are not those whose hashes its decision holds: some were changed, removed or put in.");
        }

        var tied = parts.Select(part => part.Record).OfType<Guid>().ToHashSet();
        foreach (var (record, _) in held.Where(pair => pair.Value.Count > 0 && !tied.Contains(pair.Key)))
            Say($"part 2 of {records.GetValueOrDefault(record)?.Reference ?? record.ToString()}", "The decision holds hashes of a confidential part that is gone.");
        return findings;
    }

    private async Task<IReadOnlyList<string>> WalkAsync(Part2Row part, string where, bool erased, CancellationToken stop)
    {
        var rows = await context.Part2Revisions.AsNoTracking().Where(row => row.Subject == part.Subject).OrderBy(row => row.Number).ToListAsync(stop);
        var previous = Chain.Beginning;
        foreach (var (row, number) in rows.Select((row, at) => (row, at + 1)))
        {
            var here = $"{where}, revision {row.Number}";
            var stamp = new Part2Stamp(row.Subject, row.Number, row.At, row.By, row.Ground, row.Ends);
            if (row.Number != number || row.Previous != previous)
                Say(here, "It does not follow the revision before it: that one was changed, removed or put in.");
            if (Part2Chain.RevisionHash(row.Previous, stamp, row.ContentHash) != row.Hash)
                Say(here, "Its hash does not fit what stands there: when, who, ground, last day or hash was changed by hand.");
            if (row.Sealed is null && !erased)
                Say(here, "Its text is gone, and no erasure is recorded.");
            else if (row.Sealed is not null && key is not null)
                CheckContent(row, stamp, here);
            previous = row.Hash;
        }

        if (rows.Count != part.Number || rows.LastOrDefault() is not { } last || (last.Ground, last.Ends) != (part.Ground, part.Ends))
            Say(where, "What stands of it is not its last revision: the row was changed, or revisions were removed.");
        return [.. rows.Select(row => row.Hash)];
    }

    private void CheckContent(Part2RevisionRow row, Part2Stamp stamp, string where)
    {
        if (!key!.Has(row.KeyId))
            Say(where, $"It is encrypted with the key {row.KeyId}, which is not there.");
        else if (key.Open(row) is not { } content || Part2Chain.ContentHash(content, stamp) != row.ContentHash)
            Say(where, "Its text was changed, or put in the place of another.");
    }

    private void Say(string where, string what) => findings.Add(new AuditFinding(Code, where, what));
}
