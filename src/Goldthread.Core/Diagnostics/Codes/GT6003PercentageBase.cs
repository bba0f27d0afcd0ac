using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A percentage of people asked is given without how many were asked.</summary>
internal static partial class GT6003PercentageBase
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        foreach (var passage in one.Passages)
        {
            foreach (var sentence in passage.Sentences.Where(sentence => Digits.In(sentence) && Asked().IsMatch(sentence) && !Base().IsMatch(Percentage().Replace(sentence, " "))))
            {
                if (Percentage().Match(sentence) is { Success: true } share)
                {
                    yield return new("GT6003", $"{share.Value} is given without how many were asked. Expected the number beside it, such as “of 90 who answered”.", passage.Pointer, share.Value);
                }
            }
        }
    }

    [GeneratedRegex(@"\b[0-9]{1,3}(?:\.[0-9]+)?\s?(?:%|per ?cent\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\b(?:survey\w*|consultation|respond\w+|interview\w*|focus groups?|poll|questionnaires?|feedback)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();

    // A number that is not a year.
    [GeneratedRegex(@"\b(?!(?:19|20)[0-9][0-9]\b)[0-9]{1,3}(?:,[0-9]{3})*\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Base();
}
