using System.Text.Json.Nodes;
using Goldthread.Core.Decisions;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

/// <summary>The register as one reader sees it. Every page, list, search, feed and file asks here and nowhere else.</summary>
public sealed partial class RegisterView(RegisterDatabase database, Reader reader)
{
    // Whoever belongs to no organisation is tied to nothing.
    private readonly Visible visible = new(reader is { Audience: Audience.Partners, Organisation: null } ? Reader.Public : reader);

    /// <summary>For whom this view answers.</summary>
    public Reader Reader => reader;

    /// <summary>The register's last revision, as a short text: whatever was rendered under it is fresh until it changes.</summary>
    public ValueTask<string> VersionAsync(CancellationToken stop = default) => database.Version.ReadAsync(stop);

    /// <summary>A list of records of a kind, newest first, with the count of all that match.</summary>
    public async Task<RecordList> ListAsync(ListQuery query, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var years = await YearsAsync(context, query, stop);
        var counted = years.Where(year => query.Year is null || year.Year == query.Year).ToList();
        var size = Math.Clamp(query.PageSize, 1, 200);
        var matching = Matching(query);
        var at = matching.Values.Length;
        var rows = await context.Records.FromSqlRaw(
            $$"""
            SELECT r.* FROM record AS r WHERE {{matching.Sql}}
            ORDER BY {{OrderOf(query)}} DESC NULLS LAST, r.key DESC
            LIMIT {{{at}}} OFFSET {{{at + 1}}}
            """, [.. matching.Values, size, (long)(Math.Max(query.Page, 1) - 1) * size]).AsNoTracking().ToListAsync(stop);
        return new RecordList(
            [.. rows.Select(row => row.ToHead())],
            counted.Sum(year => year.Count),
            counted.Sum(year => year.Amount),
            [.. years.Where(year => year.Year is not null).OrderByDescending(year => year.Year).Select(year => (year.Year!.Value, year.Count))]);
    }

    /// <summary>How many match in each year: from the tally, or counted one by one where more is asked than it knows.</summary>
    private async Task<List<YearCount>> YearsAsync(RegisterContext context, ListQuery query, CancellationToken stop)
    {
        var whole = new ListQuery(query.Kind, query.Body);
        if (query with { Year = null, Page = whole.Page, PageSize = whole.PageSize, Order = whole.Order } == whole
            && await Tally.YearsAsync(context, visible, query.Kind, query.Body, stop) is { } tallied)
            return tallied;
        var ofAllYears = Matching(query with { Year = null });
        return await context.Database.SqlQueryRaw<YearCount>(
            $"""
            SELECT {database.Dialect.YearOf("r.starts")} AS "Year", CAST(COUNT(*) AS integer) AS "Count", CAST(COALESCE(SUM(r.amount), 0) AS bigint) AS "Amount"
            FROM record AS r WHERE {ofAllYears.Sql} GROUP BY {database.Dialect.YearOf("r.starts")}
            """, ofAllYears.Values).ToListAsync(stop);
    }

