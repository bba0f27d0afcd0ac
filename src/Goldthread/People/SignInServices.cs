using System.Security.Claims;
using Goldthread.Commands;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Goldthread.People;

/// <summary>What signing in needs, set up in one place.</summary>
internal static class SignInServices
{
    private const int MostTries = 5;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.Configuration.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings();
        services.AddSingleton(settings);
        services.AddSingleton(new SessionLimits(TimeSpan.FromMinutes(settings.IdleMinutes), TimeSpan.FromHours(settings.LongestHours)));
        services.AddSingleton(provider => new Secrets(provider.GetRequiredService<RegisterDatabase>().DataFolder));
        services.AddSingleton<Register.People.Sessions>();
        services.AddSingleton<PeopleService>();
        services.AddSingleton<Turns>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<FormKeeper>();
        services.AddSingleton<SealedCodes>();
        services.AddHostedService<SealEarlierCodes>();
        var provider = builder.Configuration.GetSection("SignIn:Provider").Get<ProviderSettings>() ?? new ProviderSettings();
        if (provider.Fault() is { } fault)
            throw new SettingException(fault);
        services.AddSingleton(provider);
        services.AddSingleton<Provider>();
        services.AddSingleton<ProviderPeople>();
        services.AddSingleton<AskService>();
        services.AddSingleton<AskLists>();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<OpenedLog>();
        services.AddSingleton<Openings>();
        services.AddHostedService(provider => provider.GetRequiredService<Openings>());
        services.AddScoped(provider => provider.GetRequiredService<RegisterDatabase>().Open());

        services.AddDataProtection().SetApplicationName("goldthread");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new CookieKeys(provider.GetRequiredService<RegisterDatabase>());
            options.XmlEncryptor = new CookieKeyEncryptor(provider.GetRequiredService<Secrets>());
        }));

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(IdentityConstants.ApplicationScheme, null)
            .AddTwoFactorUserIdCookie();
        services.AddIdentityCore<PersonRow>(options =>
            {
                // Length is what counts; rules about kinds of characters make worse passwords (NIST SP 800-63B, 3.1.1.2).
                options.Password = new PasswordOptions { RequiredLength = 12, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = MostTries, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
                options.Tokens.AuthenticatorTokenProvider = nameof(OneTimeCodes);
                options.Tokens.AuthenticatorIssuer = "Goldthread";
            })
            .AddSignInManager<PersonSignIn>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeCodes>(nameof(OneTimeCodes));
        services.AddScoped<IUserStore<PersonRow>, PersonStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<PersonRow>, PersonPrincipals>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Domain;

            // A passkey stands for password and code together, so the device must know its person, and the key must be found without an address.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "goldthread-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    /// <summary>A session knows who it is and nothing else: what she may do is asked anew with every request.</summary>
    private sealed class PersonPrincipals : IUserClaimsPrincipalFactory<PersonRow>
    {
        public Task<ClaimsPrincipal> CreateAsync(PersonRow user) => Task.FromResult(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())], IdentityConstants.ApplicationScheme)));
    }
}

/// <summary>How signing in is set up, bound from the configuration section <c>SignIn</c>.</summary>
internal sealed class SignInSettings
{
    /// <summary>
    /// Whether the sample's accounts may sign in, with a password alone. <c>serve --sample</c> sets it, on the machine itself;
    /// everybody else needs a second proof always.
    /// </summary>
    public bool Sample { get; set; }

    /// <summary>Minutes without a request after which a sign-in is over.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Hours after which a sign-in is over whatever was done.</summary>
    public int LongestHours { get; set; } = 12;

    /// <summary>How often people of one network address may try in five minutes; an office behind one address shares it.</summary>
    public int TriesPerAddress { get; set; } = 100;

    /// <summary>The domain that passkeys belong to; the one that the request names where not set.</summary>
    public string? Domain { get; set; }
}
