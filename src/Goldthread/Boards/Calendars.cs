using Goldthread.Core.Boards;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Boards;

/// <summary>The calendars of all meetings and of one board's, for the public.</summary>
internal static class Calendars
{
    /// <summary>The addresses <c>/boards/{board}.ics</c> and <c>/meetings.ics</c>.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapGet("/boards/{slug}.ics", (HttpContext http, RegisterDatabase database, RecordAddress addresses, IOptions<BodySettings> own, string slug) => AnswerAsync(http, database, addresses, own.Value, slug))
            .WithSummary("A board's meetings as a calendar (RFC 5545)").CacheOutput("register");
        app.MapGet("/meetings.ics", (HttpContext http, RegisterDatabase database, RecordAddress addresses, IOptions<BodySettings> own) => AnswerAsync(http, database, addresses, own.Value, null))
            .WithSummary("The meetings of all boards as a calendar (RFC 5545)").CacheOutput("register");
    }

    /// <summary>The calendar of a board's meetings, or of all; null where there is no such board.</summary>
    public static async Task<string?> WriteAsync(RegisterDatabase database, BodySettings own, RecordAddress addresses, string? board, string? site, CancellationToken stop)
    {
        // Calendars leave the house, and are asked for by programs that nobody signed in: they hold what the public sees.
        var view = database.For(Reader.Public);
        RecordHead? of = null;
        if (board is not null && (of = (await view.FindAsync(own.Id, PageKind.Board.Name, board, stop))?.Record?.Head) is null)
            return null;
        var meetings = (await view.MeetingsAsync(own.Id, of?.Id, stop)).Select(one => (one.Head, (Minutes)one.Content));
        return CalendarFile.Write(of?.Title ?? $"Meetings of {own.Name}", meetings, head => site is null ? null : site.TrimEnd('/') + addresses.Of(head), database.Clock.LocalTimeZone);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, RegisterDatabase database, RecordAddress addresses, BodySettings own, string? board)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var site = own.Address ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return await WriteAsync(database, own, addresses, board, site, http.RequestAborted) is { } calendar
            ? Results.Text(calendar, CalendarFile.MediaType)
            : Results.NotFound();
    }
}