    /// <summary>The condition of a list, with its values in order.</summary>
    private (string Sql, object[] Values) Matching(ListQuery query)
    {
        var sql = $"{visible.Condition("{0}")} AND r.kind = {{1}}";
        var values = new List<object> { reader.Organisation ?? "", query.Kind };
        if (query.Body is { } body)
            sql += $" AND r.body = {Value(body)}";
        if (query.Year is { } year and >= 1 and <= 9999)
            sql += $" AND r.starts >= {Value(new DateOnly(year, 1, 1))} AND r.starts <= {Value(new DateOnly(year, 12, 31))}";
        else if (query.Year is not null)
            sql += " AND 1 = 0";
        if (query.AtLeast is { } least)
            sql += $" AND r.amount >= {Value(least)}";
        if (query.Below is { } below)
            sql += $" AND r.amount < {Value(below)}";
        if (query.LinkedTo is { } other)
            sql += $"""
                 AND EXISTS (SELECT 1 FROM link AS l WHERE l."from" = r.id AND l."to" = {Value(other)}
                AND {visible.TieCondition("r", "{0}")})
                """;
        return (sql, [.. values]);

        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }
    }

    /// <summary>The column that a list is in the order of; records that share its value follow each other by key, newest first.</summary>
    private static string OrderOf(ListQuery query) => query.Order switch
    {
        ListOrder.Newest => "r.starts",
        ListOrder.Largest => "r.amount",
    };

    /// <summary>One record by public body, kind and slug; a tombstone where it was withdrawn; null where there is none.</summary>
    public async Task<Lookup?> FindAsync(string body, string kind, string slug, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await Records(context).SingleOrDefaultAsync(row => row.Body == body && row.Kind == kind && row.Slug == slug, stop);
        return row is not null
            ? new Lookup(await FoundAsync(context, row, null, stop), null)
            : await TombstoneAsync(context, body, kind, slug, stop) is { } tombstone ? new Lookup(null, tombstone) : null;
    }

    /// <summary>One past state of a record, as this reader sees it; null where there is none.</summary>
    public async Task<FoundRecord?> RevisionAsync(string body, string kind, string slug, int number, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await Records(context).SingleOrDefaultAsync(row => row.Body == body && row.Kind == kind && row.Slug == slug, stop);
        return row is null ? null : await FoundAsync(context, row, number, stop);
    }

    /// <summary>
    /// The records that a reference may mean, typed in any way: <c>PCD 542</c>, <c>pcd542</c>, the end of an address,
    /// or <c>kind/body/slug</c> where one reference has several.
    /// </summary>
    public async Task<IReadOnlyList<RecordHead>> ReferredToAsync(string reference, CancellationToken stop = default)
    {
        var slugs = new[] { Slug.Of(reference), DecisionReference.SlugOf(reference) };
        await using var context = database.Open();
        var found = await Records(context).Where(row => slugs.Contains(row.Slug)).OrderBy(row => row.Key).Take(20).ToListAsync(stop);
        if (slugs[0].Split('/', 3) is [var kind, var body, var slug])
            found.AddRange(await Records(context).Where(row => row.Kind == kind && row.Body == body && row.Slug == slug).ToListAsync(stop));
        return [.. found.DistinctBy(row => row.Id).Select(row => row.ToHead())];
    }

    /// <summary>Those of these records that this reader may see.</summary>
    public async Task<IReadOnlyDictionary<Guid, RecordHead>> HeadsAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        if (records.Count == 0)
            return new Dictionary<Guid, RecordHead>();
        await using var context = database.Open();
        return (await Records(context).Where(row => records.Contains(row.Id)).ToListAsync(stop)).ToDictionary(row => row.Id, row => row.ToHead());
    }

    /// <summary>Those of these records of a kind that is known to all public bodies that this reader may see, by their slugs.</summary>
    public async Task<IReadOnlyList<RecordHead>> CommonAsync(string kind, IReadOnlyCollection<string> slugs, CancellationToken stop = default)
    {
        await using var context = database.Open();
        return [.. (await Records(context).Where(row => row.Body == RecordKind.CommonBody && row.Kind == kind && slugs.Contains(row.Slug)).ToListAsync(stop)).Select(row => row.ToHead())];
    }

    /// <summary>What was saved after a time, what this reader's organisation owns or is tied to first, then the latest first.</summary>
    public async Task<IReadOnlyList<RecordHead>> ChangedAsync(DateTime since, int most, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var changed = Records(context).Where(row => row.ChangedAt > since);
        var ties = visible.Links(context);
        var tied = reader.Organisation is not { } organisation ? [] : await Latest(changed.Where(row => row.Owner == organisation || ties.Any(link =>
            link.From == row.Id
            && context.Records.Any(other => other.Id == link.To && other.Kind == RecordKinds.Organisation.Name && other.Slug == organisation)))).ToListAsync(stop);
        var rows = await Latest(changed).ToListAsync(stop);
        return [.. tied.Concat(rows).DistinctBy(row => row.Id).Take(most).Select(row => row.ToHead())];

        IQueryable<RecordRow> Latest(IQueryable<RecordRow> rows) => rows.OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Key).Take(most);
    }

    /// <summary>Full-text search with what it can be narrowed to.</summary>
    public Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken stop = default) => new RegisterSearch(database, visible).RunAsync(query, stop);

    /// <summary>What helps where a search finds nothing.</summary>
    public Task<SearchHelp> SearchHelpAsync(SearchQuery query, CancellationToken stop = default) => new SearchAdvice(database, visible).GiveAsync(query, stop);

    /// <summary>The organisations that go by a name, typed in any way, an alias as well as the full one.</summary>
    public async Task<IReadOnlyList<RecordHead>> CalledAsync(string name, CancellationToken stop = default)
    {
        var slug = Slug.Of(name);
        var bare = slug.StartsWith("the-", StringComparison.Ordinal) ? slug[4..] : slug;
        if (bare.Length == 0)
            return [];
        string[] names = [bare, "the-" + bare];
        await using var context = database.Open();
        var found = new List<RecordRow>();
        foreach (var part in visible.Parts)
            found.AddRange(await (from field in context.Fields
                                  where field.Name == OrganisationColumns.Name && names.Contains(field.Text!) && part.Audiences.Contains(field.Audience)
                                  join row in part.Records(context) on field.Record equals row.Id
                                  where row.Kind == RecordKinds.Organisation.Name
                                  orderby row.Key
                                  select row).Take(10).ToListAsync(stop));
        return [.. found.DistinctBy(row => row.Id).OrderBy(row => row.Key).Select(row => row.ToHead())];
    }

    /// <summary>How many records of each kind this reader may see.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        if (await Tally.KindsAsync(context, visible, stop) is { } tallied)
            return tallied;
        return await Records(context).GroupBy(row => row.Kind).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, stop);
    }

    /// <summary>A record's body as JSON, without the fields that this reader may not see; null where there is no such record.</summary>
    public async Task<JsonNode?> JsonAsync(FoundRecord record, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var here = await HereAsync(context, record.Head.Id, stop);
        var revision = await States(context, record.Head.Id, here).SingleOrDefaultAsync(row => row.Number == record.Head.Revision, stop);
        return revision?.Body is { } stored ? RecordKinds.Get(record.Head.Kind).Show(stored, revision.Shape, here.Reader.Audience) : null;
    }

    /// <summary>The stored bodies of all records of a kind that is known to all public bodies, by slug, for staff; nothing for anybody else.</summary>
    public async Task<IReadOnlyDictionary<string, string>> BodiesAsync(string kind, CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            return new Dictionary<string, string>();
        await using var context = database.Open();
        return await (from row in Records(context)
                      where row.Kind == kind && row.Body == RecordKind.CommonBody
                      join revision in context.Revisions on new { row.Id, Number = row.Revision } equals new { Id = revision.Record, revision.Number }
                      where revision.Body != null
                      select new { row.Slug, revision.Body })
            .ToDictionaryAsync(row => row.Slug, row => row.Body!, StringComparer.Ordinal, stop);
    }

    /// <summary>The record whose present state was read from this very file, for staff; null where there is none.</summary>
    public async Task<RecordHead?> ImportedFromAsync(string sha256, CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            return null;
        await using var context = database.Open();
        var row = await Records(context)
            .Where(row => context.Fields.Any(field => field.Name == "sha256" && field.Text == sha256 && field.Record == row.Id))
            .OrderBy(row => row.Key).FirstOrDefaultAsync(stop);
        return row?.ToHead();
    }

    /// <summary>The original file of a record, for staff; null for anybody else and where there is none.</summary>
    public async Task<(string File, byte[] Bytes)?> OriginalAsync(string sha256, CancellationToken stop = default)
    {
        if (reader.Audience != Audience.Staff)
            return null;
        await using var context = database.Open();
        var row = await context.Originals.AsNoTracking().SingleOrDefaultAsync(row => row.Sha256 == sha256, stop);
        return row is null ? null : (row.File, row.Bytes);
    }

    /// <summary>
    /// What this reader may see of one record's fields, ties and states: a partner whose organisation neither owns the record
    /// nor is tied to it sees of it what the public sees.
    /// </summary>
    private async Task<Visible> HereAsync(RegisterContext context, Guid record, CancellationToken stop)
    {
        if (visible.ByColumnsAlone)
            return visible;
        var organisation = reader.Organisation;
        var tied = await context.Records.AnyAsync(row => row.Id == record && row.Owner == organisation, stop)
            || await (from link in context.Links
                      where link.From == record && link.Relation == Visible.TiedTo
                      join other in context.Records on link.To equals other.Id
                      where other.Kind == RecordKinds.Organisation.Name && other.Slug == organisation
                      select other.Id).AnyAsync(stop);
        return tied ? visible : new Visible(Reader.Public);
    }

    /// <summary>The visible part of the table <c>record</c>: every query of this view begins here.</summary>
    private IQueryable<RecordRow> Records(RegisterContext context) => visible.Records(context);

    private async Task<FoundRecord?> FoundAsync(RegisterContext context, RecordRow row, int? number, CancellationToken stop)
    {
        var here = await HereAsync(context, row.Id, stop);
        var states = States(context, row.Id, here);
        var history = await states.OrderByDescending(revision => revision.Number)
            .Select(revision => new RevisionHead(
                revision.Number, revision.At, revision.Who, revision.Process, revision.Reason, revision.Status, revision.Hash,
                context.Revisions.Where(next => next.Record == row.Id && next.Number == revision.Number + 1).Select(next => (DateTime?)next.At).FirstOrDefault(), revision.Visibility))
            .ToListAsync(stop);
        if (reader.Audience != Audience.Staff)
            history = [.. history.Select(state => state with { Who = Acting.OfficeOf(state.Who) })];
        var shown = await states.SingleOrDefaultAsync(revision => revision.Number == (number ?? row.Revision), stop);
        if (shown is null)
            return null;
        var kind = RecordKinds.Get(row.Kind);
        var content = (shown.Body is null ? null : kind.Read(shown.Body, shown.Shape, here.Reader.Audience)) ?? Activator.CreateInstance(kind.BodyType)!;
        return number is null || number == row.Revision
            ? new FoundRecord(row.ToHead(), content, await LinksAsync(context, row, here, stop), history)
            : new FoundRecord(AsItWas(row.ToHead(), kind, shown), content, await TiesThenAsync(context, row, here, kind.Derive(content), stop), history);
    }

    private async Task<IReadOnlyList<LinkedRecord>> LinksAsync(RegisterContext context, RecordRow row, Visible here, CancellationToken stop)
    {
        var ties = visible.Links(context);
        var outgoing = await (from link in ties where link.From == row.Id join other in Records(context) on link.To equals other.Id select new { link.Relation, Other = other }).ToListAsync(stop);
        var incoming = await (from link in ties
                              where link.To == row.Id
                              join other in Records(context) on link.From equals other.Id
                              orderby other.Starts descending, other.Key descending
                              select new { link.Relation, Other = other }).Take(500).ToListAsync(stop);
        var waiting = await context.Pending.AsNoTracking().Where(link => link.From == row.Id && here.Audiences.Contains(link.Audience))
            .OrderBy(link => link.Slug).ToListAsync(stop);
        return
        [
            .. outgoing.OrderBy(link => link.Other.Key).Select(link => new LinkedRecord(link.Relation, true, link.Other.ToHead(), null)),
            .. waiting.Select(link => new LinkedRecord(link.Relation, true, null, link.Reference)),
            .. incoming.Select(link => new LinkedRecord(link.Relation, false, link.Other.ToHead(), null)),
        ];
    }

    private async Task<Tombstone?> TombstoneAsync(RegisterContext context, string body, string kind, string slug, CancellationToken stop)
    {
        var row = await context.Records.AsNoTracking().SingleOrDefaultAsync(
            row => row.Body == body && row.Kind == kind && row.Slug == slug && row.Status != RecordStatus.Current, stop);
        if (row is null)
            return null;
        var states = await context.Revisions.AsNoTracking().Where(revision => revision.Record == row.Id)
            .OrderBy(revision => revision.Number).Select(revision => new { revision.Status, revision.Visibility, revision.At, revision.Reason }).ToListAsync(stop);
        var here = await HereAsync(context, row.Id, stop);
        var wasSeen = states.Exists(state => state.Status == RecordStatus.Current && here.Audiences.Contains(state.Visibility));
        var gone = states.First(state => state.Status != RecordStatus.Current);
        return wasSeen ? new Tombstone(kind, row.Reference, gone.At, gone.Reason) : null;
    }
}

