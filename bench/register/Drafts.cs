using System.Diagnostics;
using System.Globalization;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Records;

namespace Goldthread.Register.Bench;

/// <summary>How long saving a draft takes: thirty fields by one officer, one field each by 200 at once, and beside it a single row written as durably.</summary>
internal static class Drafts
{
    private const int People = 200;
    private const int Words = 150;

    private static readonly IReadOnlyList<string> Fields = [.. DraftForm.Fields.Where(field => field.Kind is DraftFieldKind.Text or DraftFieldKind.Line).Select(field => field.Name).Take(30)];

    public static async Task RunAsync(RegisterDatabase register)
    {
        var service = new DraftService(register);
        var officers = Enumerable.Range(0, People).Select(i => new Standing { Person = Guid.NewGuid(), Name = $"Officer {i}", Office = "Policy officer", Grounds = [new Ground(Role.Officer, null)] }).ToList();
        var drafts = new List<Guid>();
        foreach (var officer in officers)
            drafts.Add((await service.StartAsync("bench", new DraftContent(DraftContent.Empty.Texts.AddRange(Fields.Select(field => KeyValuePair.Create(field, Text(field, 0))))), officer)).Draft!.Value);
        var versions = drafts.Select(_ => 1).ToList();

        Print("30 fields, one officer", await TimesAsync(200, async i =>
        {
            var at = i % drafts.Count;
            var changes = Fields.ToDictionary(field => field, field => (Text(field, i + 1), versions[at]));
            versions[at] = (await service.SaveAsync(drafts[at], changes, officers[at])).Fields.Values.Max(field => field.Version);
        }));
        Print("1 field of 30, one officer", await TimesAsync(200, i => SaveOneAsync(i % drafts.Count, i + 1000)));
        var atOnce = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            var times = await TimesAsync(10, i => SaveOneAsync(person, i + 2000));
            lock (atOnce)
                atOnce.AddRange(times);
        })));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Print($"1 field of 30, {People} at once, without a pause", atOnce);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",48} {atOnce.Count / seconds:N0} saves a second"));
        var paced = new List<double>();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            await Task.Delay(person * 5000 / People);
            for (var i = 0; i < 4; i++)
            {
                var times = await TimesAsync(1, _ => SaveOneAsync(person, i + 3000));
                lock (paced)
                    paced.AddRange(times);
                await Task.Delay(TimeSpan.FromSeconds(5));
            }
        })));
        Print($"1 field of 30, {People} officers, each every 5 seconds", paced);
        Print("beside it: one row changed and kept", await TimesAsync(200, async i => await service.WantAsync(drafts[i % drafts.Count], new DateOnly(2027, 1, 1).AddDays(i), officers[0])));

        async Task SaveOneAsync(int at, int turn)
        {
            var field = Fields[turn % Fields.Count];
            var found = (await service.FindAsync(drafts[at], officers[at]))!;
            var saved = await service.SaveAsync(drafts[at], new Dictionary<string, (string, int)>(StringComparer.Ordinal) { [field] = (Text(field, turn), found.VersionOf(field)) }, officers[at]);
            if (saved.Fields[field].Lost)
                throw new InvalidOperationException("A text was not saved.");
        }
    }

    private static string Text(string field, int turn) => DraftForm.Find(field)!.Kind == DraftFieldKind.Line
        ? $"{field} {turn}"
        : string.Join(' ', Enumerable.Range(0, Words).Select(i => $"word{(i * 7919) + turn}"));

    private static async Task<List<double>> TimesAsync(int runs, Func<int, Task> work)
    {
        var times = new List<double>(runs);
        for (var i = 0; i < runs; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await work(i);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {times[times.Count / 2],8:N1} ({times[0]:N1} to {times[^1]:N1}; 95th {times[times.Count * 95 / 100]:N1})"));
    }
}
