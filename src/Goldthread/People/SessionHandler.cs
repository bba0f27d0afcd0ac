using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Goldthread.Register.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Goldthread.People;

/// <summary>
/// Ties a browser to its session: a cookie with a random key, and nothing in it. Every sign-in begins a new session and
/// ends the one that the browser came with, so that nobody can be led to sign in to a session that another knows.
/// </summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Sessions sessions)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The claim that says when she last proved that it is she.</summary>
    public const string ProvedAt = "proved_at";

    /// <summary>The claim that says how.</summary>
    public const string Proof = "proof";

    /// <summary>The claim that names the session.</summary>
    public const string Session = "session";

    private const string Plain = "goldthread";
    private const string Secure = "__Host-goldthread";

    /// <summary>Whether a request comes from a browser that may be signed in. Whoever has no such cookie is the public.</summary>
    public static bool HasCookie(HttpRequest request) => request.Cookies.ContainsKey(NameFor(request));

    /// <summary>The key of a session that a browser sent, which may have run out; null where it sent none.</summary>
    public static string? KeyOf(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 and < 100 } key ? key : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key || await sessions.FindAsync(key, Context.RequestAborted) is not { } session)
            return AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.Person.ToString()),
                new Claim(ProvedAt, session.ProvedAt.ToString("O", CultureInfo.InvariantCulture)),
                new Claim(Proof, session.Proof),
                new Claim(Session, session.Name),
            ],
            Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
            throw new InvalidOperationException("Only a person signs in.");
        if (KeyOf(Request) is { } before)
            await sessions.EndAsync(before, Context.RequestAborted);
        DateTime? provedAt = user.FindFirstValue(ProvedAt) is { } at ? DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
        var key = await sessions.BeginAsync(person, user.FindFirstValue(Proof) ?? "password", Browsers.Kind(Request.Headers.UserAgent), provedAt, Context.RequestAborted);
        Response.Cookies.Append(NameFor(Request), key, Looks());
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (KeyOf(Request) is { } key)
            await sessions.EndAsync(key, Context.RequestAborted);
        Response.Cookies.Delete(NameFor(Request), Looks());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect(SignInAddress.With(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    private static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;

    private CookieOptions Looks() => new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

/// <summary>The address that asks somebody to sign in and leads back to where she was going.</summary>
internal static class SignInAddress
{
    public const string Path = "/sign-in";

    /// <summary>With the way back to a page of ours.</summary>
    /// <param name="back">The path and the query of the page.</param>
    /// <param name="kept">Whether what was typed there waits for her.</param>
    public static string With(string back, bool kept = false) => back is "/" or "" ? Path : $"{Path}?back={Uri.EscapeDataString(back)}{(kept ? "&kept=true" : "")}";

    /// <summary>The way back, where it leads to a page of ours and to nowhere else; else to the desk.</summary>
    public static string Back(string? asked) =>
        asked is { Length: > 1 and < 2000 } && asked[0] == '/' && asked[1] is not ('/' or '\\') && asked.All(c => c is > ' ' and <= '~' and not '\\') && !asked.StartsWith(Path, StringComparison.OrdinalIgnoreCase)
            ? asked : "/desk";
}

/// <summary>The kind of a browser in words, so that a person knows it again in the list of her sessions.</summary>
internal static class Browsers
{
    public static string Kind(string? agent)
    {
        if (string.IsNullOrEmpty(agent))
            return "A program";
        var browser = agent.Contains("Edg/", StringComparison.Ordinal) ? "Edge"
            : agent.Contains("Firefox/", StringComparison.Ordinal) ? "Firefox"
            : agent.Contains("Chrome/", StringComparison.Ordinal) ? "Chrome"
            : agent.Contains("Safari/", StringComparison.Ordinal) ? "Safari" : "A browser";
        var on = agent.Contains("Android", StringComparison.Ordinal) ? "Android"
            : agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal) ? "an iPhone or iPad"
            : agent.Contains("Windows", StringComparison.Ordinal) ? "Windows"
            : agent.Contains("Mac OS", StringComparison.Ordinal) ? "a Mac"
            : agent.Contains("Linux", StringComparison.Ordinal) ? "Linux" : null;
        return on is null ? browser : $"{browser} on {on}";
    }
}
