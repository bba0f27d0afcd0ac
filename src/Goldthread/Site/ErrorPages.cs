using Goldthread.Commands;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Goldthread.Site;

/// <summary>What is answered when a page cannot be: always a page that says what to do, and nothing of the cause.</summary>
internal static partial class ErrorPages
{
    private const string RetryAfterSeconds = "30";
    private const int SqliteError = 1, SqliteConstraint = 19, SqliteMisuse = 21, SqliteRange = 25;

    // Classes of PostgreSQL's codes: connections, resources, a database that takes none, an operator's intervention, the system.
    private static readonly string[] PostgresOutages = ["08", "53", "55", "57", "58", "XX"];

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = exception => IsOutage(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = failed => IsOutage(failed.Exception),
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");

        // The error page is shown whatever was asked: as an answer to GET, except that HEAD has no body.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || Failed(context) is not null)
            {
                context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
            }

            return next(context);
        });
    }

    /// <summary>Whether the register could not be reached, is locked or damaged: no fault of the program's, which is a 500.</summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is not (SqliteError or SqliteConstraint or SqliteMisuse or SqliteRange),
        PostgresException postgres => postgres.IsTransient || PostgresOutages.Contains(postgres.SqlState[..2], StringComparer.Ordinal),
        NpgsqlException or TimeoutException => true,
        DbUpdateException or InvalidOperationException or AggregateException => exception.InnerException is { } inner && IsOutage(inner),
        _ => false,
    };

    /// <summary>Tells the client when to come back and the office that runs the register, in one line, what is wrong.</summary>
    public static void SayOutage(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages).FullName!);
        Unreachable(log, Failure.Of(Failed(context)!) ?? "Its database does not answer.");
    }

    private static Exception? Failed(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error;

    [LoggerMessage(LogLevel.Error, "A page could not be shown, because the register could not be read. {Failure}")]
    private static partial void Unreachable(ILogger log, string failure);
}
