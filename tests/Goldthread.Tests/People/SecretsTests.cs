using Goldthread.People;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.People;

/// <summary>Secrets in files, and what <c>doctor</c> says of them.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SecretsTests
{
    private const string Provider = """{ "SignIn": { "Provider": { "Authority": "https://login.example.org", "ClientId": "goldthread" } } }""";
    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public void Get_NotThereYet_IsMadeOnceAndForItsOwnerOnly()
    {
        using var folder = new TestFolder();

        var made = new Secrets(folder.Path).Get("cookie");

        Assert.Equal(32, made.Length);
        Assert.Equal(made, new Secrets(folder.Path).Get("cookie"));
        Assert.Equal(Closed, File.GetUnixFileMode(Path.Combine(folder.Path, "secrets", "cookie.key")));
    }

    [Fact]
    public void States_EachFault_IsNamedWithWhatToDo()
    {
        using var folder = new TestFolder();
        var secrets = new Secrets(folder.Path);
        var key = Path.Combine(folder.Path, "secrets", "cookie.key");

        Assert.Equal(2, secrets.States().Count(state => state.Good && state.Words.Contains("is made at the first start", StringComparison.Ordinal)));
        Assert.Contains(secrets.States(), state => state.Good && state.Words.Contains("is made with `goldthread part2 key`", StringComparison.Ordinal));
        secrets.Get("cookie");
        secrets.Get("codes");
        Assert.All(secrets.States(), state => Assert.True(state.Good));
        Assert.Contains("provider.secret", Assert.Single(secrets.States([("provider", "The secret of the provider")]), state => !state.Good).Words, StringComparison.Ordinal);
        File.SetUnixFileMode(folder.Write("secrets/provider.secret", "a secret"), Closed | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Single(secrets.States([("provider", "The secret of the provider")]), state => !state.Good).Words, StringComparison.Ordinal);
        File.SetUnixFileMode(Path.Combine(folder.Path, "secrets", "provider.secret"), Closed);
        Assert.All(secrets.States([("provider", "The secret of the provider")]), state => Assert.True(state.Good));
        Assert.DoesNotContain(secrets.States([("provider", "The secret of the provider")]), state => state.Words.Contains("a secret\n", StringComparison.Ordinal));
        File.SetUnixFileMode(key, Closed | UnixFileMode.GroupRead);
        Assert.Contains($"chmod 600 {key}", Assert.Single(secrets.States([("provider", "The secret of the provider")]), state => !state.Good).Words, StringComparison.Ordinal);
        File.SetUnixFileMode(key, Closed);
        File.WriteAllText(key, "short");
        Assert.Contains("does not hold 32 bytes", Assert.Single(secrets.States([("provider", "The secret of the provider")]), state => !state.Good).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "SignIn": { "Provider": { "Authority": "http://login.example.org" } } }""", "SignIn:Provider:Authority")]
    [InlineData("""{ "Site": { "Proxies": ["the proxy"] } }""", "Site:Proxies")]
    public async Task Serve_SettingThatCannotHold_SaysWhichAndDoesNotStart(string settings, string named)
    {
        using var folder = new TestFolder();
        folder.Write("settings.json", settings);

        var (exit, _, error) = await TestProgram.RunAsync("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.NotEqual(0, exit);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_SecretMissingOrTooOpen_SaysSoAndFails()
    {
        using var folder = new TestFolder();
        folder.Write("settings.json", Provider);
        File.SetUnixFileMode(folder.Write("secrets/cookie.key", Convert.ToBase64String(new byte[32])), Closed | UnixFileMode.GroupRead);

        var (exit, output, _) = await TestProgram.RunAsync("doctor", "--data", folder.Path);

        Assert.Equal(1, exit);
        Assert.Matches("missing +.*cookie.key can be read by others", output);
        Assert.Matches("missing +The secret that the provider of sign-in gave", output);
    }

    [Theory]
    [InlineData("""{ "Mail": { "Host": "mail.example.org" } }""", "missing +Body:Address is not set")]
    [InlineData("""{ "Mail": { "Host": "mail.example.org" }, "Body": { "Address": "https://register.example.org" } }""", "ok +emails lead to https://register.example.org")]
    public async Task Doctor_EmailsThatCannotSayWhere_AreNamed(string settings, string said)
    {
        using var folder = new TestFolder();
        folder.Write("settings.json", settings);

        var (_, output, _) = await TestProgram.RunAsync("doctor", "--data", folder.Path);

        Assert.Matches(said, output);
    }
}
