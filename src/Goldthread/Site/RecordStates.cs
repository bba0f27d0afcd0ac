using Goldthread.Core.History;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>The states of a record, its history and its sources as JSON, at the addresses of their pages with <c>.json</c>.</summary>
internal static class RecordStates
{
    public static void MapRecordStates(this IEndpointRouteBuilder app)
    {
        foreach (var kind in PageKind.All)
        {
            foreach (var prefix in RecordRoutes.Prefixes)
            {
                app.MapGet(prefix + kind.Route("/revisions/{number:int:min(1)}.json"), (HttpContext http, RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, string slug, string? body, string? date, int number) =>
                    AnswerAsync(http, new Asked(view, kind, kind.BodyOf(body ?? own.Value.Id), date is null ? slug : RecordAddress.SlugOf(slug, date)), asked => StateAsync(asked, number, addresses, http.RequestAborted))).CacheOutput("register");
                app.MapGet(prefix + kind.Route("/revisions.json"), (HttpContext http, RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, string slug, string? body, string? date, int? page) =>
                    AnswerAsync(http, new Asked(view, kind, kind.BodyOf(body ?? own.Value.Id), date is null ? slug : RecordAddress.SlugOf(slug, date)), asked => HistoryAsync(asked, page ?? 1, addresses, http.RequestAborted))).CacheOutput("register");
                if (RecordRoutes.IsImported(kind))
                {
                    app.MapGet(prefix + kind.Route("/source.json"), (HttpContext http, RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, string slug, string? body, string? date) =>
                        AnswerAsync(http, new Asked(view, kind, kind.BodyOf(body ?? own.Value.Id), date is null ? slug : RecordAddress.SlugOf(slug, date)), asked => SourcesAsync(asked, addresses, http.RequestAborted))).CacheOutput("register");
                }
            }
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Asked asked, Func<Asked, Task<object?>> write)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var found = await asked.View.FindAsync(asked.Body, asked.Kind.Name, asked.Slug, http.RequestAborted);
        if (found?.Tombstone is { } gone)
        {
            return Results.Json(RecordJson.Write(gone), RecordJson.Options, statusCode: StatusCodes.Status410Gone);
        }

        return found?.Record is { } record && await write(asked with { Record = record }) is { } answer
            ? Results.Json(answer, RecordJson.Options)
            : Results.Json(new { Error = $"There is no such {asked.Kind.One}, or no such state of it, at this address in this register." }, RecordJson.Options, statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<object?> StateAsync(Asked asked, int number, RecordAddress addresses, CancellationToken stop) =>
        await asked.View.RevisionAsync(asked.Body, asked.Kind.Name, asked.Slug, number, stop) is { } state
            ? RecordJson.Write(state, await asked.View.JsonAsync(state, stop), addresses)
            : null;

    private static async Task<object?> HistoryAsync(Asked asked, int page, RecordAddress addresses, CancellationToken stop)
    {
        var record = asked.Record!;
        var part = HistoryPart.Of(record, page);
        var changes = (await asked.View.ChangesAsync(record, [.. part.Revisions.Select(revision => revision.Number)], stop)).ToDictionary(each => each.Number);
        return new
        {
            record.Head.Kind,
            record.Head.Reference,
            Address = addresses.Of(record.Head),
            Revisions = part.Total,
            Page = part.Page,
            Pages = part.Pages,
            History = part.Revisions.Select(revision => new
            {
                revision.Number,
                revision.At,
                revision.Until,
                revision.Who,
                revision.Process,
                revision.Reason,
                revision.Status,
                revision.Hash,
                Address = FormattableString.Invariant($"{addresses.Of(record.Head)}/revisions/{revision.Number}"),
                ComparedWith = changes.GetValueOrDefault(revision.Number)?.Before,
                Changes = changes.GetValueOrDefault(revision.Number)?.Changes?.Select(change => new
                {
                    change.Pointer,
                    Change = change.Edit switch { Edit.Inserted => "added", Edit.Deleted => "removed", Edit.Same => "changed" },
                    Words = change.Pieces.Select(piece => new { piece.Edit, piece.Text }),
                }),
            }),
        };
    }

    private static async Task<object?> SourcesAsync(Asked asked, RecordAddress addresses, CancellationToken stop)
    {
        var record = asked.Record!;
        var sources = await asked.View.SourcesAsync(record, stop);
        return sources.Passages.Count == 0 ? null : new
        {
            record.Head.Kind,
            record.Head.Reference,
            record.Head.Revision,
            Address = addresses.Of(record.Head),
            Passages = sources.Passages.Select(source => new { source.Pointer, source.Value, source.Place.Line, source.Place.Column, source.Place.EndLine, source.Place.EndColumn, source.Passage }),
        };
    }

    /// <summary>Which record was asked for, and what was found.</summary>
    private sealed record Asked(RegisterView View, PageKind Kind, string Body, string Slug)
    {
        public FoundRecord? Record { get; init; }
    }
}
