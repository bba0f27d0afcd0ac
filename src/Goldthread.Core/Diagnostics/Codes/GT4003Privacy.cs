using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Personal data is said to be used and no data protection impact assessment is mentioned.</summary>
internal static partial class GT4003Privacy
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Passages.Any(passage => Assessment().IsMatch(passage.Text)) || Assessment().IsMatch(one.Document ?? ""))
        {
            yield break;
        }

        foreach (var passage in one.Passages)
        {
            if (Sentences.Of(passage.Text).FirstOrDefault(SaysItIsUsed) is { } sentence)
            {
                yield return new("GT4003", "Personal data is said to be used and no data protection impact assessment is mentioned. Expected one, or why none is needed.", passage.Pointer, PersonalData().Match(sentence).Value);
                yield break;
            }
        }
    }

    private static bool SaysItIsUsed(string sentence) =>
        PersonalData().IsMatch(sentence) && Used().IsMatch(sentence) && !NotSaid().IsMatch(sentence) && !Law().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:data protection|privacy|data privacy|information)\s+impact\s+assessments?\b|\bDPIAs?\b|\bPIAs?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assessment();

    [GeneratedRegex(@"\b(?:personal(?:ly)?(?:[ -](?:and|or|identifi\w+|sensitive|special category|confidential),?)*[ -](?:data|information|details)|special[- ]category (?:personal )?data|sensitive (?:personal )?data|identifiable (?:data|information)|data subjects?|personal data)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonalData();

    [GeneratedRegex(@"\b(?:process\w*|collect\w*|shar(?:e|es|ed|ing)|hold\w*|held|us(?:e|es|ed|ing)|handl\w*|transfer\w*|stor(?:e|es|ed|ing)|record(?:ed|s|ing)|gather\w*|access\w*|receiv\w*|pass(?:ed|es|ing)?|involv\w*|contain\w*|includ\w*|provid\w*|analys\w*|match\w*|link\w*|exchang\w*|retain\w*|obtain\w*|control\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Used();

    // Denied, or said only for a case that may not come.
    [GeneratedRegex(@"\b(?:no|not|nor|neither|never|none|without|nil|cannot|don['’]t|won['’]t|isn['’]t|if|should|any|whether|may|might|could|would|unless|where|anonymi\w*|aggregated?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotSaid();

    [GeneratedRegex(@"\b(?:GDPR|Act|Regulations?|law|legislation|principles|article)\b[^.]{0,40}\b(?:requires?|governs?|sets? out|obliges?|provides? that|applies|defines?)\b|\b(?:training|guidance|policy|policies)\s+on\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Law();
}
