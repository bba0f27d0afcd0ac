using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Goldthread.Tests.Site;

/// <summary>A web site over a register that others may have open as well: what it shares with them is the register alone, as processes do.</summary>
public sealed class SiteOver : IAsyncDisposable
{
    private readonly WebApplication site;

    private SiteOver(WebApplication site)
    {
        this.site = site;
        Client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
    }

    /// <summary>Asks the site.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts one over the register in a data folder, or in a PostgreSQL database.</summary>
    public static async Task<SiteOver> StartAsync(string folder, string? connection)
    {
        var database = new RegisterDatabase(folder, connection);
        await database.MigrateAsync();
        var started = ServeCommand.Build(database, new ConfigurationBuilder().AddInMemoryCollection().Build(), "http://127.0.0.1:0");
        await started.StartAsync();
        return new SiteOver(started);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.StopAsync();
        await site.DisposeAsync();
    }
}
