using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields;

/// <summary>Takes apart a line of a signed block that holds several labels, each with its value.</summary>
internal sealed class SignedLine(Layouts layouts)
{
    private const int LongestLine = 160;
    private static readonly string[] Groups = ["label.signature", "label.printedName", "label.date", "label.dateSigned", "label.decisionMakerRole"];

    /// <summary>The line cut before each further label of a signed block: <c>Signed: Ann Lee Date: 3 May 2019</c>.</summary>
    public IReadOnlyList<Passage> Stretches(Passage words)
    {
        if (WithoutColon(words) is { } dateLabel)
        {
            return [words.UpTo(dateLabel), words.From(dateLabel)];
        }

        var first = words.Length <= LongestLine ? words.Text.IndexOf(':') : -1;
        if (first < 0 || !IsLabel(words.Text.AsSpan(0, first)))
        {
            return [words];
        }

        var stretches = new List<Passage>();
        var start = 0;
        for (var colon = words.Text.IndexOf(':', first + 1); colon > 0; colon = words.Text.IndexOf(':', colon + 1))
        {
            if (LabelBefore(words.Text, colon, Math.Max(start, first) + 1) is { } at)
            {
                stretches.Add(words.Slice(start, at - start));
                start = at;
            }
        }

        stretches.Add(words.From(start));
        return stretches;
    }

    /// <summary>Where the date's label begins in a line that has a signature before it and no colons, as in <c>Signature Ann Lee Date 3/5/2019</c>; null in any other line.</summary>
    private int? WithoutColon(Passage words)
    {
        if (words.Length is 0 or > LongestLine || words.Text.Contains(':', StringComparison.Ordinal) || words.Text.IndexOf(' ') is not (> 0 and var space) || !IsLabel(words.Text.AsSpan(0, space))
            || Dates.First(words) is not { } date || !words.Text.EndsWith(date.Where.Text, StringComparison.Ordinal))
        {
            return null;
        }

        var before = words.Text.AsSpan(0, words.Length - date.Where.Length).TrimEnd();
        var at = before.LastIndexOf(' ') + 1;
        return at > space + 1 && layouts["label.date"].MatchKey(Key.Of(before[at..])) ? at : null;
    }

    private bool IsLabel(ReadOnlySpan<char> words)
    {
        var key = Key.Of(words);
        return Array.Exists(Groups, group => layouts[group].MatchKey(key));
    }

    /// <summary>Where a label of up to three words begins that ends at the colon; null where none does.</summary>
    private int? LabelBefore(string text, int colon, int after)
    {
        var at = colon;
        int? found = null;
        for (var word = 0; word < 3 && at > after; word++)
        {
            at = text.LastIndexOf(' ', at - 1, at - after);
            if (at < 0)
            {
                break;
            }

            found = char.IsUpper(text[at + 1]) && IsLabel(text.AsSpan(at + 1, colon - at - 1)) ? at + 1 : found;
        }

        return found;
    }
}
