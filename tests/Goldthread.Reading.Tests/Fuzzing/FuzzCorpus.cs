using System.IO.Compression;
using System.Security.Cryptography;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>A document that mutated inputs are made from.</summary>
/// <param name="Name">Its file name; the ending says how it is read.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record FuzzSeed(string Name, byte[] Bytes)
{
    /// <summary>The ending of its name, with the dot.</summary>
    public string Ending => Path.GetExtension(Name);

    /// <summary>The parts of a Word document's archive; empty for any other.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Parts { get; } = Path.GetExtension(Name) == ".docx" ? Unpack(Bytes) : [];

    private static List<(string Name, byte[] Bytes)> Unpack(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry =>
        {
            using var content = entry.Open();
            using var memory = new MemoryStream();
            content.CopyTo(memory);
            return (entry.FullName, memory.ToArray());
        })];
    }
}

/// <summary>The documents that mutated inputs are made from: the family, the sample and tiny ones made for this.</summary>
internal sealed class FuzzCorpus
{
    private readonly Dictionary<string, FuzzSeed[]> byEnding;

    private FuzzCorpus(IReadOnlyList<FuzzSeed> seeds)
    {
        byEnding = seeds.GroupBy(seed => seed.Ending, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var seed in seeds)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(seed.Name));
            hash.AppendData(seed.Bytes);
        }

        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Changes whenever a document does: a seed and an index name the same input as long as this is the same.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the corpus that stands beside the program; in the order of names, so that it is the same everywhere.</summary>
    public static FuzzCorpus Load() => new([.. ((string[])["family", "sample", "fuzz/seeds"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "documents", folder)))
        .Where(file => Path.GetExtension(file) is ".txt" or ".html" or ".docx" or ".pdf")
        .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal)
        .Select(file => new FuzzSeed(Path.GetFileName(file), File.ReadAllBytes(file)))]);

    /// <summary>A document of this ending.</summary>
    public FuzzSeed Pick(string ending, Random random) => byEnding[ending][random.Next(byEnding[ending].Length)];
}
