using System.CommandLine;
using Goldthread.Commands;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Goldthread.Site;

/// <summary><c>goldthread serve</c>: the web site.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://localhost:5080";

    // While an import adds documents, lists and searches are rendered anew this often and not with each of them.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several addresses are separated by semicolons.", HelpName = "ADDRESS", DefaultValueFactory = _ => DefaultAddress };
        var sample = new Option<bool>("--sample") { Description = "Load the sample, an illustrative city, where it is not there yet." };
        var command = new Command("serve",
            """
            Serve the register as a web site.

            Examples:
              goldthread serve --sample
              goldthread serve --urls http://localhost:8080 --data /srv/goldthread
              goldthread serve --database "Host=localhost;Database=goldthread"
            """) { urls, sample };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var settings = Settings.Load(register.DataFolder(parsed), parsed.GetValue(sample));
            var accounts = parsed.GetValue(sample) && SampleAccounts.IsLoopback(parsed.GetValue(urls)!);
            IReadOnlyList<(string Email, string Password)> made = [];
            if (parsed.GetValue(sample))
                await Sample.LoadAsync(database, register.Body(parsed), stop);
            if (accounts)
            {
                settings = new ConfigurationBuilder().AddInMemoryCollection([new("Body:Address", OpenAt(parsed.GetValue(urls)!))]).AddConfiguration(settings).AddInMemoryCollection([new("SignIn:Sample", "true")]).Build();
                made = await SampleAccounts.MakeAsync(database, stop);
                new Secrets(database.DataFolder).Get(Secrets.Part2); // whoever tries the sample has nothing to lose with it
                if (made.Count > 0)
                    await SampleAsks.AskAsync(database, register.Body(parsed).Id, stop);
            }

            database.Gathering = Gathering;
            await using var site = Build(database, settings, parsed.GetValue(urls)!);
            await site.StartAsync(stop);
            foreach (var (email, password) in made)
                Console.Out.WriteLine($"Sign in as {email} with {password} (shown this once)");
            foreach (var address in site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
                Console.Out.WriteLine($"Goldthread is open at {address}");
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, site.Lifetime.ApplicationStopping);
            var drawing = parsed.GetValue(sample) ? DrawAsync(database, register.Body(parsed), over.Token) : Task.CompletedTask;
            await site.WaitForShutdownAsync(stop);
            await drawing;
            return 0;
        }, stop));
        return command;
    }

    // The sample's map is large: it comes while the first pages are looked at already.
    private static async Task DrawAsync(RegisterDatabase database, BodySettings body, CancellationToken stop)
    {
        try
        {
            await Task.Run(() => Sample.LoadStandardsAsync(database, body, stop), stop);
            var added = await Task.Run(() => Sample.LoadMapAsync(database, body, stop), stop);
            if (added > 0)
                Console.Out.WriteLine($"The sample's map of help is there: {added - 1:N0} doors and services");
        }
        catch (OperationCanceledException)
        {
            // The next start goes on where this one was.
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            Console.Error.WriteLine($"The sample's map of help could not be drawn. {failure}");
        }
    }

    // The sample's emails lead back to it, where its port is known beforehand.
    private static string? OpenAt(string urls) => urls.Split(';')[0] is var first && Uri.TryCreate(first, UriKind.Absolute, out var address) && address.Port > 0 ? first : null;

    /// <summary>The web site over a register; tests build it the same way.</summary>
    internal static WebApplication Build(RegisterDatabase database, IConfiguration settings, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(ServeCommand).Assembly.GetName().Name });
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseUrls(urls);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(database.Clock);
        builder.Services.AddScoped(services => services.GetRequiredService<RegisterDatabase>().For(services.GetRequiredService<CurrentPerson>().Reader));
        builder.Services.AddHostedService<DueWorker>();
        builder.AddSite();
        var site = builder.Build();
        site.UseSite();
        return site;
    }
}
