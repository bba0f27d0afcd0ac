using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>Splits a passage into its sentences.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations = ["no", "para", "paras", "e.g", "i.e", "approx", "ref", "st", "dr", "mr", "mrs", "ms", "cllr", "clr", "rev", "revd", "supt", "insp", "sgt", "prof", "hon", "ald", "s", "ss", "art", "reg", "sch", "inc", "etc", "vs", "v"];

    public static IEnumerable<Passage> In(Passage passage)
    {
        var text = passage.Text;
        var start = 0;
        for (var at = NextStop(text, 0); at < text.Length; at = NextStop(text, at + 1))
        {
            if (Ends(text, at, start))
            {
                yield return passage.Slice(start, at + 1 - start);
                start = at + 1;
            }
        }

        if (start < text.Length)
        {
            yield return passage.From(start);
        }
    }

    private static int NextStop(string text, int from) => text.AsSpan(from).IndexOfAny('.', '!', '?') is >= 0 and var offset ? from + offset : text.Length;

    /// <summary>The first sentence that a condition holds for, or null.</summary>
    public static Passage? Find(Passage passage, Func<string, bool> condition) =>
        In(passage).FirstOrDefault(sentence => condition(sentence.Text));

    private static bool Ends(string text, int at, int start)
    {
        if (text[at] is not ('.' or '!' or '?') || at + 2 >= text.Length)
        {
            return false;
        }

        var next = text[at + 1] is ')' or '”' or '"' or '’' ? at + 2 : at + 1;
        if (next + 1 >= text.Length || text[next] != ' ' || !(char.IsUpper(text[next + 1]) || char.IsDigit(text[next + 1]) || text[next + 1] is '(' or '“' or '"' or '£' or '‘'))
        {
            return false;
        }

        return text[at] != '.' || !IsAbbreviation(text, at, start);
    }

    private static bool IsAbbreviation(string text, int at, int start)
    {
        var word = at;
        while (word > start && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] != '(' && at - word < 12)
        {
            word--;
        }

        var letters = text[word..at];
        return (letters.Length == 1 && char.IsUpper(letters[0]))
            || Abbreviations.Contains(letters, StringComparer.OrdinalIgnoreCase);
    }
}
