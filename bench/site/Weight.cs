using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Site.Bench;

/// <summary>What a first visit to each template costs in bytes on the wire: the page and all it loads, compressed as browsers ask for it.</summary>
internal static partial class Weight
{
    private const int Most = 100 * 1024;

    /// <summary>Weighs the pages at these paths and prints them; 1 where one is too heavy or not there.</summary>
    public static async Task<int> RunAsync(Uri site, IReadOnlyList<string> paths)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = site };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        using var plain = new HttpClient { BaseAddress = site };
        var worst = 0;
        var wrong = 0;
        Console.WriteLine($"{"bytes transferred",-44}{"page",10}{"with it",10}{"in all",10}");
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path);
            var page = await SizeAsync(answer);
            var text = await plain.GetStringAsync(path);
            var parts = 0;
            foreach (var part in Loads().Matches(text).Select(match => match.Groups["address"].Value).Where(address => !address.EndsWith(".json", StringComparison.Ordinal) && !address.StartsWith("http", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
            {
                using var loaded = await client.GetAsync(System.Net.WebUtility.HtmlDecode(part));
                if (!loaded.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{path} loads {part}, which is not there.");
                parts += await SizeAsync(loaded);
            }

            worst = Math.Max(worst, page + parts);
            wrong += answer.IsSuccessStatusCode && page + parts <= Most ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path,-44}{page,10:N0}{parts,10:N0}{page + parts,10:N0}{(answer.IsSuccessStatusCode ? "" : $"  status {(int)answer.StatusCode}")}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the heaviest: {worst:N0} bytes of {Most:N0} allowed"));
        return wrong == 0 ? 0 : 1;
    }

    // The head is counted as well: status line and headers.
    private static async Task<int> SizeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadAsByteArrayAsync()).Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length + 17;

    [GeneratedRegex("""<(link|img|script)\b(?=[^>]*\b(rel="(stylesheet|icon|preload)"|src=))[^>]*\b(href|src)="(?<address>[^"]+)" ?""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Loads();
}
