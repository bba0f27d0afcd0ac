namespace Goldthread.Core.Rules;

/// <summary>Finds a phrase of the rules in printed text as whole words, whatever the case, dashes and white space.</summary>
internal static class WordSearch
{
    /// <summary>Whether <paramref name="text"/> holds <paramref name="phrase"/> as whole words.</summary>
    public static bool Contains(string? text, string phrase) =>
        $" {Plain(text)} ".Contains($" {Plain(phrase)} ", StringComparison.Ordinal);

    /// <summary>Letters and digits in lower case, everything else as one space; an apostrophe is nothing.</summary>
    public static string Plain(string? text)
    {
        var plain = new char[text?.Length ?? 0];
        var length = 0;
        foreach (var c in text ?? "")
        {
            if (char.IsLetterOrDigit(c))
            {
                plain[length++] = char.ToLowerInvariant(c);
            }
            else if (c is not ('\'' or '’') && (length == 0 || plain[length - 1] != ' '))
            {
                plain[length++] = ' ';
            }
        }

        return plain.AsSpan(0, length).Trim().ToString();
    }
}
