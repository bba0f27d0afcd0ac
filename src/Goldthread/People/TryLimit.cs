using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Goldthread.Following;

namespace Goldthread.People;

/// <summary>So many tries to sign in from one address in five minutes, whoever they are for; and so many addresses that emails are asked for.</summary>
internal static class TryLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static void UseTryLimit(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<SignInSettings>().TriesPerAddress;
        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            (IsFollowing(http.Request) ? "follow " : "") + ClientOf(http.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use(async (http, next) =>
        {
            var path = http.Request.Path;
            if ((HttpMethods.IsPost(http.Request.Method) && path.StartsWithSegments(SignInAddress.Path, StringComparison.OrdinalIgnoreCase))
                || path.StartsWithSegments(ProviderEndpoints.Begin, StringComparison.OrdinalIgnoreCase)
                || IsFollowing(http.Request))
            {
                using var lease = limiter.AttemptAcquire(http);
                if (!lease.IsAcquired)
                {
                    var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                    http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                    http.Items[AccessGuard.Refusal] = Words(wait, IsFollowing(http.Request) ? "asked for emails" : "tried to sign in");
                    http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    return;
                }
            }

            await next(http);
        });
    }

    /// <summary>When to come back, in words.</summary>
    internal static string Words(TimeSpan wait, string what = "tried to sign in") => Math.Ceiling(wait.TotalMinutes) switch
    {
        <= 1 => $"Somebody at your address {what} too often. Come back in a minute.",
        var minutes => string.Create(CultureInfo.InvariantCulture, $"Somebody at your address {what} too often. Come back in {minutes} minutes."),
    };

    // The form alone: links to end it are sent by mail services, which are few addresses for very many people.
    private static bool IsFollowing(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Equals(FollowWords.AddressOf(), StringComparison.OrdinalIgnoreCase);

    /// <summary>What counts as one client: an IPv4 address, or the /64 that one household or office has of IPv6.</summary>
    internal static string ClientOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
