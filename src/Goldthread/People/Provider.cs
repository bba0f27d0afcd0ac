using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Goldthread.People;

/// <summary>What is kept of a sign-in that is under way at the provider, in a cookie that only this register can read.</summary>
/// <param name="State">Comes back with the browser (RFC 6749, 10.12).</param>
/// <param name="Nonce">Comes back in the token (OpenID Connect Core, 3.1.2.1).</param>
/// <param name="Verifier">Shows that it was we who asked (RFC 7636).</param>
/// <param name="Back">Where she was going.</param>
/// <param name="Again">Who confirms that it is she; null for a sign-in.</param>
/// <param name="At">When it began; UTC.</param>
internal sealed record ProviderTrip(string State, string Nonce, string Verifier, string? Back, Guid? Again, DateTime At);

/// <summary>What a checked token says.</summary>
internal sealed record ProviderAnswer(string Issuer, string Subject, string? Email, string? Name, IReadOnlyList<string> Groups, DateTime? AuthenticatedAt);

/// <summary>Says why a sign-in through the provider came to nothing, by a stable code; the sign-in page has the words.</summary>
internal sealed class ProviderException(string code, Exception? inner = null) : Exception(code, inner)
{
    /// <summary><c>absent</c>, <c>refused</c>, <c>token</c>, …; see <see cref="ProviderWords"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>
/// Talks to an OpenID Connect provider: the code flow with PKCE (S256), state and nonce. Where its endpoints and keys are is
/// asked when first needed, so that the register starts without it.
/// </summary>
internal sealed class Provider : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly ProviderSettings settings;
    private readonly Secrets secrets;
    private readonly TimeProvider clock;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> discovery;

    public Provider(ProviderSettings settings, Secrets secrets, TimeProvider clock)
    {
        (this.settings, this.secrets, this.clock) = (settings, secrets, clock);
        discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{settings.Authority.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = settings.NeedsTls });
    }

    /// <summary>Begins a sign-in.</summary>
    /// <returns>What to keep meanwhile, and the address at the provider.</returns>
    public async Task<(ProviderTrip Trip, string Address)> BeginAsync(string redirect, string? back, Guid? again, CancellationToken stop)
    {
        var found = await FindAsync(stop);
        var trip = new ProviderTrip(Random(), Random(), Random(), back, again, clock.GetUtcNow().UtcDateTime);
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = redirect,
            ["scope"] = settings.Scopes,
            ["state"] = trip.State,
            ["nonce"] = trip.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(trip.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (again is not null)
            (query["prompt"], query["max_age"]) = ("login", "0");
        return (trip, QueryHelpers.AddQueryString(found.AuthorizationEndpoint, query));
    }

    /// <summary>Takes what the provider sent back with the browser, and gives what the token says once everything is checked.</summary>
    public async Task<ProviderAnswer> FinishAsync(ProviderTrip trip, IQueryCollection query, string redirect, CancellationToken stop)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query["state"].ToString()), Encoding.UTF8.GetBytes(trip.State)))
            throw new ProviderException("stale");
        if (query["error"].ToString().Length > 0 || query["code"].ToString() is not { Length: > 0 } code)
            throw new ProviderException("refused");
        var found = await FindAsync(stop);
        if (query["iss"].ToString() is { Length: > 0 } issuer && issuer != found.Issuer)
            throw new ProviderException("token"); // RFC 9207: the answer is another provider's
        var answer = await CheckAsync(await ExchangeAsync(found, code, redirect, trip.Verifier, stop), found, trip.Nonce);
        if (trip.Again is not null && !(answer.AuthenticatedAt + Skew >= trip.At))
            throw new ProviderException("old");
        return answer;
    }

    /// <summary>Where somebody ends her sign-in at the provider as well (OpenID Connect RP-Initiated Logout 1.0, 2); null where it has no such address, or does not answer.</summary>
    public async Task<string?> EndAsync(CancellationToken stop)
    {
        try
        {
            return settings.IsSet && (await FindAsync(stop)).EndSessionEndpoint is { Length: > 0 } end && Uri.TryCreate(end, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || !settings.NeedsTls)
                ? QueryHelpers.AddQueryString(end, "client_id", settings.ClientId) : null;
        }
        catch (ProviderException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<OpenIdConnectConfiguration> FindAsync(CancellationToken stop)
    {
        try
        {
            var found = await discovery.GetConfigurationAsync(stop);
            return found.Issuer?.TrimEnd('/') == settings.Authority.TrimEnd('/') ? found : throw new ProviderException("token");
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ProviderException("absent", e);
        }
    }

    private async Task<string> ExchangeAsync(OpenIdConnectConfiguration found, string code, string redirect, string verifier, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, found.TokenEndpoint);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["code_verifier"] = verifier };
        if (secrets.Text("provider") is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}")));
        else
            form["client_id"] = settings.ClientId;
        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var answer = await http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode)
                throw new ProviderException(answer.StatusCode >= System.Net.HttpStatusCode.InternalServerError ? "absent" : "refused");
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("id_token", out var token) && token.GetString() is { } text ? text : throw new ProviderException("token");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ProviderException("token", e);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ProviderException("absent", e);
        }
    }

    // OpenID Connect Core, 3.1.3.7: issuer, audience, signature, time and nonce.
    private async Task<ProviderAnswer> CheckAsync(string token, OpenIdConnectConfiguration found, string nonce)
    {
        var checks = new TokenValidationParameters
        {
            ValidIssuer = found.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = found.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => Holds(from, until),
        };
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, checks);
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
                discovery.RequestRefresh(); // the provider may have changed its keys: the next try knows
            throw new ProviderException("token", result.Exception);
        }

        var read = (JsonWebToken)result.SecurityToken;
        if (Text(read, "nonce") != nonce || read.Subject is not { Length: > 0 and <= 255 } || (read.Audiences.Skip(1).Any() && Text(read, "azp") != settings.ClientId))
            throw new ProviderException("token");
        var verified = read.TryGetPayloadValue<bool>("email_verified", out var yes) && yes;
        return new ProviderAnswer(
            found.Issuer, read.Subject, verified ? Text(read, "email") : null, Text(read, "name"), Groups(read),
            read.TryGetPayloadValue<long>("auth_time", out var at) && at is > 0 and < 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime : null);
    }

    private bool Holds(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Skew && (from is not { } start || start <= now + Skew);
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;

    private IReadOnlyList<string> Groups(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>(settings.GroupsClaim, out var groups) switch
        {
            true when groups.ValueKind == JsonValueKind.Array => [.. groups.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
            _ => Text(token, settings.GroupsClaim) is { } one ? [one] : [],
        };

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
