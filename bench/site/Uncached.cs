using System.Diagnostics;
using System.Globalization;

namespace Goldthread.Site.Bench;

/// <summary>Pages that nobody has asked for before, one after the other, so that none comes from the cache.</summary>
internal static class Uncached
{
    private const int WarmUp = 1500, Runs = 1000;

    /// <summary>Measures record pages and lists by year; a list's page 3, then the next, since a page asked twice would be cached.</summary>
    public static async Task<int> RunAsync(Uri site, int records)
    {
        using var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        await TimeAsync(client, "record page", i => Record(records, i));
        await TimeAsync(client, "list by year, from page 3", i => string.Create(CultureInfo.InvariantCulture, $"/decisions?year={2012 + (i % 13)}&page={3 + (i / 13)}"));
        return 0;
    }

    private static string Record(int records, int i) => string.Create(CultureInfo.InvariantCulture, $"/decisions/pcd-{1 + (i * 7919L % records)}");

    private static async Task TimeAsync(HttpClient client, string what, Func<int, string> address)
    {
        var times = new List<double>(Runs);
        for (var i = 0; i < WarmUp + Runs; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address(i));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (i >= WarmUp)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-28} median {times[times.Count / 2]:N1} ms ({times[0]:N1} to {times[^1]:N1}; p95 {times[(int)(0.95 * times.Count)]:N1}), {Runs:N0} pages nobody asked for before"));
    }
}
