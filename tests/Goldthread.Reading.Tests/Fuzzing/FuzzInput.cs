namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>A mutated input: a seed, an index and the corpus determine every byte of it.</summary>
internal sealed record FuzzInput(string Name, byte[] Bytes)
{
    /// <summary>A PDF is read by another program, which takes as long as a hundred other documents: one input in so many is one.</summary>
    public const int OnePdfIn = 200;

    /// <summary>Makes the input of an index.</summary>
    public static FuzzInput Make(FuzzCorpus corpus, int seed, long index)
    {
        var random = new Random(Mix(seed, index));
        var ending = random.Next(OnePdfIn) == 0 ? ".pdf" : random.Next(100) switch { < 40 => ".txt", < 78 => ".html", _ => ".docx" };
        var one = corpus.Pick(ending, random);
        var other = corpus.Pick(ending, random);
        var bytes = ending switch
        {
            ".docx" => WordMutation.Mutate(one, other, random),
            ".html" => HtmlMutation.Mutate(one.Bytes, other.Bytes, random),
            ".txt" => TextMutation.Mutate(one.Bytes, other.Bytes, random),
            _ => ByteMutation.Mutate(one.Bytes, other.Bytes, random),
        };
        var misnamed = random.Next(200) == 0 && ending != ".pdf";
        return new FuzzInput("input" + (misnamed ? (string[])[".txt", ".html", ".docx"] : [ending])[misnamed ? random.Next(3) : 0], bytes);
    }

    /// <summary>Spreads neighbouring indexes far apart (the finaliser of SplitMix64).</summary>
    private static int Mix(int seed, long index)
    {
        var z = unchecked(((ulong)(uint)seed << 40) + ((ulong)index * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return unchecked((int)(z ^ (z >> 31)));
    }
}
