using System.Globalization;
using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

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
    private static readonly string[] Keys = ["amount", "kind", "organisation", "page", "q", "sort", "topic", "year"];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var readable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && StringValues.IsNullOrEmpty(request.Headers.Authorization);
        context.EnableOutputCaching = readable;
        context.AllowCacheLookup = readable;
        context.AllowCacheStorage = readable;
        context.AllowLocking = true;
        if (!readable)
        {
            return;
        }

        var view = context.HttpContext.RequestServices.GetRequiredService<RegisterView>();
        var version = await view.VersionAsync(cancellation);
        var state = string.Create(CultureInfo.InvariantCulture, $"{version}-{Wording.Today(clock):yyyyMMdd}-{Build}");
        context.CacheVaryByRules.QueryKeys = Keys;
        context.CacheVaryByRules.VaryByValues["state"] = state;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding.ToString());
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(5);

        var response = context.HttpContext.Response;
        response.Headers.ETag = $"W/\"{state}\"";
        response.Headers.CacheControl = "no-cache";
        response.OnStarting(() =>
        {
            if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified))
            {
                response.Headers.Remove("ETag");
            }

            return Task.CompletedTask;
        });
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // The encodings we send, in the order we prefer them; what else a client says makes no difference.
    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "br+gzip" : "br"
        : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : accepted.Length == 0 ? "" : "other";
}
