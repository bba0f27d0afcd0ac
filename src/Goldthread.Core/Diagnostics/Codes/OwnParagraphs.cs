using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Paragraphs and sections of the document itself that are referred to and are not there.</summary>
internal static partial class OwnParagraphs
{
    // A section so many beyond the last may be meant for one of the document's own; a greater number is an Act's.
    private const int Near = 4;

    public static IEnumerable<Finding> Missing(DecisionCase one)
    {
        var there = Numbers(one);
        if (there.Count == 0)
        {
            yield break;
        }

        foreach (var passage in one.Passages)
        {
            foreach (var mention in Recommendation().Matches(passage.Text).Where(mention => IsMissing(one, mention)))
            {
                yield return new("GT1006", $"{mention.Value} is referred to, and there is no such recommendation. Expected the number of one that is there.", passage.Pointer, mention.Value);
            }

            foreach (var sentence in passage.Sentences.Where(sentence => Digits.In(sentence)))
            {
                foreach (var mention in Mention().Matches(sentence).Where(mention => IsOwn(one, there, sentence, mention, IsLegal(one, passage))))
                {
                    var number = mention.Groups["number"].Value;
                    if (!there.Contains(number))
                    {
                        yield return new("GT1006", $"{Capital(mention.Groups["kind"].Value)} {number} is referred to and is not in the document. Expected a number that stands in it.", passage.Pointer, mention.Groups["whole"].Value);
                    }
                }
            }
        }
    }

    private static HashSet<string> Numbers(DecisionCase one)
    {
        var there = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var paragraphs = one.Decision.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => paragraph.Number).Append(section.Number));
        foreach (var number in paragraphs.Concat(one.Decision.Recommendations.Select(ask => ask.Number)).OfType<string>())
        {
            var parts = number.Split('.');
            for (var depth = 1; depth <= parts.Length; depth++)
            {
                there.Add(string.Join('.', parts.Take(depth)));
            }
        }

        return there;
    }

    // In the legal section, "set out in section 8" speaks of an Act named before.
    private static bool IsLegal(DecisionCase one, Passage passage) =>
        one.Decision.Sections.Where((section, i) => section.Topic == Topic.Legal && passage.Pointer.StartsWith($"/sections/{i}/", StringComparison.Ordinal)).Any();

    private static bool IsOwn(DecisionCase one, HashSet<string> there, string sentence, Match mention, bool isLegal)
    {
        var number = mention.Groups["number"].Value;
        var after = sentence[(mention.Index + mention.Length)..];
        if (OwnAfter().IsMatch(after))
        {
            return true;
        }

        var isCited = one.Decision.Authorities.Any(authority => Cites(authority.Paragraph, number))
            || one.Decision.Statutes.Any(statute => Cites(statute.Provision, number));
        var isNear = !isLegal && int.TryParse(number, out var section) && one.Decision.Sections.Select(own => PrintedNumber.Leading(own.Number) ?? 0).DefaultIfEmpty(0).Max() is > 0 and var last && section <= last + Near && !IsHeaded(one.Document, number);
        var isParagraph = mention.Groups["kind"].Value.StartsWith('p') || mention.Groups["kind"].Value.StartsWith('P');
        var isSeen = !isParagraph && (See().IsMatch(sentence[..mention.Index]) || (isNear && SetOut().IsMatch(sentence[..mention.Index])));
        return !isCited && (isSeen || (isParagraph && (number.Contains('.', StringComparison.Ordinal) || (char.IsLetter(number[0]) && there.Any(IsLettered)))))
            && !Instrument().IsMatch(sentence) && !AnothersAfter().IsMatch(after) && !AnothersBefore().IsMatch(sentence[..mention.Index]);
    }

    // A block of the form may have a number too, and is no section.
    private static bool IsHeaded(string? document, string number) =>
        NumberedLine().Matches(document ?? "").Any(line => line.Groups["number"].Value == number);

    private static bool Cites(string? provision, string number)
    {
        var at = provision?.IndexOf(number, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && (at == 0 || !(char.IsAsciiDigit(provision![at - 1]) || provision[at - 1] == '.')) && (at + number.Length == provision!.Length || !char.IsAsciiDigit(provision[at + number.Length]));
    }

    // "C3": the third paragraph of section C, where the document counts so.
    private static bool IsLettered(string number) => number.Length > 1 && char.IsAsciiLetterUpper(number[0]) && char.IsAsciiDigit(number[1]);

    private static bool IsMissing(DecisionCase one, Match mention)
    {
        var numbers = one.Decision.Recommendations.Select(ask => ask.Number).OfType<string>().ToList();
        return numbers.Count > 0 && !numbers.Contains(mention.Groups["number"].Value, StringComparer.OrdinalIgnoreCase);
    }

    private static string Capital(string kind) => kind.StartsWith("s", StringComparison.OrdinalIgnoreCase) ? "Section" : "Paragraph";

    [GeneratedRegex(@"\b(?<whole>(?:(?<kind>para(?:graph)?s?\.?|sections?)\s+|(?<=\b(?:at|in|see|under)\s)(?<kind>)(?=[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?\s+(?:above|below)\b))(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|(?-i:[A-Z])[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}))\b(?!\.[0-9]|\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*(?:,\s*)?(?:above|below|of (?:this|the present) (?:report|paper|decision|document|form|request)|overleaf)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnAfter();

    [GeneratedRegex(@"\brecommendation\s+\(?(?<number>[0-9]{1,2}|[a-h]|[ivx]{1,4})\)?(?=\s+(?:above|below|of this (?:report|paper|decision|form|request)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Recommendation();

    [GeneratedRegex(@"\bsee(?:\s+also)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex See();

    [GeneratedRegex(@"\b(?:set out|described|explained|discussed|detailed|given|shown|summarised|covered|addressed)\s+(?:\w+ly\s+)?(?:in|at|under)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SetOut();

    [GeneratedRegex(@"^[ \t#*|]*(?<number>[0-9]{1,2})(?:\.0)?[.):]?[ \t|*]+\p{Lu}", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedLine();

    // Where one of these is spoken of, a paragraph is likelier its own than the document's.
    [GeneratedRegex(@"\b(?:scheme|act|schedule|code of|regulations?|standing orders?|convention|directive|constitution|delegations?|delegated|PCD|minutes|handbook|manual|statutory instrument|memorandum|lease|licence)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:of|in|to|under|within|from)\s+(?:the|that|its|their|our|his|her|an?|[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnothersAfter();

    [GeneratedRegex(@"\b(?:plan|strategy|policy|policies|framework|report|review|guidance|code|protocol|order|agreement|contract|charter|statement|terms of reference|terms and conditions|rules|decision)\b[^.;]{0,20}[\s(,]+(?:at|in|see|under)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnothersBefore();
}
