using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Goldthread.Tests.People;

/// <summary>An OpenID Connect provider that gives whatever token a test says, right or wrong, and keeps what it was asked.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeProvider(WebApplication app) => this.app = app;

    /// <summary>The key that its discovery document names.</summary>
    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "first" };

    /// <summary>Its address, which is its issuer as well.</summary>
    public string Issuer => app.Urls.First();

    /// <summary>The id token that it gives next.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether its discovery document names an address to sign out at.</summary>
    public bool Ends { get; set; } = true;

    /// <summary>What was sent for the last token, and with which authorization.</summary>
    public (IFormCollection Form, string Authorization)? Asked { get; private set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", () =>
        {
            var found = new Dictionary<string, object>
            {
                ["issuer"] = provider.Issuer,
                ["authorization_endpoint"] = provider.Issuer + "/authorize",
                ["token_endpoint"] = provider.Issuer + "/token",
                ["jwks_uri"] = provider.Issuer + "/keys",
            };
            if (provider.Ends)
                found["end_session_endpoint"] = provider.Issuer + "/end?tenant=office";
            return Results.Json(found);
        });
        provider.app.MapGet("/keys", () =>
        {
            var key = Key.Rsa.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = Key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        provider.app.MapPost("/token", async (HttpRequest request) =>
        {
            provider.Asked = (await request.ReadFormAsync(), request.Headers.Authorization.ToString());
            return Results.Json(new { access_token = "a", token_type = "Bearer", id_token = provider.Token });
        });
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>A token signed with a key.</summary>
    public static string Sign(Dictionary<string, object> claims, SigningCredentials? with) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = with });

    /// <summary>What its own key signs with.</summary>
    public static SigningCredentials Own => new(Key, SecurityAlgorithms.RsaSha256);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
