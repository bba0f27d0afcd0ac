using Goldthread.Pages.Public.Decisions;
using Goldthread.Site;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Goldthread.Publishing;

/// <summary>The addresses of all that leaves the register in bulk.</summary>
internal static class PublishingEndpoints
{
    public static void MapPublishing(this IEndpointRouteBuilder app)
    {
        app.MapList("/decisions", "decisions", (http, lists) =>
            DecisionFilters.TryParse(http.Request.Query, out var filters) ? lists.DecisionsAsync(filters, http.RequestAborted) : Task.FromResult<PublishedList?>(null));
        app.MapList("/boards", "boards", (_, lists) => Task.FromResult<PublishedList?>(lists.Boards));
        app.MapList("/meetings", "meetings of all boards", (_, lists) => Task.FromResult<PublishedList?>(lists.Meetings));
        app.MapList("/workshops", "workshops", (_, lists) => Task.FromResult<PublishedList?>(lists.Workshops));
        app.MapList("/actions", "actions promised to boards", (_, lists) => Task.FromResult<PublishedList?>(lists.Actions));
        app.MapList("/organisations", "organisations", (_, lists) => Task.FromResult<PublishedList?>(lists.Organisations));
        app.MapList("/organisations/{slug}/appearances", "records that name an organisation", (http, lists) => lists.AppearancesAsync(Part(http, "slug"), http.RequestAborted));
        app.MapList("/boards/{slug}/meetings", "meetings of a board", (http, lists) => lists.MeetingsAsync(Body(http), Part(http, "slug"), http.RequestAborted));
        app.MapList("/bodies/{body}/boards/{slug}/meetings", "meetings of another body's board", (http, lists) => lists.MeetingsAsync(Body(http), Part(http, "slug"), http.RequestAborted));
        app.MapBundle();
    }

    private static void MapBundle(this IEndpointRouteBuilder app)
    {
        app.MapGet("/data/register.zip", async (HttpContext http, Bundles bundles) =>
            {
                http.Response.Headers.AccessControlAllowOrigin = "*";
                http.Response.Headers.CacheControl = "no-cache";
                return Results.LocalRedirect(await bundles.AddressAsync(http.RequestAborted));
            })
            .WithSummary("Leads to the present bundle of everything public");
        app.MapGet("/data/register-{date}.zip", async (HttpContext http, Bundles bundles, string date) =>
            {
                http.Response.Headers.AccessControlAllowOrigin = "*";
                var present = await bundles.AddressAsync(http.RequestAborted);
                if (present != http.Request.Path.Value)
                    return Results.Json(new { Error = $"A bundle is kept until the register changes. The present one is {present}" }, statusCode: StatusCodes.Status404NotFound);
                var bundle = await bundles.OpenAsync(http.RequestAborted);
                http.Response.Headers.CacheControl = "no-cache";
                return Results.Stream(bundle.File, "application/zip", Path.GetFileName(present), bundle.At, new EntityTagHeaderValue($"\"{bundle.Mark}\""), enableRangeProcessing: true);
            })
            .WithSummary("Everything public as one zip file: JSON Lines and CSV for each kind, links, history, and a manifest with the SHA-256 of each");
    }

    private static void MapList(this IEndpointRouteBuilder app, string path, string what, Func<HttpContext, PublishedLists, Task<PublishedList?>> find)
    {
        foreach (var (ending, words, _) in PublishedList.Forms)
        {
            var endpoint = app.MapGet($"{path}.{ending}", async (HttpContext http, PublishedLists lists) => await ListFiles.AnswerAsync(http, await find(http, lists), ending))
                .WithSummary($"{words}: {what}")
                .WithMetadata(new AnswersWithList(path == "/decisions" ? DecisionFilters.InWords : []));
            if (ending == "atom")
                endpoint.CacheOutput("register");
        }
    }

    private static string Part(HttpContext http, string name) => (string?)http.Request.RouteValues[name] ?? "";

    private static string Body(HttpContext http) =>
        (string?)http.Request.RouteValues["body"] ?? http.RequestServices.GetRequiredService<IOptions<BodySettings>>().Value.Id;
}
