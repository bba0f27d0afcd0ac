using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Downloads;

/// <summary>Decisions, minutes and workshop notes as Word files at their pages' addresses with <c>.docx</c>: what the reader sees, never the original.</summary>
public static class RecordWord
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Whether records of this kind can be had as Word files.</summary>
    public static bool IsFor(PageKind kind) => kind == PageKind.Decision || kind.ByDay;

    internal static void MapRecordWord(this IEndpointRouteBuilder app)
    {
        foreach (var kind in PageKind.All.Where(IsFor))
        {
            foreach (var prefix in RecordRoutes.Prefixes)
            {
                app.MapGet(prefix + kind.Route(".docx"), (HttpContext http, RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, string slug, string? body, string? date) =>
                        AnswerAsync(http, view, addresses, own.Value, kind, kind.BodyOf(body ?? own.Value.Id), date is null ? slug : RecordAddress.SlugOf(slug, date)))
                    .CacheOutput("register");
            }
        }
    }

    /// <summary>A record's public content as a Word file.</summary>
    /// <param name="record">The record as its reader sees it.</param>
    /// <param name="address">Its address in whole.</param>
    internal static byte[] Write(FoundRecord record, string address)
    {
        var word = new WordFile(record.Head.Title);
        switch (record.Content)
        {
            case Decision decision:
                DecisionWord.Write(word, decision);
                break;
            case Minutes minutes:
                BoardWord.Write(word, minutes);
                break;
            case Workshop workshop:
                BoardWord.Write(word, workshop);
                break;
            default:
                throw new ArgumentException($"A {record.Head.Kind} is not had as a Word file.", nameof(record));
        }

        var state = record.History.First(revision => revision.Number == record.Head.Revision);
        if (record.History.Any(revision => revision.Who == Sample.Who))
        {
            word.Small("Illustrative: part of the sample, and nobody's real decision or meeting.");
        }

        word.Small($"Revision {state.Number} of {Wording.Instant(state.At)}: {state.Reason} {state.Who}, by {state.Process}. Hash {state.Hash}. {address}");
        return word.ToBytes();
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, RegisterView view, RecordAddress addresses, BodySettings own, PageKind kind, string body, string slug)
    {
        var found = await view.FindAsync(body, kind.Name, slug, http.RequestAborted);
        if (found?.Record is not { } record)
        {
            return Results.StatusCode(found is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
        }

        var path = addresses.Of(record.Head)!;
        var name = record.Head.Slug.Replace('/', '-') + ".docx";
        return Results.File(Write(record, $"{own.Name}, {http.Request.Scheme}://{http.Request.Host}{path}"), MediaType, name);
    }
}
