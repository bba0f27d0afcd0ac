using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>What is asked of the tables of drafts in more places than one.</summary>
internal static class DraftTexts
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fields as they are stored at a moment: one JSON object, names in order, so that equal content is equal text.</summary>
    public static string Write(DraftContent content) => JsonSerializer.Serialize(content.Texts, Plain);

    /// <summary>The fields of a moment.</summary>
    public static DraftContent Read(string texts) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(texts, Plain)!.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>What was typed, as it is stored: one kind of line end, no sign that a database refuses, a line one line.</summary>
    public static string Clean(DraftField field, string text)
    {
        var plain = text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        return field.Kind == DraftFieldKind.Line ? OneLine(plain) : plain;
    }

    /// <summary>A text as one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The names of people; who is not known here is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonName>> NamesAsync(RegisterContext context, IEnumerable<Guid?> people, CancellationToken stop)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, PersonName>() : await context.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new PersonName(person.Id, person.Name, person.Office, person.Organisation)).ToDictionaryAsync(person => person.Id, stop);
    }

    /// <summary>What lists show of drafts, in the order of the query.</summary>
    public static async Task<List<DraftHead>> HeadsAsync(RegisterContext context, IQueryable<DraftRow> drafts, CancellationToken stop)
    {
        var rows = await drafts.AsNoTracking().Select(row => new
        {
            Row = row,
            Decides = context.DraftParts.Where(part => part.Draft == row.Id && part.Name == "decision-maker").Select(part => part.Text).FirstOrDefault(),
        }).ToListAsync(stop);
        var names = await NamesAsync(context, rows.Select(found => (Guid?)found.Row.Owner), stop);
        return [.. rows.Select(found => found.Row.ToHead(found.Decides ?? "", names.GetValueOrDefault(found.Row.Owner)))];
    }

    /// <summary>A draft with what stands in its fields; null where there is none.</summary>
    public static async Task<DraftEntry?> EntryAsync(RegisterContext context, IQueryable<DraftRow> drafts, CancellationToken stop)
    {
        if (await HeadsAsync(context, drafts, stop) is not [var head])
            return null;
        var parts = await context.DraftParts.AsNoTracking().Where(part => part.Draft == head.Id)
            .ToDictionaryAsync(part => part.Name, part => new DraftPart(part.Text, part.Version, part.At, part.By), StringComparer.Ordinal, stop);
        var asides = await context.DraftAsides.AsNoTracking().Where(aside => aside.Draft == head.Id).OrderBy(aside => aside.At).ThenBy(aside => aside.Id).ToListAsync(stop);
        var names = await NamesAsync(context, asides.Select(aside => (Guid?)aside.By), stop);
        return new DraftEntry(head, parts, [.. asides.Select(aside => new DraftAside(aside.Id, aside.Name, aside.Text, aside.At, aside.By, names.GetValueOrDefault(aside.By)))]);
    }

    /// <summary>
    /// Keeps that something was done: the next number, and the fields where they are not those of the step before. The
    /// caller holds the draft's row and saves.
    /// </summary>
    public static async Task AddStepAsync(RegisterContext context, DraftStepRow step, DraftContent content, CancellationToken stop)
    {
        var last = await context.DraftSteps.AsNoTracking().Where(row => row.Draft == step.Draft).OrderByDescending(row => row.Number).Select(row => (int?)row.Number).FirstOrDefaultAsync(stop) ?? 0;
        var before = await context.DraftSteps.AsNoTracking().Where(row => row.Draft == step.Draft && row.Texts != null).OrderByDescending(row => row.Number).Select(row => row.Texts).FirstOrDefaultAsync(stop);
        var now = Write(content);
        (step.Id, step.Number, step.Texts) = (Guid.CreateVersion7(), last + 1, now == before ? null : now);
        context.DraftSteps.Add(step);
    }

    /// <summary>Whether a record or another draft of the body has a reference already.</summary>
    public static async Task<bool> IsTakenAsync(RegisterContext context, string body, string slug, Guid but, CancellationToken stop) =>
        await context.Records.AnyAsync(row => row.Body == body && row.Kind == RecordKinds.Decision.Name && row.Slug == slug, stop)
        || await context.Drafts.AnyAsync(row => row.Body == body && row.Slug == slug && row.Id != but, stop);

    private static DraftHead ToHead(this DraftRow row, string decides, PersonName? owner) => new()
    {
        Id = row.Id,
        Body = row.Body,
        Reference = row.Reference,
        Slug = row.Slug,
        Title = row.Title,
        State = row.State,
        Owner = row.Owner,
        OwnerName = owner,
        Version = row.Version,
        StartedFrom = row.StartedFrom,
        Record = row.Record,
        Decides = decides,
        Asked = row.AskedAmount,
        WantedBy = row.WantedBy,
        CreatedAt = row.CreatedAt,
        ChangedAt = row.ChangedAt,
        SentAt = row.SentAt,
        SignedAt = row.SignedAt,
        PublishedAt = row.PublishedAt,
        DeferredUntil = row.DeferredUntil,
        DeferredEvent = row.DeferredEvent,
    };
}
