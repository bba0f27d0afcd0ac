using Goldthread.Reading.Tests.Fuzzing;

namespace Goldthread.Reading.Tests;

/// <summary>Mutated documents: whatever the bytes, the file is read or refused by name, in time. <c>bench/fuzz</c> runs a million.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20220307;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly FuzzJudge Judge = new(Path.Combine(AppContext.BaseDirectory, "rules"));

    private static int Inputs => Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? 10_000 : 400;

    public static TheoryData<string> Found =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "documents", "fuzz", "found")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Read_MutatedDocuments_AreReadOrRefusedByNameInTime()
    {
        var corpus = FuzzCorpus.Load();
        for (var index = 0; index < Inputs; index++)
        {
            var input = FuzzInput.Make(corpus, Seed, index);

            var fault = Fault(input);

            Assert.True(fault is null, $"bench/fuzz --show {index} --seed {Seed} ({input.Name}): {fault}");
        }
    }

    /// <summary>Inputs that once broke the reader.</summary>
    [Theory, MemberData(nameof(Found))]
    public void Read_InputThatOnceFailed_IsReadOrRefusedByName(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "documents", "fuzz", "found", name));

        Assert.Null(Fault(new FuzzInput(name, bytes)));
    }

    [Fact]
    public void Make_SameSeedAndIndex_GivesTheSameInput()
    {
        var (one, two) = (FuzzCorpus.Load(), FuzzCorpus.Load());

        Assert.All(Enumerable.Range(0, 50), index => Assert.Equal(FuzzInput.Make(one, Seed, index).Bytes, FuzzInput.Make(two, Seed, index).Bytes));
    }

    /// <summary>Slow is what takes the processor long: a busy machine blames no input.</summary>
    private static string? Fault(FuzzInput input)
    {
        try
        {
            var clock = new ThreadClock();
            var before = clock.Used;
            var outcome = Judge.Read(input, TestContext.Current.CancellationToken);
            var used = clock.Used - before;
            return Judge.Fault(input, outcome, again: true) ?? (used < Longest ? null : $"slow: {used}");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return problem.ToString();
        }
    }
}
