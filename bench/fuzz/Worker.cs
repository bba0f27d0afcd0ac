using System.Diagnostics;
using System.Globalization;
using System.Text;
using Goldthread.Reading;
using Goldthread.Reading.Tests.Fuzzing;

namespace Goldthread.Fuzz;

/// <summary>The files by which a worker says how far it is.</summary>
internal sealed record WorkerFolder(string State, int Number)
{
    /// <summary>Which input it is at, and what it counted before: what is to blame where the worker dies.</summary>
    public string At => Path.Combine(State, $"worker-{Number}.at");

    /// <summary>What it counted when it ended.</summary>
    public string Counts => Path.Combine(State, $"worker-{Number}.counts");

    /// <summary>Keeps an input that failed, and says why.</summary>
    public static void Keep(string state, FuzzInput input, long index, string fault)
    {
        var folder = Directory.CreateDirectory(Path.Combine(state, "failures")).FullName;
        var name = Path.Combine(folder, index.ToString(CultureInfo.InvariantCulture));
        File.WriteAllBytes(name + Path.GetExtension(input.Name), input.Bytes);
        File.WriteAllText(name + ".why", fault + "\n");
    }
}

/// <summary>What a stretch of inputs came to.</summary>
/// <param name="Inputs">How many were tried.</param>
/// <param name="Read">How many of them were read; the others were refused by name.</param>
/// <param name="Failures">How many broke what must hold.</param>
/// <param name="Slowest">The most processor time that one took, in milliseconds.</param>
/// <param name="Memory">The most memory that the process had resident, in megabytes.</param>
internal sealed record Counts(long Inputs, long Read, long Failures, double Slowest, long Memory)
{
    /// <summary>Both together.</summary>
    public Counts Plus(Counts other) => new(Inputs + other.Inputs, Read + other.Read, Failures + other.Failures, Math.Max(Slowest, other.Slowest), Math.Max(Memory, other.Memory));

    /// <summary>As a line of numbers.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Inputs}\t{Read}\t{Failures}\t{Slowest:F0}\t{Memory}");

    /// <summary>From a line of numbers.</summary>
    public static Counts Parse(ReadOnlySpan<string> parts) => new(
        long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture),
        double.Parse(parts[3], CultureInfo.InvariantCulture), long.Parse(parts[4], CultureInfo.InvariantCulture));
}

/// <summary>Reads inputs one after the other in a process of its own, whose memory is bounded and whose death is noticed.</summary>
internal static class Worker
{
    /// <summary>Processor time of the thread that reads, so that a busy machine blames no input.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>After so much processor time an input hangs and its process is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>After so long by the clock as well: something is waited for that does not come.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(15);

    private const int OneAgainIn = 10;

    private const int MostMemory = 512;

    private static long begun;
    private static long begunTicks;
    private static long most;

    public static int Run(WorkerFolder folder, int seed, long from, long to)
    {
        var corpus = FuzzCorpus.Load();
        var judge = new FuzzJudge(Path.Combine(AppContext.BaseDirectory, "rules"));
        using var at = new FileStream(folder.At, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var clock = new ThreadClock();
        using var watch = new Timer(_ => EndWhereItHangs(clock), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var counts = new Counts(0, 0, 0, 0, 0);
        for (var index = from; index < to; index++)
        {
            at.Position = 0;
            at.Write(Encoding.ASCII.GetBytes($"{index}\t{counts.Write()}\t\n"));
            counts = counts.Plus(Try(folder.State, judge, FuzzInput.Make(corpus, seed, index), index, clock));
        }

        File.WriteAllText(folder.Counts, counts.Plus(new Counts(0, 0, 0, 0, Resident())).Write());
        return 0;
    }

    private static Counts Try(string state, FuzzJudge judge, FuzzInput input, long index, ThreadClock clock)
    {
        var (outcome, fault) = ((ReadOutcome?)null, (string?)null);
        var before = clock.Used;
        Interlocked.Exchange(ref begunTicks, before.Ticks);
        Interlocked.Exchange(ref begun, Stopwatch.GetTimestamp());
        var spent = TimeSpan.Zero;
        try
        {
            outcome = judge.Read(input);
            spent = clock.Used - before;
            fault = judge.Fault(input, outcome, again: index % OneAgainIn == 0);
        }
        catch (Exception problem)
        {
            fault = $"{problem.GetType().Name}: {problem.Message} {problem.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Goldthread", StringComparison.Ordinal))?.Trim()}";
        }

        fault ??= Resident() is var now && now > MostMemory && Interlocked.Exchange(ref most, now) <= MostMemory ? $"memory: {now} MB" : null;
        fault ??= spent > Longest ? $"slow: {spent.TotalSeconds:F1} s" : null;
        if (fault is not null)
        {
            WorkerFolder.Keep(state, input, index, fault);
        }

        return new Counts(1, outcome is ReadOutcome.Read ? 1 : 0, fault is null ? 0 : 1, spent.TotalMilliseconds, 0);
    }

    private static void EndWhereItHangs(ThreadClock clock)
    {
        var since = Interlocked.Read(ref begun);
        var used = clock.Used - TimeSpan.FromTicks(Interlocked.Read(ref begunTicks));
        if (since != 0 && (used > Patience || Stopwatch.GetElapsedTime(since) > LongPatience))
        {
            Environment.Exit(124);
        }
    }

    /// <summary>The most that was resident, in megabytes, as Linux counts it.</summary>
    private static long Resident()
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal)) : null;
        return line is null ? Process.GetCurrentProcess().PeakWorkingSet64 >> 20 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }
}
