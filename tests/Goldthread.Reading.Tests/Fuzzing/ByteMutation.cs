namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>Changes bytes without knowing what they mean: flips, cuts, repeats, splices.</summary>
internal static class ByteMutation
{
    private static readonly byte[] Likely = " \n\r\t|-<>(£.&;:*_#0'\"\0\f\u001A\u0080ÿ"u8.ToArray();

    /// <summary>A few changes to the bytes, with pieces of another document.</summary>
    public static byte[] Mutate(byte[] bytes, byte[] other, Random random)
    {
        var list = new List<byte>(bytes);
        for (var times = random.Next(1, 8); times > 0 && list.Count > 2; times--)
        {
            Change(list, other, random);
        }

        return [.. list];
    }

    private static void Change(List<byte> list, byte[] other, Random random)
    {
        var at = random.Next(list.Count);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 12)), list.Count - at);
        switch (random.Next(8))
        {
            case 0:
                list[at] = (byte)random.Next(256);
                break;
            case 1:
                list[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                list.RemoveRange(at, length);
                break;
            case 3:
                list.InsertRange(random.Next(list.Count), list.GetRange(at, length));
                break;
            case 4 when other.Length > 0:
                var from = random.Next(other.Length);
                list.InsertRange(at, other[from..Math.Min(other.Length, from + length)]);
                break;
            case 5:
                list.RemoveRange(at, list.Count - at);
                break;
            case 6:
                list[at] = Likely[random.Next(Likely.Length)];
                break;
            default:
                list.InsertRange(at, Enumerable.Repeat(Likely[random.Next(Likely.Length)], Odd.Length(random)));
                break;
        }
    }
}
