using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Goldthread.Site.Bench;

/// <summary>
/// Asks a site at a constant rate, whether it answers or not, as the public does. Each request has a time at which it is
/// meant to be sent, and its latency counts from then: when the site stands still, what should have been asked meanwhile
/// counts as waiting, instead of not being asked.
/// </summary>
internal sealed class Load(Uri site, double rate, TimeSpan length, int records)
{
    private const int Slow = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<(string What, double Milliseconds, int Status, int Second)> answers = [];
    private readonly Lock one = new();

    /// <summary>Runs to the end and prints what it saw.</summary>
    /// <returns>0 where every answer was as it should be.</returns>
    public async Task<int> RunAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 512,
        })
        { BaseAddress = site, Timeout = Longest };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        var random = new Random(20261122);
        var count = (int)(rate * length.TotalSeconds);
        var running = new List<Task>(count);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / rate);
            var (what, address) = Next(random);
            if (due - Stopwatch.GetElapsedTime(begun) is { } early && early > TimeSpan.Zero)
                await Task.Delay(early);
            running.Add(AskAsync(client, what, address, begun, due));
        }

        await Task.WhenAll(running);
        return Report(Stopwatch.GetElapsedTime(begun));
    }

    private async Task AskAsync(HttpClient client, string what, string address, long begun, TimeSpan due)
    {
        int status;
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseContentRead);
            status = (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            status = 0;
        }

        var took = (Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds;
        lock (one)
            answers.Add((what, took, status, (int)due.TotalSeconds));
    }

    /// <summary>A mix of what people ask: half records, some lists, searches, data and the first page.</summary>
    private (string What, string Address) Next(Random random)
    {
        var record = 1 + random.Next(records);
        var year = 2012 + random.Next(13);
        return random.Next(100) switch
        {
            < 10 => ("first page", "/"),
            < 60 => ("record", string.Create(CultureInfo.InvariantCulture, $"/decisions/pcd-{record}")),
            < 75 => ("list", string.Create(CultureInfo.InvariantCulture, $"/decisions?year={year}&page={1 + random.Next(20)}")),
            < 85 => ("search", string.Create(CultureInfo.InvariantCulture, $"/search?q=unique{record}")),
            < 90 => ("search, common word", "/search?q=" + Words[random.Next(Words.Length)]),
            _ => ("json", string.Create(CultureInfo.InvariantCulture, $"/decisions/pcd-{record}.json")),
        };
    }

    private static readonly string[] Words = ["violence", "women", "police", "survivors+funding", "partnership+board"];

    private int Report(TimeSpan took)
    {
        var wrong = answers.Count(answer => answer.Status != 200);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{answers.Count:N0} requests in {took.TotalSeconds:N0} s ({answers.Count / took.TotalSeconds:N0} a second, {rate:N0} meant), {wrong:N0} not answered with 200"));
        Console.WriteLine($"{"milliseconds",-22}{"requests",10}{"median",10}{"p95",10}{"p99",10}{"p99.9",10}{"slowest",10}");
        foreach (var group in answers.GroupBy(answer => answer.What).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Times: group.Select(answer => answer.Milliseconds).ToList())).Append(("all", Times: [.. answers.Select(answer => answer.Milliseconds)])))
        {
            var times = group.Times;
            times.Sort();
            double At(double part) => times[(int)Math.Min(times.Count - 1, part * times.Count)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Item1,-22}{times.Count,10:N0}{At(0.5),10:N1}{At(0.95),10:N1}{At(0.99),10:N1}{At(0.999),10:N1}{times[^1],10:N1}"));
        }

        // One pause of a second spoils the 99th percentile of a minute: whether it was one or many is worth knowing.
        var slow = answers.Where(answer => answer.Milliseconds > Slow).GroupBy(answer => answer.Second).OrderBy(group => group.Key).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  seconds in which any took longer than {Slow} ms: {slow.Count:N0}; in them {slow.Sum(group => group.Count()):N0} requests: {string.Join(", ", slow.OrderByDescending(group => group.Count()).Take(20).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count()}"))}"));
        foreach (var status in answers.Where(answer => answer.Status != 200).GroupBy(answer => (answer.What, answer.Status)))
            Console.WriteLine($"  {status.Key.What}: {(status.Key.Status == 0 ? "no answer" : status.Key.Status.ToString(CultureInfo.InvariantCulture))} × {status.Count():N0}");
        return wrong == 0 ? 0 : 1;
    }
}
