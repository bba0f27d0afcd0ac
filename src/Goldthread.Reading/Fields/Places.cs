using Goldthread.Core.Readings;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>Where each leaf of a record came from, and where what is missing was expected.</summary>
internal sealed class Places(SourceText source)
{
    private readonly Dictionary<string, Place> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> expected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Passage> passages = new(StringComparer.Ordinal);

    /// <summary>From a pointer to the place of what is there.</summary>
    public IReadOnlyDictionary<string, Place> Found => found;

    /// <summary>From a pointer to the label or heading of what is missing.</summary>
    public IReadOnlyDictionary<string, Place> Expected => expected;

    /// <summary>Notes where a leaf came from and gives its words.</summary>
    public string Put(string pointer, Passage where)
    {
        if (!where.IsEmpty)
        {
            found[pointer] = source.PlaceOf(where.Start, where.End);
            passages[pointer] = where;
        }

        return where.Text;
    }

    /// <summary>Notes the label or heading at which something was expected.</summary>
    public void Expect(string pointer, Passage where)
    {
        if (!where.IsEmpty)
        {
            expected.TryAdd(pointer, source.PlaceOf(where.Start, where.End));
        }
    }

    /// <summary>The place of a finding: of the quoted words in the leaf, else of the leaf, else where it was expected, else the first line.</summary>
    public Place Of(string pointer, string? quote)
    {
        if (pointer.Length == 0 && quote is { Length: > 0 } && source.Value.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var start)
        {
            return source.PlaceOf(start, start + quote.Length);
        }

        if (quote is not null && passages.TryGetValue(pointer, out var passage)
            && passage.Text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at)
        {
            var part = passage.Slice(at, quote.Length);
            return part.IsEmpty ? found[pointer] : source.PlaceOf(part.Start, part.End);
        }

        for (var name = pointer; ; name = name[..Math.Max(0, name.LastIndexOf('/'))])
        {
            if (found.TryGetValue(name, out var place) || expected.TryGetValue(name, out place) || FirstUnder(name, out place))
            {
                return place;
            }

            if (name.Length == 0)
            {
                return new Place(1, 1, 1, 1);
            }
        }
    }

    private bool FirstUnder(string pointer, out Place place)
    {
        place = default;
        if (pointer.Length == 0)
        {
            return false;
        }

        var under = found.Where(entry => entry.Key.StartsWith(pointer + "/", StringComparison.Ordinal)).Select(entry => entry.Value).ToList();
        if (under.Count == 0)
        {
            return false;
        }

        place = under.MinBy(entry => (entry.Line, entry.Column));
        return true;
    }
}
