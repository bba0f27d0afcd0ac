using System.Globalization;
using System.Text;
using System.Xml;
using Goldthread.Pages.Public;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Publishing;

/// <summary>What search engines are told: every public page with the time of its last change (sitemaps.org), and where not to look.</summary>
/// <remarks>
/// A part holds the records whose keys lie in one range of <see cref="PartSize"/>, so that none is larger than the
/// protocol allows and no record ever moves to another part.
/// </remarks>
internal static class SiteMap
{
    /// <summary>The most addresses that the protocol allows in one file.</summary>
    public const int PartSize = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Pages that are no records.</summary>
    private static readonly string[] Pages =
        ["/", "/decisions", "/boards", "/workshops", "/organisations", "/diagnostics", "/data", "/about", .. AboutModel.Pages.Keys.Select(page => "/about/" + page)];

    public static void MapSiteMap(this IEndpointRouteBuilder app)
    {
        // The results of a search are no pages of their own; every record in them is in the site map.
        app.MapGet("/robots.txt", (HttpContext http) => Results.Text($"User-agent: *\nDisallow: /search?\n\nSitemap: {SiteAddress.Origin(http)}/sitemap.xml\n"))
            .ExcludeFromDescription();
        app.MapGet("/sitemap.xml", IndexAsync).CacheOutput("register").ExcludeFromDescription();
        app.MapGet("/sitemap-pages.xml", (HttpContext http, DiagnosticPages diagnostics) =>
                WriteAsync(http, "urlset", Pages.Concat(diagnostics.All.Select(page => $"/diagnostics/{page.Code}")).Select(page => (page, (DateTime?)null)).ToAsyncEnumerable()))
            .CacheOutput("register").ExcludeFromDescription();
        app.MapGet("/sitemap-{part:int:min(1)}.xml", PartAsync).ExcludeFromDescription();
    }

    private static async Task IndexAsync(HttpContext http, RegisterView view)
    {
        var parts = await view.PartsAsync(PartSize, http.RequestAborted);
        await WriteAsync(http, "sitemapindex", parts
            .Select(part => (string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part.Part}.xml"), (DateTime?)part.ChangedAt))
            .Prepend(("/sitemap-pages.xml", null)).ToAsyncEnumerable());
    }

    private static async Task PartAsync(HttpContext http, RegisterView view, RecordAddress addresses, int part)
    {
        if (await RegisterCache.IsFreshAsync(http))
            return;
        await using var records = view.PartAsync(part, PartSize, http.RequestAborted).GetAsyncEnumerator(http.RequestAborted);
        if (!await records.MoveNextAsync())
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await WriteAsync(http, "urlset", All());

        async IAsyncEnumerable<(string, DateTime?)> All()
        {
            do
                yield return (addresses.Of(records.Current)!, records.Current.ChangedAt);
            while (await records.MoveNextAsync());
        }
    }

    private static async Task WriteAsync(HttpContext http, string root, IAsyncEnumerable<(string Address, DateTime? ChangedAt)> entries)
    {
        http.Response.ContentType = "application/xml; charset=utf-8";
        var origin = SiteAddress.Origin(http);
        await using var xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartElementAsync(null, root, Namespace);
        await foreach (var (address, changedAt) in entries)
        {
            await xml.WriteStartElementAsync(null, root == "urlset" ? "url" : "sitemap", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, origin + address);
            if (changedAt is { } instant)
                await xml.WriteElementStringAsync(null, "lastmod", Namespace, CsvLines.Instant(instant));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }
}
