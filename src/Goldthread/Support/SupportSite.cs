using System.Diagnostics;
using Goldthread.Site;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Goldthread.Support;

/// <summary>The pages for survivors in the site: their services, and what keeps a visit out of traces and counts.</summary>
internal static class SupportSite
{
    /// <summary>Adds what the pages need.</summary>
    public static void AddSupport(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SupportSettings>(builder.Configuration.GetSection("Support"));
        // The framework's own log names every request. Whoever turns logging up turns it up for the program, and not for visits.
        builder.Services.PostConfigure<LoggerFilterOptions>(options =>
        {
            foreach (var loud in options.Rules.Where(rule => rule.LogLevel < LogLevel.Warning && rule.CategoryName?.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase) == true).ToList())
                options.Rules.Remove(loud);
        });
        builder.Services.AddSingleton<SupportLanguages>();
        builder.Services.AddSingleton<Helplines>();
        builder.Services.AddSingleton<SupportMap>();
    }

    /// <summary>Takes the visit out of any trace that somebody has switched on: it is not recorded, and nothing is added to it.</summary>
    public static void UseNoTrace(this WebApplication app) => app.Use((http, next) =>
    {
        if (SecurityHeaders.IsSupport(http.Request.Path) && http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            activity.IsAllDataRequested = false;
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        return next(http);
    });
}

/// <summary>
/// Marks what no measure of requests counts. Routing counts every match by the route; for these it is told that the route is
/// nobody's, so that a visit looks like one to the first page.
/// </summary>
internal sealed class Uncounted : IDisableHttpMetricsMetadata, IRouteDiagnosticsMetadata
{
    /// <inheritdoc/>
    public string Route => "/";
}
