using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>Columns, ties, fields and search words: what is derived from bodies and can be rebuilt from them.</summary>
internal sealed class DerivedRows(Dialect dialect, RegisterContext context)
{
    /// <summary>The most of one audience's text that the search index takes of one record, in characters.</summary>
    public const int MostIndexed = 250_000;

    private const int LongestField = 200;

    // Words that this transaction has put on the list already; what is alike, as the entries of a map are, has few new ones.
    private readonly HashSet<string> listed = new(StringComparer.Ordinal);

    // Records that this transaction has looked up for a tie, by public body, kind and slug; a record's id never changes.
    private readonly Dictionary<(string Body, string Kind, string Slug), Guid> there = [];

    /// <summary>Sets the columns that a body gives.</summary>
    public static void SetColumns(RecordRow row, Derived derived)
    {
        var columns = derived.Columns;
        row.Facets = RecordFacets.Of(row.Kind, derived);
        row.Title = Clean(columns.Title);
        row.Owner = columns.Owner;
        row.Starts = columns.Starts;
        row.Ends = columns.Ends;
        row.Amount = columns.Amount;
    }

    /// <summary>The record's identity, columns and ties as one line of JSON: what the chain covers of them.</summary>
    public static string Describe(RecordRow row, Derived derived)
    {
        var columns = derived.Columns;
        return new JsonObject
        {
            ["kind"] = row.Kind,
            ["body"] = row.Body,
            ["reference"] = row.Reference,
            ["title"] = Clean(columns.Title),
            ["owner"] = columns.Owner,
            ["starts"] = Day(columns.Starts),
            ["ends"] = Day(columns.Ends),
            ["amount"] = columns.Amount,
            ["links"] = new JsonArray([.. derived.Links.Select(link => new JsonObject
            {
                ["relation"] = link.Relation,
                ["kind"] = link.Kind,
                ["reference"] = link.Reference,
                ["audience"] = link.Audience.ToString().ToLowerInvariant(),
            })]),
        }.ToJsonString();
    }

    /// <summary>The ties a record ought to have: by kind, public body and slug of what they point at.</summary>
    public static IReadOnlyList<Target> Targets(RecordRow row, Derived derived) =>
    [
        .. derived.Links
            .Select(link => (Link: link, Kind: RecordKinds.Get(link.Kind)))
            .Select(tie => new Target(
                tie.Link.Relation, tie.Link.Kind, tie.Kind.IsCommon ? RecordKind.CommonBody : row.Body,
                tie.Kind.SlugOf(tie.Link.Reference), tie.Link.Reference, tie.Link.Audience))
            .Where(target => target.Slug.Length is > 0 and <= LongestField && target != Itself(row, target))
            .DistinctBy(target => (target.Relation, target.Kind, target.Body, target.Slug)),
    ];

    /// <summary>The field rows a record ought to have.</summary>
    public static IEnumerable<FieldRow> Fields(RecordRow row, Derived derived) =>
        derived.Columns.Fields.GroupBy(field => field.Name).SelectMany(same => same.Select((field, i) => new FieldRow
        {
            Record = row.Id,
            Name = field.Name,
            Position = i,
            Text = field.Text is null ? null : Clean(field.Text.Length > LongestField ? field.Text[..LongestField] : field.Text),
            Number = field.Number,
            Day = field.Day,
            Audience = field.Audience,
        }));

    /// <summary>The title line of the search index: the title and the reference in the ways people type it.</summary>
    public static string SearchTitle(RecordRow row) =>
        $"{row.Title} {row.Reference} {row.Slug.Replace("-", "", StringComparison.Ordinal)}";

    /// <summary>The words of the search index, as they are stored.</summary>
    public static IReadOnlyDictionary<Audience, string> SearchText(Derived derived) =>
        derived.Text.ToDictionary(pair => pair.Key, pair => Clean(pair.Value.Length > MostIndexed ? pair.Value[..MostIndexed] : pair.Value));

