using Goldthread.Reading;
using Goldthread.Readings;
using Goldthread.Rules;
using Goldthread.Tests.Program;

namespace Goldthread.Tests.Readings;

/// <summary>Many files: in the order they were named, a few at a time.</summary>
public sealed class FileReaderTests
{
    private static readonly DocumentReader Reader = RulesFolder.Load(Path.Combine(ProseTests.Root, "rules")).Rules!.Reader();

    [Fact]
    public async Task ReadAll_FilesOfUnlikeLength_ComeInTheOrderNamed()
    {
        using var files = new TestFolder();
        var paths = Enumerable.Range(0, 60)
            .Select(number => files.Write($"{number}.txt", string.Concat(Enumerable.Repeat($"Line {number} of the park.\n", number % 3 == 0 ? 400 : 1)))).ToList();

        var read = new List<string>();
        await foreach (var file in FileReader.ReadAll(paths, Reader, TestContext.Current.CancellationToken))
            read.Add(file.Path);

        Assert.Equal(paths, read);
    }

    /// <summary>What lies far ahead is not opened yet: it can still be taken away, and is then missed.</summary>
    [Fact]
    public async Task ReadAll_ManyFiles_ReadsOnlyAFewAhead()
    {
        using var files = new TestFolder();
        var paths = Enumerable.Range(0, 200).Select(number => files.Write($"{number}.txt", "The cat sat on the mat.")).ToList();
        var outcomes = new List<ReadOutcome>();

        await foreach (var file in FileReader.ReadAll(paths, Reader, TestContext.Current.CancellationToken))
        {
            outcomes.Add(file.Outcome);
            if (outcomes.Count == 1)
                File.Delete(paths[^1]);
        }

        Assert.All(outcomes.SkipLast(1), outcome => Assert.IsType<ReadOutcome.Read>(outcome));
        Assert.Equal("not-found", Assert.IsType<ReadOutcome.Failed>(outcomes[^1]).Code);
    }
}
