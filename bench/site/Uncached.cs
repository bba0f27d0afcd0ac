using System.Diagnostics;
using System.Globalization;

namespace Goldthread.Site.Bench;

/// <summary>Pages that nobody has asked for before, one after the other, so that none comes from the cache.</summary>
internal static class Uncached
{
    private const int Most = 2500;

    /// <summary>Measures record pages and lists by year; a list's page 3, then the next, since a page asked twice would be cached.</summary>
    public static async Task<int> RunAsync(Uri site, int records)
    {
        using var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        await TimeAsync(client, "record page", Math.Min(Most, records), i => Record(records, i));
        // Each of the 13 years asked for has some records / 13.7, 25 on a page.
        await TimeAsync(client, "list by year, from page 3", Math.Clamp(13 * ((records / 400) - 3), 13, Most), i => string.Create(CultureInfo.InvariantCulture, $"/decisions?year={2012 + (i % 13)}&page={3 + (i / 13)}"));
        return 0;
    }

    private static string Record(int records, int i) => string.Create(CultureInfo.InvariantCulture, $"/decisions/pcd-{1 + (i * 7919L % records)}");

    private static async Task TimeAsync(HttpClient client, string what, int pages, Func<int, string> address)
    {
        var warmUp = pages * 3 / 5;
        var times = new List<double>(pages);
        for (var i = 0; i < pages; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address(i));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (i >= warmUp)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-28} median {times[times.Count / 2]:N1} ms ({times[0]:N1} to {times[^1]:N1}; p95 {times[(int)(0.95 * times.Count)]:N1}), {times.Count:N0} pages nobody asked for before"));
    }
}
