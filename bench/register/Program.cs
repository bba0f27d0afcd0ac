using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Bench;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

// The register at 1,000, 10,000 and 100,000 records: a page, a list, a search, an audit, and how they grow.
// Usage: dotnet run -c Release --project bench/register [--records 100000] [--database "Host=…"]
// With --drafts instead: a form of thirty fields saved by one, and by 200 at once.
var most = int.Parse(Option("--records") ?? "100000", CultureInfo.InvariantCulture);
var folder = Directory.CreateTempSubdirectory("goldthread-bench-").FullName;
try
{
    var register = new RegisterDatabase(folder, Option("--database"));
    await register.MigrateAsync();
    Console.WriteLine($"{register.Dialect.Name}, {Processor()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
    Console.WriteLine("Milliseconds: median of the runs (fastest to slowest).");
    Console.WriteLine();
    if (args.Contains("--drafts"))
    {
        await Drafts.RunAsync(register);
        return;
    }

    Console.WriteLine($"{"records",10} {"save",22} {"page",22} {"list",22} {"search, rare word",22} {"search, common word",22} {"audit",22} {"beside it: SHA-256 of the same bytes",36}");
    var decisions = new Decisions(seed: 20261121);
    var there = 0;
    for (var size = 1_000; size <= most; size *= 10)
    {
        var save = await FillAsync(register, decisions, there, size);
        there = size;
        var view = register.For(Reader.Public);
        var page = await TimeAsync(200, i => view.FindAsync(Decisions.Body, "decision", $"pcd-{1 + (i * 7919 % size)}"));
        var list = await TimeAsync(30, i => view.ListAsync(new ListQuery("decision", Page: 1 + (i % 3))));
        var rare = await TimeAsync(50, i => view.SearchAsync(new SearchQuery($"unique{1 + (i * 7919 % size)}")));
        var common = await TimeAsync(15, _ => view.SearchAsync(new SearchQuery("violence")));
        AuditReport? report = null;
        var audit = await TimeAsync(3, async _ => report = await new Audit(register).RunAsync());
        if (report!.Findings.Count != 0)
            throw new InvalidOperationException($"The audit found {report.Findings[0]}");
        var hash = await HashAsync(register);
        Console.WriteLine($"{size,10:N0} {save,22} {page,22} {list,22} {rare,22} {common,22} {audit,22} {hash,36}");
    }
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, true);
}

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

static async Task<string> FillAsync(RegisterDatabase register, Decisions decisions, int from, int to)
{
    var writer = new RegisterWriter(register);
    // Fifty saves one by one are timed; the rest come in batches.
    var single = await TimeAsync(50, i => writer.SaveAsync(decisions.Change(from + 1 + i)), warmUp: 0);
    foreach (var batch in Enumerable.Range(from + 51, to - from - 50).Chunk(500))
        await writer.SaveAsync([.. batch.Select(decisions.Change)]);
    return single;
}

static async Task<string> HashAsync(RegisterDatabase register)
{
    await using var context = register.Open();
    var bodies = new List<byte[]>();
    await foreach (var body in Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsAsyncEnumerable(context.Revisions.Select(row => row.Body! + row.Derived!)))
        bodies.Add(System.Text.Encoding.UTF8.GetBytes(body));
    return await TimeAsync(3, _ =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var body in bodies)
            hash.AppendData(body);
        return Task.FromResult(hash.GetHashAndReset());
    });
}

static async Task<string> TimeAsync<T>(int runs, Func<int, Task<T>> work, int warmUp = 2)
{
    for (var i = 0; i < warmUp; i++)
        await work(i);
    var times = new List<double>(runs);
    for (var i = 0; i < runs; i++)
    {
        var begun = Stopwatch.GetTimestamp();
        await work(i);
        times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    times.Sort();
    return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:N1} ({times[0]:N1} to {times[^1]:N1})");
}

static string Processor() => File.Exists("/proc/cpuinfo")
    ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
    : "unknown processor";
