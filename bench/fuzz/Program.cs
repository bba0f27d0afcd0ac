using System.Globalization;
using Goldthread.Fuzz;
using Goldthread.Reading.Tests.Fuzzing;

// Reads mutated documents for as long as it is let, and goes on where it was. Seed and index name an input.
// Usage: dotnet run -c Release --project bench/fuzz -- --inputs 1000000 --state FOLDER [--seed 1] [--workers 2]
//        dotnet run -c Release --project bench/fuzz -- --show INDEX [--seed 1] > input
var seed = int.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
if (Option("--show") is { } shown)
{
    var input = FuzzInput.Make(FuzzCorpus.Load(), seed, long.Parse(shown, CultureInfo.InvariantCulture));
    using var output = Console.OpenStandardOutput();
    output.Write(input.Bytes);
    Console.Error.WriteLine(input.Name);
    return 0;
}

if (Option("--state") is not { } state)
{
    Console.Error.WriteLine("usage: fuzz --inputs COUNT --state FOLDER [--seed NUMBER] [--workers NUMBER], or fuzz --show INDEX [--seed NUMBER]");
    return 2;
}

if (Option("--worker") is { } worker)
{
    return Worker.Run(new WorkerFolder(state, int.Parse(worker, CultureInfo.InvariantCulture)), seed, long.Parse(Option("--from")!, CultureInfo.InvariantCulture), long.Parse(Option("--to")!, CultureInfo.InvariantCulture));
}

var inputs = long.Parse(Option("--inputs") ?? "10000", CultureInfo.InvariantCulture);
var workers = int.Parse(Option("--workers") ?? Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
return await new Run(Path.GetFullPath(state), seed, inputs).GoAsync(workers);

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
