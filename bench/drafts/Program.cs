using System.Diagnostics;
using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Goldthread.Rules;

// A form of thirty sections: saving all of them at once, saving one, and checking.
// Usage: dotnet run -c Release --project bench/drafts [--database "Host=…"] [--rounds 200]
const int Sections = 30;
const int Warm = 150;
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;
var rounds = int.Parse(Option("--rounds", "200"), CultureInfo.InvariantCulture);
var folder = Directory.CreateTempSubdirectory("goldthread-drafts-bench-").FullName;
try
{
    var register = new RegisterDatabase(folder, Option("--database", "") is { Length: > 0 } given ? given : null);
    await register.MigrateAsync();
    var people = new PeopleService(register);
    var joined = await people.JoinAsync(new Joining($"{Guid.NewGuid():N}@example.org", "Sample officer", "Policy officer", null, [new Holding(Role.Officer, null, people.Today)]), "bench");
    var officer = (await people.StandingAsync(joined.Person!.Value))!;
    var drafts = new DraftService(register);
    var (rules, problem) = RulesFolder.Load();
    var loaded = rules ?? throw new InvalidOperationException(problem);
    var documents = loaded.Reader();
    var reviews = new DraftReviews(_ => Task.FromResult(new DraftRulesNow(loaded.Book, documents, loaded.Names)));
    var fields = DraftForm.Fields.Where(field => field.Kind is DraftFieldKind.Text or DraftFieldKind.Line).Take(Sections).ToList();
    var draft = (await drafts.StartAsync("mayors-office", Filled(0), officer)).Draft!.Value;

    Console.WriteLine($"{register.Dialect.Name}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; {fields.Count} sections, {Filled(0).Texts.Values.Sum(text => text.Length):N0} characters");
    Console.WriteLine($"{"milliseconds",-30}{"median",10}{"p95",10}{"slowest",10}{"processor",12}");
    await MeasureAsync("save all sections", i => SaveAsync(i, fields));
    await MeasureAsync("save one section", i => SaveAsync(i, fields.Take(1)));
    await MeasureAsync("read the draft", _ => drafts.FindAsync(draft, officer));
    var completed = (await reviews.OfAsync(Filled(0), "PCD 9001", people.Today, CancellationToken.None)).Decision;
    await MeasureAsync("  of which: write", i => Task.FromResult(DraftDecision.Write(Filled(i), "PCD 9001")));
    await MeasureAsync("  of which: read its texts", i => Task.FromResult(documents.Complete(DraftDecision.Write(Filled(i), "PCD 9001").Decision)));
    await MeasureAsync("  of which: the checks", _ => Task.FromResult(Goldthread.Core.Diagnostics.Checks.Run(completed with { DateSigned = people.Today }, loaded.Book)));
    await MeasureAsync("check", i => reviews.OfAsync(Filled(i), "PCD 9001", people.Today, CancellationToken.None));

    async Task SaveAsync(int round, IEnumerable<DraftField> which)
    {
        var now = (await drafts.FindAsync(draft, officer))!;
        var text = Filled(round + 1);
        var saved = await drafts.SaveAsync(draft, which.ToDictionary(field => field.Name, field => (text[field.Name], now.VersionOf(field.Name)), StringComparer.Ordinal), officer);
        if (saved.Fault is not null || saved.Fields.Values.Any(field => field.Lost))
            throw new InvalidOperationException("Not everything was saved.");
    }

    DraftContent Filled(int round) => fields.Aggregate(DraftContent.Empty.With("money", "2026/27|250000.00|Community safety fund|excluded"), (some, field) => some.With(field.Name, field switch
    {
        { Kind: DraftFieldKind.Line } => string.Create(CultureInfo.InvariantCulture, $"Lighting in park {round}"),
        { Name: "recommendations" } => string.Create(CultureInfo.InvariantCulture, $"1. Approve spending of £250,{round % 1000:000} in 2026/27 under paragraph 4.8 of the Scheme of Consent and Delegation.\n2. Approve the procurement strategy."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The parks are lit at a cost of £250,{round % 1000:000} in 2026/27.\n\n") + string.Join("\n\n", Enumerable.Range(1, 8).Select(i => i == 1
            ? $"Section 3(6) of the Police Reform and Social Responsibility Act 2011 says what is done, for whom, and what it costs; PCD {i} set aside £{i}0,000 for the year 2026/27."
            : $"Paragraph {i} says what is done, for whom, and how those who live near the parks were asked; the work begins when the days grow short, and ends before the spring of the year after it.")),
    }));

    async Task MeasureAsync(string what, Func<int, Task> act)
    {
        for (var i = 0; i < Warm; i++)
            await act(i);
        var took = new List<double>();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await act(i + Warm);
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / rounds;
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30}{took[took.Count / 2],10:N1}{took[(int)(took.Count * 0.95)],10:N1}{took[^1],10:N1}{used,12:N1}"));
    }
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
