using System.Runtime.InteropServices;

namespace Goldthread.Core.Pathways.Engine;

/// <summary>One worker's sets of profiles, side by side in one piece of memory, so that a set is an offset.</summary>
/// <remarks>
/// The two sets that everything needs come first: <see cref="Nobody"/> and <see cref="Everybody"/>.
/// Sets are taken in order and given back all at once, down to a mark.
/// </remarks>
internal sealed class Arena
{
    private const int LineWords = 8;
    private ulong[] _words;
    private int _origin;
    private int _used;

    public Arena(int setWords)
    {
        SetWords = setWords;
        (_words, _origin) = Allocate(64 * setWords);
        Nobody = Take();
        Everybody = Take();
        this[Nobody].Clear();
    }

    /// <summary>The words of one set.</summary>
    public int SetWords { get; }

    /// <summary>The empty set.</summary>
    public int Nobody { get; }

    /// <summary>The set of all profiles of the block.</summary>
    public int Everybody { get; }

    /// <summary>The words in use.</summary>
    public int Mark => _used;

    /// <summary>The first word; good until the next <see cref="Take"/>.</summary>
    public ref ulong Origin => ref _words[_origin];

    /// <summary>The set at an offset; good until the next <see cref="Take"/>.</summary>
    public Span<ulong> this[int offset] => _words.AsSpan(_origin + offset, SetWords);

    /// <summary>Room for one more set; what is in it is left over from before.</summary>
    public int Take()
    {
        var offset = _used;
        _used += SetWords;
        if (_used > _words.Length - LineWords)
        {
            Grow();
        }
        return offset;
    }

    /// <summary>Gives back all that was taken since the mark.</summary>
    public void GiveBack(int mark) => _used = mark;

    /// <summary>The set before and, as far as the mask goes, a union; the same set where that adds nobody.</summary>
    /// <param name="before">The set before.</param>
    /// <param name="mask">What may be added.</param>
    /// <param name="plain">Sets of the union.</param>
    /// <param name="guarded">Sets of the union that count only within another, in turn.</param>
    public int Join(int before, int mask, List<int> plain, List<int> guarded)
    {
        if (plain.Count + guarded.Count == 0)
        {
            return before;
        }
        var result = Take();
        var changed = Bits.Union(
            ref Origin, SetWords, result, before, mask, CollectionsMarshal.AsSpan(plain), CollectionsMarshal.AsSpan(guarded));
        if (changed)
        {
            return result;
        }
        GiveBack(result);
        return before;
    }

    private void Grow()
    {
        var (words, origin) = Allocate(checked(2 * _words.Length));
        _words.AsSpan(_origin, _used - SetWords).CopyTo(words.AsSpan(origin));
        (_words, _origin) = (words, origin);
    }

    /// <summary>Words that stay where they are, the first one used on the edge of a cache line.</summary>
    private static (ulong[] Words, int Origin) Allocate(int length)
    {
        var words = GC.AllocateUninitializedArray<ulong>(length, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(words, 0);
        return (words, (int)((64 - (address & 63)) & 63) / sizeof(ulong));
    }
}
