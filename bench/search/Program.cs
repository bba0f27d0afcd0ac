using System.Diagnostics;
using System.Globalization;
using Goldthread.Core.Publishing;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Search.Bench;

// Search over 100,000 records: 200 fixed queries with everything that the page asks for each (facets, passages,
// organisations by name, references, and help where nothing is found), beside the plain design in the same run,
// which ranks and counts whatever matches.
// Usage: dotnet run -c Release --project bench/search -- [--records 100000] [--database "Host=…"] [--data DIR, kept and used again]
var records = int.Parse(Option("--records") ?? "100000", CultureInfo.InvariantCulture);
var kept = Option("--data");
var folder = kept is null ? Directory.CreateTempSubdirectory("goldthread-bench-").FullName : Directory.CreateDirectory(kept).FullName;
try
{
    var register = new RegisterDatabase(folder, Option("--database"));
    await register.MigrateAsync();
    await FillAsync(register, records);
    var view = register.For(Reader.Public);
    var plain = new Plain(register);
    Console.WriteLine($"{register.Dialect.Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {records:N0} records, {Queries.All.Count} queries, milliseconds");
    foreach (var (_, query) in Queries.All)
        await AskAsync(view, query);
    var (ours, theirs) = (new List<(string, double)>(), new List<(string, double)>());
    for (var round = 0; round < 3; round++)
    {
        foreach (var (sort, query) in Queries.All)
        {
            ours.Add((sort, await TimeAsync(() => AskAsync(view, query))));
            if (round == 0) // once is enough of what takes seconds
                theirs.Add((sort, await TimeAsync(() => plain.AskAsync(query))));
        }
    }

    Console.WriteLine($"{"",-18} {"queries",8} {"median",8} {"95th",8} {"slowest",8}   {"plain: median",14} {"95th",8} {"slowest",8}");
    foreach (var sort in Queries.All.Select(each => each.Sort).Distinct().Append("all"))
        Console.WriteLine($"{sort,-18} {Queries.All.Count(each => sort == "all" || each.Sort == sort),8} {Say(ours, sort)}   {Say(theirs, sort, 14)}");
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    if (kept is null)
        Directory.Delete(folder, true);
}

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

static string Say(List<(string Sort, double Took)> times, string sort, int width = 8)
{
    var sorted = times.Where(each => sort == "all" || each.Sort == sort).Select(each => each.Took).Order().ToList();
    double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)];
    return string.Create(CultureInfo.InvariantCulture, $"{At(.5).ToString("N1", CultureInfo.InvariantCulture).PadLeft(width)} {At(.95),8:N1} {sorted[^1],8:N1}");
}

static async Task<double> TimeAsync(Func<Task> work)
{
    var begun = Stopwatch.GetTimestamp();
    await work();
    return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
}

// What the page asks.
static async Task AskAsync(RegisterView view, SearchQuery query)
{
    await view.CalledAsync(query.Text);
    if (query.Text.Any(char.IsAsciiDigit))
        await view.ReferredToAsync(query.Text);
    var found = await view.SearchAsync(query);
    if (found.Total == 0)
        await view.SearchHelpAsync(query);
}

static async Task FillAsync(RegisterDatabase register, int records)
{
    var writer = new RegisterWriter(register);
    var there = (await register.For(Reader.Staff).CountsAsync()).Where(pair => pair.Key != "organisation").Sum(pair => pair.Value);
    if (there == 0)
        await writer.SaveAsync([.. Enumerable.Range(0, Texts.Organisations).Select(Texts.Organisation)]);
    var begun = Stopwatch.StartNew();
    foreach (var batch in Enumerable.Range(there + 1, Math.Max(0, records - there)).Chunk(500))
        await writer.SaveAsync([.. batch.Select(Texts.Record)]);
    Console.WriteLine($"{Math.Max(0, records - there):N0} records saved in {begun.Elapsed.TotalSeconds:N0} s");
}
