using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Goldthread.Core.Records;
using Goldthread.Publishing;
using Goldthread.Register.Publishing;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>Every record as JSON at its page's address with <c>.json</c>: what the reader sees on the page, and no more.</summary>
internal static class RecordJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    public static void MapRecordJson(this IEndpointRouteBuilder app)
    {
        foreach (var kind in PageKind.All)
        {
            var route = kind.ByDay ? $"/{kind.Folder}/{{slug}}/{{date}}.json" : $"/{kind.Folder}/{{slug}}.json";
            foreach (var prefix in (string[])["", "/bodies/{body}"])
            {
                app.MapGet(prefix + route, (HttpContext http, RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, string slug, string? body, string? date) =>
                        FindAsync(http, view, addresses, kind.BodyOf(body ?? own.Value.Id), kind, date is null ? slug : RecordAddress.SlugOf(slug, date)))
                    .CacheOutput("register").WithMetadata(new AnswersWithRecord(kind));
            }
        }
    }

    private static async Task<IResult> FindAsync(
        HttpContext http, RegisterView view, RecordAddress addresses, string body, PageKind kind, string slug)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return await view.FindAsync(body, kind.Name, slug, http.RequestAborted) switch
        {
            { Record: { } record } => Results.Json(Write(record, await view.JsonAsync(record, http.RequestAborted), addresses), Options),
            { Tombstone: { } gone } => Results.Json(Write(gone), Options, statusCode: StatusCodes.Status410Gone),
            _ => Results.Json(
                new { Error = $"There is no {kind.One} at this address in this register." }, Options, statusCode: StatusCodes.Status404NotFound),
        };
    }

    internal static object Write(Tombstone gone) => new { gone.Kind, gone.Reference, Status = "withdrawn", gone.WithdrawnAt, gone.Ground };

    internal static object Write(FoundRecord record, JsonNode? content, RecordAddress addresses) => new
    {
        record.Head.Id,
        record.Head.Kind,
        record.Head.Body,
        record.Head.Reference,
        record.Head.Title,
        record.Head.Status,
        record.Head.Starts,
        record.Head.Ends,
        Amount = record.Head.Amount / 100m,
        record.Head.Revision,
        record.Head.ChangedAt,
        Address = addresses.Of(record.Head),
        Content = content,
        Links = record.Links.Select(link => new
        {
            link.Relation,
            Direction = link.Upstream ? "upstream" : "downstream",
            Kind = link.Other?.Kind,
            Reference = link.Other?.Reference ?? link.WaitingFor,
            Title = link.Other?.Title,
            Address = link.Other is { } other ? addresses.Of(other) : null,
            InRegister = link.Other is not null,
        }),
        record.History,
    };
}
