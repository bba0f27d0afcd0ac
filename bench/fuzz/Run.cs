using System.Diagnostics;
using System.Globalization;
using Goldthread.Reading.Tests.Fuzzing;

namespace Goldthread.Fuzz;

/// <summary>A run over many inputs: hands stretches of them to workers and notes each that is done, so that the next run goes on.</summary>
internal sealed class Run
{
    private const int Stretch = 10_000;

    /// <summary>What the garbage collector may use: with the program itself, a worker stays under 512 MB.</summary>
    private const string HeapLimit = "0x17000000";

    private const int MostMemory = 512;

    private readonly string state;
    private readonly int seed;
    private readonly long inputs;
    private readonly string done;
    private readonly Dictionary<long, Counts> stretches = [];
    private readonly Queue<long> waiting = new();

    /// <summary>Takes the folder in which the run is kept; it belongs to one seed and one corpus.</summary>
    public Run(string state, int seed, long inputs)
    {
        this.state = Directory.CreateDirectory(state).FullName;
        this.seed = seed;
        this.inputs = inputs;
        done = Path.Combine(state, $"done-seed-{seed}-corpus-{FuzzCorpus.Load().Fingerprint}.txt");
        foreach (var parts in File.Exists(done) ? File.ReadLines(done).Select(line => line.Split('\t')) : [])
        {
            stretches[long.Parse(parts[0], CultureInfo.InvariantCulture)] = Counts.Parse(parts.AsSpan(1));
        }

        for (var from = 0L; from < inputs; from += Stretch)
        {
            if (!stretches.ContainsKey(from))
            {
                waiting.Enqueue(from);
            }
        }
    }

    /// <summary>Goes through the inputs that are left; exit status 1 where any, now or before, failed.</summary>
    public async Task<int> GoAsync(int workers)
    {
        Console.WriteLine($"seed {seed}, {Path.GetFileName(done)}: {Total().Inputs:N0} of {inputs:N0} inputs done before");
        await Task.WhenAll(Enumerable.Range(0, workers).Select(number => Task.Run(() => WorkAsync(new WorkerFolder(state, number)))));
        var total = Total();
        Console.WriteLine(Say(total));
        return total.Failures > 0 || total.Memory > MostMemory ? 1 : 0;
    }

    private static string Say(Counts counts) => string.Create(CultureInfo.InvariantCulture,
        $"{counts.Inputs:N0} inputs: {counts.Read:N0} read, {counts.Inputs - counts.Read:N0} refused by name or failed, {counts.Failures:N0} failed; slowest {counts.Slowest:N0} ms of processor time, most memory {counts.Memory} MB");

    private Counts Total()
    {
        lock (stretches)
        {
            return stretches.Values.Aggregate(new Counts(0, 0, 0, 0, 0), (sum, one) => sum.Plus(one));
        }
    }

    private async Task WorkAsync(WorkerFolder worker)
    {
        while (Next() is { } from)
        {
            var counts = await StretchAsync(worker, from, Math.Min(inputs, from + Stretch));
            lock (stretches)
            {
                stretches[from] = counts;
                // A stretch cut short by the end of the run is done again by a longer one.
                if (counts.Inputs == Stretch)
                {
                    File.AppendAllText(done, $"{from}\t{counts.Write()}\n");
                }
            }

            Console.WriteLine(Say(Total()));
        }
    }

    private long? Next()
    {
        lock (waiting)
        {
            return waiting.TryDequeue(out var from) ? from : null;
        }
    }

    /// <summary>A stretch; an input that ends its worker is kept and stepped over.</summary>
    private async Task<Counts> StretchAsync(WorkerFolder worker, long from, long to)
    {
        var counts = new Counts(0, 0, 0, 0, 0);
        while (from < to)
        {
            var status = await StartAsync(worker, from, to);
            if (status == 0)
            {
                return counts.Plus(Counts.Parse(File.ReadAllText(worker.Counts).Split('\t')));
            }

            var before = (await File.ReadAllTextAsync(worker.At)).Split('\t');
            var at = long.Parse(before[0], CultureInfo.InvariantCulture);
            WorkerFolder.Keep(state, FuzzInput.Make(FuzzCorpus.Load(), seed, at), at, status == 124 ? "hangs" : $"the process ended with {status}");
            counts = counts.Plus(Counts.Parse(before.AsSpan(1))).Plus(new Counts(1, 0, 1, 0, 0));
            from = at + 1;
        }

        return counts;
    }

    private async Task<int> StartAsync(WorkerFolder worker, long from, long to)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, string.Create(CultureInfo.InvariantCulture, $"--state {state} --worker {worker.Number} --seed {seed} --from {from} --to {to}"))
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or 124))
        {
            await File.AppendAllTextAsync(Path.Combine(state, "deaths.txt"), $"{from}: {errors[..Math.Min(errors.Length, 4000)]}\n");
        }

        return process.ExitCode;
    }
}
