using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Goldthread.Core.Pathways.Engine;

/// <summary>The inner loops: unions and counts over sets of a block's profiles.</summary>
/// <remarks>
/// A set is so many words at an offset of the arena's first word. Its length is a multiple of
/// <see cref="Layout.WordsPerStride"/>, so there is never a remainder. Where the processor has 512-bit
/// vectors they are used, else whatever <see cref="Vector{T}"/> has (256 or 128 bits, or plain words).
/// </remarks>
internal static class Bits
{
    /// <summary>result = before ∪ (mask ∩ (every plain source ∪ every guarded source ∩ its guard)).</summary>
    /// <param name="arena">The arena's first word.</param>
    /// <param name="words">The length of a set.</param>
    /// <param name="result">Where the result goes.</param>
    /// <param name="before">What is in it already.</param>
    /// <param name="mask">What may be added.</param>
    /// <param name="plain">Offsets of sets.</param>
    /// <param name="guarded">Offsets of sets and their guards, in turn.</param>
    /// <returns>Whether the result has more than <paramref name="before"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Union(
        ref ulong arena, int words, int result, int before, int mask, ReadOnlySpan<int> plain, ReadOnlySpan<int> guarded)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Union512(ref arena, words, result, before, mask, plain, guarded);
        }
        var changed = Vector<ulong>.Zero;
        for (var at = 0; at < words; at += 4 * Vector<ulong>.Count)
        {
            var (a, b, c, d) = (Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero);
            foreach (var source in plain)
            {
                a |= Load(ref arena, source + at, 0);
                b |= Load(ref arena, source + at, 1);
                c |= Load(ref arena, source + at, 2);
                d |= Load(ref arena, source + at, 3);
            }
            for (var i = 0; i < guarded.Length; i += 2)
            {
                var (source, guard) = (guarded[i] + at, guarded[i + 1] + at);
                a |= Load(ref arena, source, 0) & Load(ref arena, guard, 0);
                b |= Load(ref arena, source, 1) & Load(ref arena, guard, 1);
                c |= Load(ref arena, source, 2) & Load(ref arena, guard, 2);
                d |= Load(ref arena, source, 3) & Load(ref arena, guard, 3);
            }
            changed |= Merge(ref arena, a, result + at, before + at, mask + at, 0)
                | Merge(ref arena, b, result + at, before + at, mask + at, 1)
                | Merge(ref arena, c, result + at, before + at, mask + at, 2)
                | Merge(ref arena, d, result + at, before + at, mask + at, 3);
        }
        return changed != Vector<ulong>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Union512(
        ref ulong arena, int words, int result, int before, int mask, ReadOnlySpan<int> plain, ReadOnlySpan<int> guarded)
    {
        var changed = Vector512<ulong>.Zero;
        for (var at = 0; at < words; at += 32)
        {
            var (a, b, c, d) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            foreach (var source in plain)
            {
                a |= Load512(ref arena, source + at, 0);
                b |= Load512(ref arena, source + at, 1);
                c |= Load512(ref arena, source + at, 2);
                d |= Load512(ref arena, source + at, 3);
            }
            for (var i = 0; i < guarded.Length; i += 2)
            {
                var (source, guard) = (guarded[i] + at, guarded[i + 1] + at);
                a |= Load512(ref arena, source, 0) & Load512(ref arena, guard, 0);
                b |= Load512(ref arena, source, 1) & Load512(ref arena, guard, 1);
                c |= Load512(ref arena, source, 2) & Load512(ref arena, guard, 2);
                d |= Load512(ref arena, source, 3) & Load512(ref arena, guard, 3);
            }
            changed |= Merge512(ref arena, a, result + at, before + at, mask + at, 0)
                | Merge512(ref arena, b, result + at, before + at, mask + at, 1)
                | Merge512(ref arena, c, result + at, before + at, mask + at, 2)
                | Merge512(ref arena, d, result + at, before + at, mask + at, 3);
        }
        return changed != Vector512<ulong>.Zero;
    }

    /// <summary>The number of profiles in a set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Count(ReadOnlySpan<ulong> set)
    {
        var count = 0L;
        foreach (var word in set)
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    /// <summary>The number of profiles in one set and not in the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long CountWithout(ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        var count = 0L;
        for (var i = 0; i < set.Length && i < other.Length; i++)
        {
            count += BitOperations.PopCount(set[i] & ~other[i]);
        }
        return count;
    }

    /// <summary>The number of profiles in both sets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long CountBoth(ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        var count = 0L;
        for (var i = 0; i < set.Length && i < other.Length; i++)
        {
            count += BitOperations.PopCount(set[i] & other[i]);
        }
        return count;
    }

    /// <summary>result = set ∩ other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void And(Span<ulong> result, ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < result.Length; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(set[i..]) & new Vector<ulong>(other[i..])).CopyTo(result[i..]);
        }
    }

    /// <summary>result = set without other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Without(Span<ulong> result, ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < result.Length; i += Vector<ulong>.Count)
        {
            Vector.AndNot(new Vector<ulong>(set[i..]), new Vector<ulong>(other[i..])).CopyTo(result[i..]);
        }
    }

    /// <summary>result = result ∪ set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Or(Span<ulong> result, ReadOnlySpan<ulong> set)
    {
        for (var i = 0; i < result.Length; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(result[i..]) | new Vector<ulong>(set[i..])).CopyTo(result[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Load(ref ulong arena, int offset, int lane) =>
        Vector.LoadUnsafe(ref arena, (nuint)(offset + (lane * Vector<ulong>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Merge(ref ulong arena, Vector<ulong> sum, int result, int before, int mask, int lane)
    {
        var old = Load(ref arena, before, lane);
        var merged = old | (sum & Load(ref arena, mask, lane));
        merged.StoreUnsafe(ref arena, (nuint)(result + (lane * Vector<ulong>.Count)));
        return merged ^ old;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Load512(ref ulong arena, int offset, int lane) =>
        Vector512.LoadUnsafe(ref arena, (nuint)(offset + (lane * 8)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Merge512(ref ulong arena, Vector512<ulong> sum, int result, int before, int mask, int lane)
    {
        var old = Load512(ref arena, before, lane);
        var merged = old | (sum & Load512(ref arena, mask, lane));
        merged.StoreUnsafe(ref arena, (nuint)(result + (lane * 8)));
        return merged ^ old;
    }
}
