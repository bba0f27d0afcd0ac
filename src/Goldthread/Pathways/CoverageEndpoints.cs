using System.Globalization;
using Goldthread.Core.Pathways;
using Goldthread.Site;

namespace Goldthread.Pathways;

/// <summary>The answers of the map for programs: the same JSON as <c>goldthread pathways check --json</c>, asked by the same words.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this IEndpointRouteBuilder app) =>
        app.MapGet("/coverage.json", async (HttpContext http, Coverage coverage, TimeProvider clock) =>
            {
                http.Response.Headers.AccessControlAllowOrigin = "*";
                if (QuestionOf(http.Request.Query, Wording.Today(clock)) is not { } question)
                    return Results.Json(new { Error = "Ask with day and until (2022-09-30), max-hand-offs (1 to 16), max-wait-days and standard-only (true)." }, statusCode: StatusCodes.Status400BadRequest);
                if (await coverage.MapAsync(http.RequestAborted) is not { Map: { } map } here)
                    return Results.Json(new { Error = "The register has no map that can be asked." }, statusCode: StatusCodes.Status404NotFound);
                if (await coverage.AnswerAsync(here, new CoverageAsked(here.Mark, question, ""), http.RequestAborted) is not { } answer)
                {
                    http.Response.Headers.RetryAfter = "10";
                    return Results.Json(new { Error = "Too many ask at once. Ask again in ten seconds." }, statusCode: StatusCodes.Status503ServiceUnavailable);
                }

                http.Response.Headers.CacheControl = "no-cache";
                return Results.Stream(async stream =>
                {
                    using var whole = new MemoryStream();
                    AnswerJson.Write(whole, map, answer);
                    await stream.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), http.RequestAborted);
                }, "application/json");
            })
            .WithSummary("Who reaches which help on a day: day, until, max-hand-offs, max-wait-days and standard-only as for goldthread pathways check");

    private static Question? QuestionOf(IQueryCollection asked, DateOnly today)
    {
        DateOnly? until = null;
        long? wait = null;
        var (day, handOffs, standardOnly) = (today, 3, false);
        foreach (var (name, values) in asked)
        {
            var text = values.ToString();
            var isRead = name switch
            {
                "day" => TryDay(text, out day),
                "until" => TryDay(text, out var last) && (until = last) is not null,
                "max-hand-offs" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out handOffs) && handOffs is >= Question.FewestHandOffs and <= Question.MostHandOffs,
                "max-wait-days" => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && (wait = days) is not null,
                "standard-only" => bool.TryParse(text, out standardOnly),
                _ => false,
            };
            if (!isRead)
                return null;
        }

        // A horizon of a few years; each day on which something opens or closes is worked out in whole.
        return until is { } end && end.DayNumber - day.DayNumber > 366 * 5 ? null : new Question { Day = day, Until = until, MaxHandOffs = handOffs, MaxWaitDays = wait, StandardOnly = standardOnly };
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