/// <summary>Which records to list.</summary>
/// <param name="Kind">The kind's name, such as <c>decision</c>.</param>
/// <param name="Body">Only those of this public body.</param>
/// <param name="Year">Only those that start in this calendar year.</param>
/// <param name="LinkedTo">Only those with a link to this record.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Rows on a page, 1 to 200.</param>
/// <param name="AtLeast">Only those of this amount or more, in pence.</param>
/// <param name="Below">Only those of a smaller amount, in pence.</param>
/// <param name="Order">What comes first.</param>
public sealed record ListQuery(
    string Kind,
    string? Body = null,
    int? Year = null,
    Guid? LinkedTo = null,
    int Page = 1,
    int PageSize = 50,
    long? AtLeast = null,
    long? Below = null,
    ListOrder Order = ListOrder.Newest);

/// <summary>What comes first in a list.</summary>
public enum ListOrder
{
    /// <summary>The latest day.</summary>
    Newest = 0,

    /// <summary>The largest amount; what names none comes last.</summary>
    Largest = 1,
}

/// <summary>A page of a list: the rows, how many match in all, the sum of their amounts in pence, and how many there are in each year, newest first.</summary>
public sealed record RecordList(
    IReadOnlyList<RecordHead> Rows, int Total, long TotalAmount, IReadOnlyList<(int Year, int Count)> Years);

/// <summary>What an address leads to: a record, or what is left of one.</summary>
public sealed record Lookup(FoundRecord? Record, Tombstone? Tombstone);
