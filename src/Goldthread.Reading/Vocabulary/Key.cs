using System.Text;

namespace Goldthread.Reading.Vocabulary;

/// <summary>The form in which words are compared: lower case, no punctuation, single spaces, <c>&amp;</c> as "and".</summary>
internal static class Key
{
    public static string Of(ReadOnlySpan<char> words)
    {
        var key = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == '&')
            {
                Space(key).Append("and ");
            }
            else if (letter is not ('\'' or '’' or '‘' or '*'))
            {
                Space(key);
            }
        }

        return key.ToString().TrimEnd();
    }

    private static StringBuilder Space(StringBuilder key) =>
        key.Length > 0 && key[^1] != ' ' ? key.Append(' ') : key;
}
