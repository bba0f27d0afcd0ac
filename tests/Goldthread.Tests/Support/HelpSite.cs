using Goldthread.Tests.Site;

namespace Goldthread.Tests.Support;

/// <summary>A site with a map that says how doors are reached.</summary>
public sealed class HelpSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public TestSite Site { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await HelpMap.SaveAsync(Site);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
