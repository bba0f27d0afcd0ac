using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.Data.Sqlite;

namespace Goldthread.Tests.Support;

/// <summary>After a visit: nothing of it in the logs, the measures, the traces, the database or the data folder.</summary>
public sealed class SupportTraceTests
{
    private const string Browser = "PlantedBrowser/7.31";
    private const string VisitTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string OtherTrace = "4bf92f3577b34da6a3ce929d0e0e4737";
    private static readonly (string Name, string Value)[] Answers = [("a-planted1", "planted-need"), ("a-planted2", "PlantedBorough"), ("to-language", "pl"), ("to-page", "found")];

    [Fact]
    public async Task Visit_MeasuresAndTraces_SayNothingOfIt()
    {
        var (measured, traced) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Take(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Recorded && activity.Kind == ActivityKind.Server)
                    traced.Enqueue(activity.TraceId.ToString());
            },
        };
        ActivitySource.AddActivityListener(traces);
        var site = new TestSite { Empty = true };
        await site.InitializeAsync();

        site.Client.DefaultRequestHeaders.Add("traceparent", $"00-{VisitTrace}-00f067aa0ba902b7-01");
        await VisitAsync(site.Client);
        site.Client.DefaultRequestHeaders.Remove("traceparent");
        site.Client.DefaultRequestHeaders.Add("traceparent", $"00-{OtherTrace}-00f067aa0ba902b7-01");
        await site.Client.GetAsync("/decisions");
        await site.DisposeAsync();

        Assert.Contains(measured, said => said.Contains("http.route=decisions", StringComparison.Ordinal) || said.Contains("http.route=/decisions", StringComparison.Ordinal));
        Assert.Contains(OtherTrace, traced);
        Assert.DoesNotContain(VisitTrace, traced);
        Assert.All(measured, AssertNothingOfIt);

        void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var said = new StringBuilder(instrument.Name);
            foreach (var (name, value) in tags)
            {
                if (name is not "server.address" and not "server.port")
                    said.Append(' ').Append(name).Append('=').Append(value);
            }

            measured.Enqueue(said.ToString());
        }
    }

    [Fact]
    public async Task Visit_ProgramWithItsLoggingTurnedUp_WritesNothingAndChangesNoTable()
    {
        using var files = new TestFolder();
        files.Write("settings.json", """{"Logging":{"LogLevel":{"Default":"Trace","Microsoft":"Trace","Microsoft.AspNetCore.Hosting.Diagnostics":"Information","Microsoft.AspNetCore.Routing":"Debug"}}}""");
        using var program = TestProgram.Start("serve", "--data", files.Path, "--urls", "http://127.0.0.1:0");
        var log = new ConcurrentQueue<string>();
        var open = new TaskCompletionSource<Uri>();
        program.OutputDataReceived += (_, line) => Take(line.Data);
        program.ErrorDataReceived += (_, line) => Take(line.Data);
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = await open.Task.WaitAsync(TimeSpan.FromMinutes(2)) };
            await client.GetAsync("/about");
            var before = await TablesAsync(files.Path);

            for (var i = 0; i < 3; i++)
                await VisitAsync(client);

            Assert.Equal(before, await TablesAsync(files.Path));
        }
        finally
        {
            program.Kill(true);
            await program.WaitForExitAsync(CancellationToken.None);
        }

        Assert.All(log, AssertNothingOfIt);
        foreach (var file in Directory.EnumerateFiles(files.Path, "*", SearchOption.AllDirectories))
            AssertNothingOfIt(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).Replace(files.Path, "", StringComparison.Ordinal));

        void Take(string? line)
        {
            log.Enqueue(line ?? "");
            if (line?.Split("open at ") is [_, var address])
                open.TrySetResult(new Uri(address));
        }
    }

    private static async Task VisitAsync(HttpClient client)
    {
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        client.DefaultRequestHeaders.Referrer = new Uri("https://planted.example.org/");
        foreach (var address in (string[])["/support", "/support/look.css", "/support/leave.js", "/support/turn.js", "/support/icon.svg", "/support/friend", "/support/nothing"])
            await client.GetAsync(address);
        (await client.PostAsync("/support", HelpForm.Of(Answers))).EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Referrer = null;
    }

    private static void AssertNothingOfIt(string said)
    {
        foreach (var part in (string[])["/support", "support/", "planted", "look.css", "leave.js"])
            Assert.DoesNotContain(part, said, StringComparison.OrdinalIgnoreCase);
    }

    // Every row of every table, counted and added up.
    private static async Task<string> TablesAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "goldthread.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var said = new StringBuilder();
        foreach (var table in tables)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            said.Append(table).Append('=').Append(await count.ExecuteScalarAsync()).Append(' ');
        }

        return said.ToString();
    }
}
