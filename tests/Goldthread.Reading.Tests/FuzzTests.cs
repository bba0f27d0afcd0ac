using System.Diagnostics;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests;

/// <summary>Mutated documents: whatever the bytes, an outcome comes back in time.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20220307;
    private const int Rounds = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Read_MutatedDocuments_NeverThrowsNorHangs()
    {
        var random = new Random(Seed);
        var corpus = Family.All.Where(document => !document.File.EndsWith(".pdf", StringComparison.Ordinal))
            .Select(document => (document.File, Bytes: File.ReadAllBytes(document.File))).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var (file, bytes) = corpus[random.Next(corpus.Count)];
            var mutated = Mutate(bytes, corpus[random.Next(corpus.Count)].Bytes, random);
            var clock = Stopwatch.StartNew();

            var outcome = Support.Documents.Reader.Read(file, mutated, TestContext.Current.CancellationToken);

            Assert.True(clock.Elapsed < Longest, $"seed {Seed}, round {round}: {clock.Elapsed}");
            if (outcome is ReadOutcome.Read { Reading: var reading })
            {
                Assert.DoesNotContain(ReadingJson.Write("x", reading, provenance: true), letter => letter == '\0');
            }
        }
    }

    private static byte[] Mutate(byte[] bytes, byte[] other, Random random)
    {
        var list = bytes.ToList();
        for (var times = random.Next(1, 8); times > 0 && list.Count > 2; times--)
        {
            var at = random.Next(list.Count);
            var length = Math.Min(random.Next(1, 200), list.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    list[at] = (byte)random.Next(256);
                    break;
                case 1:
                    list.RemoveRange(at, length);
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, length));
                    break;
                case 3:
                    list.InsertRange(at, other.Skip(random.Next(other.Length)).Take(length));
                    break;
                case 4:
                    list.RemoveRange(at, list.Count - at);
                    break;
                default:
                    list.InsertRange(at, Enumerable.Repeat((byte)" \n|-<(£.\t\0"[random.Next(10)], random.Next(1, 500)));
                    break;
            }
        }

        return [.. list];
    }
}
