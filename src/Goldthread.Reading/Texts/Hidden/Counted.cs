namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Says how many there are of each thing: <c>2 insertions, 1 deletion</c>.</summary>
internal static class Counted
{
    /// <summary>The things of which there is at least one; null where there is none.</summary>
    public static string? List(params IEnumerable<(int Count, string One, string Many)> things)
    {
        var there = things.Where(thing => thing.Count > 0).Select(thing => Of(thing.Count, thing.One, thing.Many)).ToList();
        return there.Count == 0 ? null : string.Join(", ", there);
    }

    /// <summary>One thing with its number.</summary>
    public static string Of(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    /// <summary>How many words, of letters or digits, a text holds.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else
            {
                inside &= !char.IsWhiteSpace(letter);
            }
        }

        return words;
    }
}
