using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Personal data is said to be used and no data protection impact assessment is mentioned.</summary>
internal static partial class GT4003Privacy
{
    private const int Near = 70;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Passages.Any(each => Assessment().IsMatch(each.Text)) || Assessment().IsMatch(one.Document ?? ""))
        {
            yield break;
        }

        if (Said(one.Passages) is var (passage, words))
        {
            yield return new("GT4003", "Personal data is said to be used and no data protection impact assessment is mentioned. Expected one, or why none is needed.", passage.Pointer, words);
        }
    }

    /// <summary>Where it is said first that personal data is used, and the words; null where it is not.</summary>
    public static (Passage Passage, string Words)? Said(IReadOnlyList<Passage> passages)
    {
        foreach (var passage in passages)
        {
            if (passage.Sentences.Select(Said).FirstOrDefault(said => said is not null) is { } words)
            {
                return (passage, words);
            }
        }

        return null;
    }

    // Only what stands before the data and its use can deny it: "hold personal data and will not share it" says that it is held.
    private static string? Said(string sentence) =>
        !PersonalData().IsMatch(sentence) || Law().IsMatch(sentence) || AnsweredNo().IsMatch(sentence)
            ? null
            : PersonalData().Matches(sentence).FirstOrDefault(data => UsedBefore(sentence, data) || UsedAfter(sentence, data) || IsSaidToBe(sentence, data))?.Value;

    private static bool UsedBefore(string sentence, Match data)
    {
        var before = sentence[..(data.Index + data.Length)];
        return Used().IsMatch(sentence[Math.Max(0, data.Index - Near)..data.Index]) && !NotSaid().IsMatch(before);
    }

    // "The voice of a caller, which is personal data": what the decision handles is said to be such.
    private static bool IsSaidToBe(string sentence, Match data) =>
        IsA().IsMatch(sentence[Math.Max(0, data.Index - Near)..data.Index]) && !NotSaid().IsMatch(sentence[..data.Index]);

    private static bool UsedAfter(string sentence, Match data)
    {
        var use = IsUsed().Match(sentence, data.Index + data.Length);
        return use.Success && !NotSaid().IsMatch(sentence[..(use.Index + use.Length)]);
    }

    [GeneratedRegex(@"\b(?:data protection|privacy|data privacy|information)\s+impact\s+assessments?\b|\bDPIAs?\b|\bPIAs?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assessment();

    [GeneratedRegex(@"\b(?:personal(?:ly)?(?:[ -](?:and|or|identifi\w+|sensitive|special category|confidential),?)*[ -](?:data|information|details)|special[- ]category (?:personal )?data|biometric data|criminal offence data|sensitive (?:personal )?data|identifiable (?:data|information)|data subjects?|personal (?:data|records|files)|names(?: and|,) (?:home )?(?:addresses|contact details|dates of birth|telephone numbers)|(?:data|information|records|details) (?:on|about|relating to) (?:individual|named|identified|identifiable) \w+|data (?:on|about|relating to) individuals)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonalData();

    [GeneratedRegex(@"\b(?:process\w*|collect\w*|shar(?:e|es|ed|ing)|hold\w*|held|us(?:e|es|ed|ing)|handl\w*|transfer\w*|stor(?:e|es|ed|ing)|record(?:ed|s|ing)?|log(?:s|ged|ging)?|film(?:s|ed|ing)?|photograph\w*|collat\w*|migrat\w*|upload\w*|import\w*|view(?:s|ed|ing)?|read(?:s|ing)?|manag(?:e|es|ed|ing)|delet\w*|gather\w*|access\w*|receiv\w*|pass(?:ed|es|ing)?|involv\w*|contain\w*|includ\w*|provid\w*|analys\w*|match\w*|link\w*|exchang\w*|retain\w*|obtain\w*|control\w*|giv(?:e|es|en|ing)|keep\w*|kept|suppl(?:y|ies|ied|ying)|send\w*|sent|disclos\w*|publish\w*|tak(?:e|es|en|ing)|hand(?:ed|s|ing)?|need\w*|request\w*|ask(?:s|ed)? for|sets? out|captur\w*|captures|check\w*|combin\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Used();

    [GeneratedRegex(@"\G[^.;]{0,90}?\b(?:is|are|be|being|been|was|were)\s+(?:\w+ly\s+|then\s+|also\s+|not\s+)?(?:process|collect|shar|held|hold|us|handl|transfer|stor|record|logg|film|collat|migrat|upload|import|view|seen|read|manag|delet|gather|access|receiv|pass|involv|analys|match|link|exchang|retain|obtain|kept|taken|need|given|sent|suppl|disclos|captur|publish|check|combin|request)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsUsed();

    [GeneratedRegex(@"(?<!\bwhat )\b(?:is|are|counts? as|amounts? to|constitutes?|treated as|classed as|regarded as)\s+(?:(?:\w+ly|also|all|therefore|very|special category|sensitive|confidential|and)\s+){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsA();

    // A question of a form that is answered with no: "Personal data is used: No".
    [GeneratedRegex(@":\s*(?:no|none|nil|n/a|not applicable)\s*\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnsweredNo();

    // Denied, or said only for a case that may not come.
    [GeneratedRegex(@"\b(?:no|not|nor|neither|never|none|without|nil|cannot|don['’]t|won['’]t|isn['’]t|if|should|any|whether|may|might|could|unless|where\s+(?:necessary|appropriate|possible|relevant|applicable|required|personal|data|this|there|it)|anonymi\w*|aggregated?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotSaid();

    [GeneratedRegex(@"\b(?:GDPR|Act|Regulations?|law|legislation|principles|article)\b[^.]{0,40}\b(?:requires?|governs?|sets? out|obliges?|provides? that|applies|defines?)\b|\b(?:training|guidance|policy|policies)\s+on\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Law();
}
