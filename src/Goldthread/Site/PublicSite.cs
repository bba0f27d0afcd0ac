using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Goldthread.Boards;
using Goldthread.Decisions;
using Goldthread.Decisions.Part2;
using Goldthread.Downloads;
using Goldthread.Following;
using Goldthread.Imports;
using Goldthread.Mail;
using Goldthread.Pathways;
using Goldthread.People;
using Goldthread.Publishing;
using Goldthread.Register.Imports;
using Goldthread.Register.Pathways;
using Goldthread.Register.Standards;
using Goldthread.Rules;
using Goldthread.Standards;
using Goldthread.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Goldthread.Site;

/// <summary>The public web site: its services, and the order in which a request passes through it.</summary>
public static partial class PublicSite
{
    /// <summary>Adds what the site needs. The host adds a request-scoped <c>RegisterView</c> for the public.</summary>
    public static void AddSite(this WebApplicationBuilder builder)
    {
        // A visit is nobody's business: nothing is logged of a request that went well, on /support nothing at all.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // else a line for every page with a form
        builder.WebHost.UseStaticWebAssets(); // finds the styles where the program was built and not published
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 1024 * 1024;

            // More than RequestGuard allows, so that who asks too much is told so on a page; beyond this the server hangs up.
            options.Limits.MaxRequestLineSize = 64 * 1024;
            options.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            options.Limits.MaxRequestHeaderCount = 500;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });

        var services = builder.Services;
        services.Configure<BodySettings>(builder.Configuration.GetSection("Body"));
        services.AddSingleton<RecordAddress>();
        services.AddScoped<PublishedLists>();
        services.AddApiDescription();
        services.AddSingleton<BodyTexts>();
        services.AddSingleton<Bundles>();
        services.AddHostedService<BundleSweeper>();
        services.AddSingleton<DiagnosticPages>();
        services.AddSingleton(_ => new TieWords(RulesFolder.Read(RulesFolder.Default).Book?.Relations ?? []));
        services.AddSingleton(_ => new ShortForms(
            RulesFolder.Read(RulesFolder.Default).Book?.Organisations ?? [],
            File.ReadAllText(Path.Combine(RulesFolder.Default, "short-forms.csv"))));
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorPages(AddConventions);

        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // £ stays £
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // no cookie and no secret stands in a page
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", AtomFeed.MediaType];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddOutputCache(options =>
        {
            options.UseCaseSensitivePaths = true; // other spellings are led to the one address of a page
            options.SizeLimit = 64 * 1024 * 1024;
            options.MaximumBodySize = 4 * 1024 * 1024;
            options.AddPolicy("register", policy => policy.AddPolicy<RegisterCache>(), excludeDefaultPolicy: true);
        });
        services.AddSingleton<RegisterCache>();
        services.AddSingleton<GivenFiles>();
        services.AddSingleton<CurrentRules>();
        services.AddSingleton<Coverage>();
        builder.AddSupport();
        services.AddSingleton<MapKeeping>();
        services.AddSingleton<ProposalService>();
        services.AddSingleton<AssessmentService>();
        services.AddSingleton<WhatIfDesk>();
        services.AddScoped<StandardsRegister>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        services.AddDrafts();
        services.AddDraftSteps();
        builder.AddSignIn();
        services.AddPart2();
        builder.AddMail();
        services.AddFollowing();
        services.AddBoards();
    }

    /// <summary>Puts the site into the pipeline.</summary>
    public static void UseSite(this WebApplication app)
    {
        app.UseProxies();
        app.UseNoTrace();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRequestGuard();
        app.UseTryLimit();
        app.UseRouting();
        app.UseReadOnly();
        app.UseCurrentPerson();
        app.UseAccess();
        app.UseBodyLimit();
        app.UseOutputCache();
        app.UseResponseCompression();

        app.MapStaticAssets().WithMetadata(EndpointGroup.Assets).Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && SecurityHeaders.IsSupport("/" + route.TrimStart('/')))
                endpoint.Metadata.Add(new Uncounted());
        });
        var open = app.MapGroup("").WithMetadata(EndpointGroup.Reading);
        open.MapBodyColour();
        open.MapRecordJson();
        open.MapRecordStates();
        open.MapRecordWord();
        open.MapPublishing();
        open.MapCoverage();
        open.MapPlan();
        open.MapCalendars();
        open.MapSiteMap();
        open.MapApiDescription();
        app.MapProvider();
        app.MapOriginals();
        app.MapDecisionRegisters();
        app.MapDraftWord();
        app.MapRazorPages().WithStaticAssets();
    }

    private static void AddConventions(RazorPagesOptions options)
    {
        options.Conventions.AddFolderApplicationModelConvention("/Public", page =>
        {
            // The error page answers whatever was asked, and is never kept.
            if (page.ViewEnginePath != "/Public/Error")
            {
                page.EndpointMetadata.Add(new ReadOnlyPage());

                // What a body writes about its register is a file, and has nothing to do with the register's version.
                if (page.ViewEnginePath is not ("/Public/About" or "/Public/Data"))
                {
                    page.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = "register" });
                }
            }
        });
        options.Conventions.AddFolderApplicationModelConvention("/Support", page =>
        {
            if (page.ViewEnginePath != "/Support/Support")
                page.EndpointMetadata.Add(new ReadOnlyPage());
            page.EndpointMetadata.Add(new Uncounted());
        });

        // The records of other public bodies have the same pages, under the body's name.
        options.Conventions.AddPageRoute("/Public/Decisions/DecisionPage", "/bodies/{body}/decisions/{slug}");
        options.Conventions.AddPageRoute("/Public/Boards/BoardPage", "/bodies/{body}/boards/{slug}");
        options.Conventions.AddPageRoute("/Public/Boards/MeetingPage", "/bodies/{body}/boards/{board}/{date}");
        options.Conventions.AddPageRoute("/Public/Boards/WorkshopPage", "/bodies/{body}/workshops/{board}/{date}");
        options.Conventions.AddPageRoute("/Public/Documents/DocumentPage", "/bodies/{body}/documents/{slug}");
        options.Conventions.AddPageRoute("/Public/Organisations/OrganisationPage", "/bodies/{body}/organisations/{slug}");
        options.Conventions.AddPageRoute("/Public/Rules/RulePage", "/bodies/{body}/rules/{slug}");
        options.Conventions.AddPageRoute("/Public/Coverage/MapPage", "/bodies/{body}/maps/{slug}");
        options.Conventions.AddPageRoute("/Public/Coverage/DoorPage", "/bodies/{body}/doors/{slug}");
        options.Conventions.AddPageRoute("/Public/Coverage/ServicePage", "/bodies/{body}/services/{slug}");
        options.Conventions.AddPageRoute("/Public/Standards/AssessmentPage", "/bodies/{body}/assessments/{slug}");
        options.Conventions.AddPageRoute("/Public/Coverage/WhatIfPage", "/bodies/{body}/what-ifs/{slug}");
        options.Conventions.AddPageRoute("/Public/Boards/ActionPage", "/bodies/{body}/actions/{slug}");
        RecordRoutes.Add(options.Conventions);
    }

    // The body's colour comes as a style sheet, because the pages allow no style of their own.
    private static void MapBodyColour(this IEndpointRouteBuilder app) =>
        app.MapGet("/assets/body.css", (HttpContext http, IOptions<BodySettings> body) =>
        {
            http.Response.Headers.CacheControl = "max-age=3600";
            return body.Value.Colour is { } colour && Colour().IsMatch(colour)
                ? Results.Text($":root{{--gt-body-colour:{colour}}}", "text/css")
                : Results.Text("", "text/css");
        }).ExcludeFromDescription();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Colour();

}
