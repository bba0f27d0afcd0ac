using Goldthread.Downloads;
using Goldthread.People;

namespace Goldthread.Site;

/// <summary>The headers that every answer carries: nothing from elsewhere, no script but on the support pages and where people sign in, no framing.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The exit button replaces the page in the browser's history, which takes a small script of our own.
    private const string ScriptPolicy = Policy + "; script-src 'self'; connect-src 'self'";

    // What somebody gave us is never run, whatever it holds.
    private const string FilePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    // RFC 6797: for a year browsers ask this host over TLS alone. Other hosts of the body's domain are its own business.
    private const string StayEncrypted = "max-age=31536000";

    // Passkeys are asked for by script, which is the one exception beside it.
    private static readonly string[] Scripted = ["/support", "/sign-in", "/desk"];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var support = IsSupport(context.Request.Path);
        var scripted = Scripted.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

        // On starting, because the error handler clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(Originals.Folder, StringComparison.OrdinalIgnoreCase) && context.Response.StatusCode == StatusCodes.Status200OK ? FilePolicy : scripted ? ScriptPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            if (context.Request.IsHttps && !IsThisMachine(context.Request.Host))
                headers.StrictTransportSecurity = StayEncrypted;
            headers["Referrer-Policy"] = support ? "no-referrer" : "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (support || (context.RequestServices.GetRequiredService<CurrentPerson>().Standing is not null && !context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)))
            {
                headers.CacheControl = "no-store";
                headers.Remove("ETag");
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    // Who tries something out on one machine must not be held to TLS there for a year.
    private static bool IsThisMachine(HostString host) => Uri.TryCreate($"https://{host.Value}", UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>Whether a path belongs to the pages for survivors, about whose visits nothing is kept.</summary>
    public static bool IsSupport(PathString path) => path.StartsWithSegments("/support", StringComparison.OrdinalIgnoreCase);
}
