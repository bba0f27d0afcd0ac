using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Goldthread.People;

/// <summary>The two addresses of signing in through the provider: where it begins, and where the provider sends the browser back to.</summary>
internal static partial class ProviderEndpoints
{
    /// <summary>Where it begins; with <c>again=true</c> she confirms that it is she.</summary>
    public const string Begin = "/sign-in/provider";

    private const string Return = "/sign-in/provider/return";
    private const string Cookie = "goldthread-provider";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void MapProvider(this IEndpointRouteBuilder app)
    {
        app.MapGet(Begin, BeginAsync).ExcludeFromDescription();
        app.MapGet(Return, ReturnAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Provider provider, ProviderSettings settings, CurrentPerson current, IDataProtectionProvider protection)
    {
        if (!settings.IsSet)
            return Results.NotFound();
        Guid? again = http.Request.Query["again"] == "true" ? current.Standing?.Person : null;
        var back = SignInAddress.Back(http.Request.Query["back"]);
        try
        {
            var (trip, address) = await provider.BeginAsync(RedirectOf(http), back, again, http.RequestAborted);
            http.Response.Cookies.Append(CookieOf(http), Protector(protection).Protect(JsonSerializer.Serialize(trip)), Looks(http));
            http.Response.Headers.CacheControl = "no-store";
            return Results.Redirect(address);
        }
        catch (ProviderException e)
        {
            return Failed(http, e, again is not null, back);
        }
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, Provider provider, ProviderSettings settings, ProviderPeople people, CurrentPerson current, TimeProvider clock, IDataProtectionProvider protection)
    {
        if (!settings.IsSet)
            return Results.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        var trip = Read(http, protection);
        http.Response.Cookies.Delete(CookieOf(http), Looks(http));
        try
        {
            if (trip is null || trip.At + Longest < now)
                throw new ProviderException("stale");
            var answer = await provider.FinishAsync(trip, http.Request.Query, RedirectOf(http), http.RequestAborted);
            var admitted = await people.AdmitAsync(new ProviderPerson(answer.Issuer, answer.Subject, answer.Email, answer.Name, settings.RolesOf(answer.Groups)), http.RequestAborted);
            if (admitted.Fault is { } fault)
                throw new ProviderException(fault.Code);
            if (trip.Again is { } expected && (expected != admitted.Person || expected != current.Standing?.Person))
                throw new ProviderException("other");
            await http.SignInAsync(IdentityConstants.ApplicationScheme, Principal(admitted.Person!.Value, answer.AuthenticatedAt, now));
            return Results.LocalRedirect(SignInAddress.Back(trip.Back));
        }
        catch (ProviderException e)
        {
            return Failed(http, e, trip?.Again is not null && current.Standing is not null, trip?.Back);
        }
    }

    // When the provider last asked her is when she proved that it is she; where it does not say, that was long ago.
    private static ClaimsPrincipal Principal(Guid person, DateTime? at, DateTime now) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, person.ToString()),
            new Claim(SessionHandler.Proof, "provider"),
            new Claim(SessionHandler.ProvedAt, (at is null ? now.AddDays(-1) : at < now ? at.Value : now).ToString("O", CultureInfo.InvariantCulture)),
        ],
        IdentityConstants.ApplicationScheme));

    private static IResult Failed(HttpContext http, ProviderException e, bool again, string? back)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderEndpoints).FullName!);
        if (e.Code is "absent" or "token")
            CameToNothing(log, e.Code, e.InnerException?.Message ?? "");
        return Results.LocalRedirect($"{(again ? "/sign-in/again" : SignInAddress.Path)}?provider={e.Code}{(back is null ? "" : $"&back={Uri.EscapeDataString(back)}")}");
    }

    private static ProviderTrip? Read(HttpContext http, IDataProtectionProvider protection)
    {
        try
        {
            return http.Request.Cookies[CookieOf(http)] is { Length: > 0 and < 4000 } kept ? JsonSerializer.Deserialize<ProviderTrip>(Protector(protection).Unprotect(kept)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("A sign-in under way at the provider");

    private static string RedirectOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{Return}";

    private static string CookieOf(HttpContext http) => http.Request.IsHttps ? "__Host-" + Cookie : Cookie;

    // Lax: the browser comes back from another site.
    private static CookieOptions Looks(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Longest, IsEssential = true };

    [LoggerMessage(LogLevel.Warning, "A sign-in through the provider came to nothing ({Code}). {Reason}")]
    private static partial void CameToNothing(ILogger log, string code, string reason);
}

/// <summary>Why a sign-in through the provider came to nothing, in words for whoever tried.</summary>
internal static class ProviderWords
{
    /// <summary>The words of a code; null where the code is none.</summary>
    public static string? Of(string? code, string provider) => code switch
    {
        "absent" => $"The service behind {provider} does not answer just now. Try again in a few minutes, or sign in another way.",
        "refused" => $"The sign-in with {provider} was not finished. Try again.",
        "stale" => "This sign-in took too long, or was begun in another browser. Try again.",
        "token" => $"What came back from {provider} could not be trusted, so nobody was signed in. Tell whoever runs this register.",
        "old" => $"The service behind {provider} did not ask you again, so this does not count as confirmed. Sign out there, and try again.",
        "other" => $"With {provider} you are somebody else than here. Sign out there, and try again.",
        "email" => $"{char.ToUpperInvariant(provider[0])}{provider[1..]} has no verified email address. Ask whoever keeps the accounts.",
        "nobody" => "None of your groups has a role in this register. Ask whoever keeps its people.",
        "left" => "Your sign-in here has ended. Ask whoever keeps the people of this register.",
        "roles" => "The roles of your groups do not go together here. Ask whoever keeps the people of this register.",
        _ => null,
    };
}
