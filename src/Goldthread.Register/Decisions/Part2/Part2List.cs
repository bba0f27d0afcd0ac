using Goldthread.Core.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions.Part2;

/// <summary>Which decisions have a confidential part, on what ground and until when, who may read it and who did: all but what it says.</summary>
public sealed class Part2List(RegisterDatabase database)
{
    private static readonly string Gone = "Somebody who is not kept any more";

    /// <summary>All confidential parts, those whose last day comes first before.</summary>
    public async Task<IReadOnlyList<Part2Row>> AllAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Part2s.AsNoTracking().OrderBy(row => row.Ends).ThenBy(row => row.Subject).ToListAsync(stop);
    }

    /// <summary>One of them, with its readers and its history; null where there is none.</summary>
    public async Task<Part2Facts?> FindAsync(Guid subject, CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (await context.Part2s.AsNoTracking().SingleOrDefaultAsync(row => row.Subject == subject, stop) is not { } part)
            return null;
        var revisions = await context.Part2Revisions.AsNoTracking().Where(row => row.Subject == subject).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.At, row.By, row.Ground, row.Ends }).ToListAsync(stop);
        var readers = await context.Part2Readers.AsNoTracking().Where(row => row.Subject == subject).OrderBy(row => row.NamedAt).ThenBy(row => row.Id).ToListAsync(stop);
        var opened = await context.Part2Opened.AsNoTracking().Where(row => row.Subject == subject).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(stop);
        var ids = revisions.Select(row => row.By).Concat(readers.SelectMany(row => new[] { row.Person, row.NamedBy, row.EndedBy ?? row.NamedBy })).Concat(opened.Select(row => row.Person)).Distinct().ToList();
        var names = await context.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new PersonName(person.Id, person.Name, person.Office, person.Organisation)).ToDictionaryAsync(person => person.Id, stop);
        return new Part2Facts(
            part,
            [.. revisions.Select(row => new Part2Written(row.Number, row.At, Name(row.By), row.Ground, row.Ends))],
            [.. readers.Select(row => new Part2Reader(row.Id, Name(row.Person), Part2Readers.ToNaming(row), Name(row.NamedBy), row.NamedAt, row.EndedAt, row.EndedBy is { } by ? Name(by) : null))],
            [.. opened.Select(row => new Part2Read(row.Number, row.At, Name(row.Person)))]);

        PersonName Name(Guid person) => names.GetValueOrDefault(person) ?? new PersonName(person, Gone, "", null);
    }

    /// <summary>The ids of the keys that confidential parts are encrypted with; to see whether each is there.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        return await context.Part2Revisions.Where(row => row.Sealed != null).Select(row => row.KeyId).Distinct().ToListAsync(stop);
    }
}

/// <summary>A confidential part without what it says.</summary>
/// <param name="Part">Its row.</param>
/// <param name="Written">Its revisions, the last first.</param>
/// <param name="Readers">Who was ever named, in order.</param>
/// <param name="Opened">Who read it, the latest first.</param>
public sealed record Part2Facts(Part2Row Part, IReadOnlyList<Part2Written> Written, IReadOnlyList<Part2Reader> Readers, IReadOnlyList<Part2Read> Opened)
{
    /// <summary>The namings, as the rules take them.</summary>
    public IEnumerable<Part2Naming> Namings => Readers.Select(reader => reader.Naming);
}

/// <summary>That somebody wrote a revision.</summary>
public sealed record Part2Written(int Number, DateTime At, PersonName By, string Ground, DateOnly Ends);

/// <summary>That somebody was named as a reader, and whether that was ended.</summary>
public sealed record Part2Reader(Guid Id, PersonName Person, Part2Naming Naming, PersonName NamedBy, DateTime NamedAt, DateTime? EndedAt, PersonName? EndedBy);

/// <summary>That somebody read a revision.</summary>
public sealed record Part2Read(int Number, DateTime At, PersonName Person);
