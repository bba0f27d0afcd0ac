using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Goldthread.Tests.People;

/// <summary>Everything that a site gives out, as text: its lists, what its pages lead to, and what stands in its files.</summary>
internal static partial class SiteText
{
    /// <summary>What lists records, in every form.</summary>
    public static IReadOnlyList<string> Lists { get; } =
    [
        "/", "/decisions", "/boards", "/workshops", "/organisations", "/rules", "/search?kind=decision", "/search?kind=document", "/data", "/sitemap.xml", "/organisations/lantern", "/organisations/riverside-police", "/boards/safety-board", "/openapi.json",
        .. from list in (string[])["/decisions", "/boards", "/meetings", "/workshops", "/organisations", "/organisations/lantern/appearances", "/boards/safety-board/meetings"] from form in (string[])["csv", "json", "atom"] select $"{list}.{form}",
    ];

    /// <summary>The text of an answer; of a Word file or a bundle that of every part.</summary>
    public static async Task<string> OfAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not { } type || !(type.Contains("officedocument", StringComparison.Ordinal) || type.EndsWith("/zip", StringComparison.Ordinal)))
            return await answer.Content.ReadAsStringAsync();
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return await OfAsync(zip);
    }

    /// <summary>The text of every part of an archive.</summary>
    public static async Task<string> OfAsync(ZipArchive zip)
    {
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <summary>How many results a page of search says there are.</summary>
    public static int Results(string page) =>
        Count().Match(page) is { Success: true } match ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Asks for these addresses and for all that their answers lead to on the site, whatever the answer is.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="most">The most addresses to ask for.</param>
    public static async IAsyncEnumerable<(string Address, string Text)> CrawlAsync(HttpClient client, IEnumerable<string> from, int most)
    {
        var waiting = new Queue<string>(from);
        var known = waiting.ToHashSet(StringComparer.Ordinal);
        for (var asked = 0; asked < most && waiting.TryDequeue(out var address); asked++)
        {
            using var answer = await client.GetAsync(address);
            var text = await OfAsync(answer) + answer.Headers + answer.Content.Headers;
            yield return (address, text);
            var found = Links().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Append(answer.Headers.Location?.OriginalString ?? "");
            foreach (var next in found.Select(to => to.Split('#')[0]).Where(to => to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.StartsWith("/assets", StringComparison.Ordinal)))
                if (known.Add(next))
                    waiting.Enqueue(next);
        }
    }

    [GeneratedRegex(@"gt-count"">(?<count>[0-9]+) results?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"(href=""|""href"": ?""|<loc>https?://[^/<]+)(?<to>/[^""<]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
