using System.Globalization;
using Goldthread.Reading;
using Goldthread.Reading.Bench;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;
using Goldthread.Readings;
using Goldthread.Rules;

// Reading beside pandoc's conversion to plain text, on the same web pages, and text documents per second on all cores.
// Usage: dotnet run -c Release --project bench/reading [--files 400] [--runs 7] [--text 2000]
var files = Number("--files", 400);
var runs = Number("--runs", 7);
var texts = Number("--text", 2000);
var rules = RulesFolder.Load().Rules ?? throw new InvalidOperationException("The rules have errors.");
var reader = rules.Reader();
var furniture = new FurnitureRules(rules.Layouts);
var hasPandoc = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pandoc")));
var program = Path.Combine(AppContext.BaseDirectory, "goldthread");
var work = Directory.CreateTempSubdirectory("goldthread-bench-").FullName;
try
{
    var pages = Corpus.Write(Directory.CreateDirectory(Path.Combine(work, "html")).FullName, ".html", files);
    var bytes = pages.Sum(path => new FileInfo(path).Length);
    Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
    Console.WriteLine($"{files:N0} web pages, {bytes / 1024:N0} KB: milliseconds of processor time, median of {runs} (fastest to slowest)");
    var (whole, json, text, pandoc, command) = (new Measured(), new Measured(), new Measured(), new Measured(), new Measured());
    // Turn by turn, so that what else the machine does falls on all alike; the first turn is not counted.
    for (var run = -1; run < runs; run++)
    {
        await Turn(run, whole, () => Each(pages, path => reader.Read(path, File.ReadAllBytes(path))));
        await Turn(run, json, () => Each(pages, path => reader.Read(path, File.ReadAllBytes(path)) is ReadOutcome.Read read ? ReadingJson.Write(path, read.Reading) : null));
        await Turn(run, text, () => Each(pages, path => HtmlText.Extract(Decoding.Decode(File.ReadAllBytes(path)), furniture, default)));
        if (run >= 0)
        {
            await command.AddProgramAsync(program, ["read", "--json", .. pages]);
            if (hasPandoc)
                await pandoc.AddProgramAsync("pandoc", ["-f", "html", "-t", "plain", .. pages]);
        }
    }

    Say("text alone (extraction)", text);
    Say("full reading: fields, places, diagnostics", whole);
    Say("the same, written as JSON", json);
    Say("goldthread read --json, the whole program with its start", command);
    if (hasPandoc)
        Say("pandoc -f html -t plain, the whole list at once", pandoc);
    else
        Console.WriteLine("pandoc is not here: apt-get install pandoc");
    if (hasPandoc)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pandoc costs {pandoc.Processor / whole.Processor:F1} times the full reading, {pandoc.Processor / command.Processor:F1} times the whole program"));

    var lines = Corpus.Write(Directory.CreateDirectory(Path.Combine(work, "txt")).FullName, ".txt", texts);
    var all = new Measured();
    for (var run = -1; run < runs; run++)
    {
        await Turn(run, all, async () =>
        {
            await foreach (var _ in FileReader.ReadAll(lines, reader, CancellationToken.None))
            {
            }
        });
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts:N0} text documents on all cores: {texts / all.Wall:N0} a second by the clock, {texts / all.Processor * Environment.ProcessorCount:N0} a second of processor time"));
}
finally
{
    Directory.Delete(work, true);
}

static async Task Turn(int run, Measured measured, Func<Task> work)
{
    if (run < 0)
        await work();
    else
        await measured.AddAsync(work);
}

static Task Each(IReadOnlyList<string> paths, Func<string, object?> read)
{
    foreach (var path in paths)
        read(path);
    return Task.CompletedTask;
}

static void Say(string what, Measured measured) => Console.WriteLine($"{what,-60} {measured,28}");

static string Processor() => File.Exists("/proc/cpuinfo")
    ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
    : "unknown processor";

int Number(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
