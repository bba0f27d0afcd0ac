using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.People;

/// <summary>Who of staff and partners opened which record when. Nobody else's visit is ever here, and no row is changed.</summary>
public sealed class OpenedLog(RegisterDatabase database)
{
    /// <summary>Keeps that records were opened.</summary>
    public async Task WriteAsync(IReadOnlyCollection<OpenedRow> rows, CancellationToken stop = default)
    {
        await using var context = database.Open();
        context.Opened.AddRange(rows);
        await context.SaveChangesAsync(stop);
    }

    /// <summary>What was opened, the latest first.</summary>
    /// <param name="query">By whom and what.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<(IReadOnlyList<OpenedEntry> Rows, int Total)> ListAsync(OpenedQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var rows = context.Opened.AsNoTracking();
        if (query.People is { } people)
            rows = rows.Where(row => people.Contains(row.Person));
        if (query.Records is { } records)
            rows = rows.Where(row => records.Contains(row.Record));
        var total = await rows.CountAsync(stop);
        var page = await (from row in rows
                          join person in context.People on row.Person equals person.Id into known
                          from person in known.DefaultIfEmpty()
                          orderby row.At descending, row.Id descending
                          select new { row.At, row.Person, Name = (string?)person!.Name, Office = (string?)person.Office, person.Organisation, row.Record, row.Revision, row.What })
            .Skip((Math.Max(query.Page, 1) - 1) * query.Size).Take(query.Size).ToListAsync(stop);
        return ([.. page.Select(row => new OpenedEntry(row.At, row.Person, row.Name ?? "Somebody who is not kept any more", row.Office ?? "", row.Organisation, row.Record, row.Revision, row.What))], total);
    }
}

/// <summary>Which openings to list.</summary>
/// <param name="People">Only those of these people.</param>
/// <param name="Records">Only those of these records.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
public sealed record OpenedQuery(IReadOnlyCollection<Guid>? People = null, IReadOnlyCollection<Guid>? Records = null, int Page = 1, int Size = 50);

/// <summary>That somebody opened a record.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Person">Who.</param>
/// <param name="Name">Her name.</param>
/// <param name="Office">Her office.</param>
/// <param name="Organisation">The reference of her organisation; null for the body's own staff.</param>
/// <param name="Record">The record.</param>
/// <param name="Revision">The number of the revision that she saw.</param>
/// <param name="What">In what form; see <see cref="OpenedForms"/>.</param>
public sealed record OpenedEntry(DateTime At, Guid Person, string Name, string Office, string? Organisation, Guid Record, int Revision, string What);

/// <summary>The forms in which a record is opened.</summary>
public static class OpenedForms
{
    /// <summary>Its page, or that of an earlier state.</summary>
    public const string Page = "page";

    /// <summary>Its history.</summary>
    public const string History = "history";

    /// <summary>The passages that it was read from.</summary>
    public const string Source = "source";

    /// <summary>Its JSON.</summary>
    public const string Json = "json";

    /// <summary>Our Word file of it.</summary>
    public const string Word = "word";

    /// <summary>The original file.</summary>
    public const string Original = "original";
}