    /// <summary>Writes a record's ties, fields and search words in place of what was there.</summary>
    public async Task ReplaceAsync(RecordRow row, Derived derived, CancellationToken stop)
    {
        await context.Links.Where(link => link.From == row.Id).ExecuteDeleteAsync(stop);
        await context.Pending.Where(link => link.From == row.Id).ExecuteDeleteAsync(stop);
        await context.Fields.Where(field => field.Record == row.Id).ExecuteDeleteAsync(stop);
        await AddAsync(row, derived, stop);
    }

    /// <summary>Writes the ties, fields and search words of a record that has none yet.</summary>
    public async Task AddAsync(RecordRow row, Derived derived, CancellationToken stop)
    {
        await TieAsync(row, Targets(row, derived), stop);
        context.Fields.AddRange(Fields(row, derived));
        if (context.ChangeTracker.HasChanges())
            await context.SaveChangesAsync(stop);
        var (title, text) = (SearchTitle(row), SearchText(derived));
        await dialect.IndexAsync(context, row, title, text, stop);
        var words = Spelling.WordsOf(text.Values.Prepend(title)).Where(listed.Add).ToList();
        if (words.Count > 0)
            await dialect.AddWordsAsync(context, words, stop);
    }

    /// <summary>Takes words off the list of words to suggest, those that still stand in some text excepted.</summary>
    public async Task ForgetAsync(IReadOnlyList<string> words, CancellationToken stop)
    {
        foreach (var word in words)
            if (!Spelling.WordsOf(await dialect.TextsWithAsync(context, word, stop)).Contains(word))
                await context.Words.Where(row => row.Word == word).ExecuteDeleteAsync(stop);
    }

    /// <summary>Turns the ties that were waiting for a record into links.</summary>
    public async Task ResolveAsync(RecordRow row, CancellationToken stop)
    {
        there[(row.Body, row.Kind, row.Slug)] = row.Id;
        var resolved = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO link ("from", relation, "to", audience)
            SELECT "from", relation, {row.Id}, audience FROM pending WHERE kind = {row.Kind} AND body = {row.Body} AND slug = {row.Slug}
            """,
            stop);
        if (resolved > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM pending WHERE kind = {row.Kind} AND body = {row.Body} AND slug = {row.Slug}", stop);
    }

    private async Task TieAsync(RecordRow row, IReadOnlyList<Target> targets, CancellationToken stop)
    {
        foreach (var alike in targets.GroupBy(target => (target.Body, target.Kind)))
        {
            var (body, kind) = alike.Key;
            var slugs = alike.Select(target => target.Slug).Where(slug => !there.ContainsKey((body, kind, slug))).Distinct(StringComparer.Ordinal).ToList();
            if (slugs.Count > 0)
            {
                await foreach (var other in context.Records.AsNoTracking().Where(other => other.Body == body && other.Kind == kind && slugs.Contains(other.Slug))
                    .Select(other => new { other.Slug, other.Id }).AsAsyncEnumerable().WithCancellation(stop))
                    there[(body, kind, other.Slug)] = other.Id;
            }

            foreach (var target in alike)
            {
                if (there.TryGetValue((body, kind, target.Slug), out var to))
                    context.Links.Add(new LinkRow { From = row.Id, Relation = target.Relation, To = to, Audience = target.Audience });
                else
                    context.Pending.Add(new PendingRow
                    {
                        From = row.Id,
                        Relation = target.Relation,
                        Kind = target.Kind,
                        Body = target.Body,
                        Slug = target.Slug,
                        Reference = Clean(target.Reference),
                        Audience = target.Audience,
                    });
            }
        }
    }

    private static Target Itself(RecordRow row, Target target) =>
        target.Kind == row.Kind && target.Body == row.Body && target.Slug == row.Slug ? target : target with { Relation = "" };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Text without what a database cannot hold: NULs, and halves of characters.</summary>
    private static string Clean(string text)
    {
        if (!text.Any(c => c is < ' ' and not ('\n' or '\t') || char.IsSurrogate(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is < ' ' and not ('\n' or '\t') ? " " : rune.ToString());
        return clean.ToString();
    }

    /// <summary>Where a tie points.</summary>
    public sealed record Target(string Relation, string Kind, string Body, string Slug, string Reference, Audience Audience);
}
