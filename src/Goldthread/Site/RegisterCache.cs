using System.Globalization;
using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Goldthread.Site;

/// <summary>Keeps rendered pages under the number of the register's last revision, so that no process serves what has been withdrawn.</summary>
/// <remarks>
/// Nothing is ever evicted: with the next revision, whichever process saved it, the key is another.
/// Browsers keep a copy as well but ask each time whether it still holds.
/// </remarks>
internal sealed class RegisterCache(TimeProvider clock) : IOutputCachePolicy
{
    // What was rendered by another build is another page.
    private static readonly string Build = typeof(RegisterCache).Module.ModuleVersionId.ToString("N")[..8];

    // Every part of an address may make another page: none is left out, so that none can be forgotten.
    private const string AllKeys = "*";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var readable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && StringValues.IsNullOrEmpty(request.Headers.Authorization)
            && IsPublic(context.HttpContext);
        context.EnableOutputCaching = readable;
        context.AllowCacheLookup = readable;
        context.AllowCacheStorage = readable;
        context.AllowLocking = true;
        if (!readable)
        {
            return;
        }

        var state = await StateAsync(context.HttpContext, clock, cancellation);
        context.CacheVaryByRules.QueryKeys = AllKeys;
        context.CacheVaryByRules.VaryByValues["state"] = state;
        context.CacheVaryByRules.VaryByValues["encoding"] = SentEncoding.Settle(request.Headers);
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(5);

        var response = context.HttpContext.Response;
        response.Headers.ETag = $"W/\"{state}\"";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.OnStarting(() =>
        {
            if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified))
            {
                response.Headers.Remove("ETag");
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// For what is too long to keep: says under which version of the register it is written, and answers a client that has
    /// that version already.
    /// </summary>
    /// <returns>Whether the client has it and has been told so; nothing more is to be written then.</returns>
    public static async Task<bool> IsFreshAsync(HttpContext http)
    {
        if (!IsPublic(http))
            return false;
        var state = $"W/\"{await StateAsync(http, http.RequestServices.GetRequiredService<TimeProvider>(), http.RequestAborted)}\"";
        http.Response.Headers.ETag = state;
        http.Response.Headers.CacheControl = "no-cache";
        var fresh = http.Request.Headers.IfNoneMatch.ToString().Contains(state, StringComparison.Ordinal);
        if (fresh)
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        return fresh;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (!IsPublic(context.HttpContext) || response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Whether what answers the request reads the register for the public: nothing else is ever kept, or given from what was kept.</summary>
    private static bool IsPublic(HttpContext http) => http.RequestServices.GetRequiredService<RegisterView>().Reader == Reader.Public;

    private static async Task<string> StateAsync(HttpContext http, TimeProvider clock, CancellationToken stop)
    {
        var version = await http.RequestServices.GetRequiredService<RegisterView>().VersionAsync(stop);
        return string.Create(CultureInfo.InvariantCulture, $"{version}-{Wording.Today(clock):yyyyMMdd}-{Build}");
    }
}
