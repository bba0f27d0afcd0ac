using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Totals that a sentence takes apart ("£600,000 as follows: …") or puts together ("… giving a total of £600,000").</summary>
internal static partial class StatedParts
{
    // How far the words that make a sum a total may stand from it.
    private const int Reach = 80;

    // No paragraph takes apart more totals.
    private const int Most = 100;

    public static IEnumerable<WrongTotal> Wrong(string text)
    {
        var sums = Sum.In(text);
        return sums.Count < 3 ? [] : TakenApart(text, sums).Concat(PutTogether(text, sums));
    }

    private static IEnumerable<WrongTotal> TakenApart(string text, IReadOnlyList<Sum> sums)
    {
        foreach (var cue in Cue().Matches(text).Take(Most))
        {
            var total = sums.LastOrDefault(sum => sum.End <= cue.Index);
            if (total is null || SentenceEnd().IsMatch(text[total.End..cue.Index]) || IsLabel(text, total, cue))
            {
                continue;
            }

            total = Whole(text, sums, total);
            var parts = Parts(text, sums, cue.Index + cue.Length);
            if (parts.Count >= 2 && Disagree(total, parts, isWeak: cue.Groups["weak"].Success && !SaysAll(text, total, cue, parts)) && !IsEnough(cue, total, parts))
            {
                yield return new(total, parts);
            }
        }
    }

    // A colon after words of a later item names that item: "£330,000 for staff; the charity: £40,000 …".
    private static bool IsLabel(string text, Sum total, Match cue) =>
        cue.Value == ":"
        && (IsEntry(text, total, cue)
            || (text.AsSpan(total.End, cue.Index - total.End).IndexOfAny(';', '\n', '•') is >= 0 and var end
                && text.AsSpan(total.End + end + 1, cue.Index - total.End - end - 1).IndexOfAnyExcept(" \n•–-;") >= 0));

    // "North College: £212,000 in 2025/26 South College: £164,000 …": entries of a list, set one after the other. Only a sum named as the total has parts.
    private static bool IsEntry(string text, Sum total, Match cue) =>
        text.AsSpan(0, total.Start).TrimEnd().EndsWith(":") && !TotalBefore().IsMatch(Before(text, total)) && text[total.End..cue.Index].Any(char.IsUpper);

    // "The cost of £620,000, which is £200,000 this year and £420,000 next, is met as follows: …" takes the whole apart, not its last share.
    private static Sum Whole(string text, IReadOnlyList<Sum> sums, Sum last)
    {
        var before = sums.Where(sum => sum.End <= last.Start && !SentenceEnd().IsMatch(text[sum.End..last.Start])).ToList();
        return before.Count > 1 && before.Skip(1).Append(last).Sum(sum => sum.Pounds) == before[0].Pounds ? before[0] : last;
    }

    // "The total of £90,000: £50,000 for one and £30,000 for two" names all parts; "of which" need not.
    private static bool SaysAll(string text, Sum total, Match cue, List<Sum> parts) =>
        cue.Value is ":" or "("
        && (TotalBefore().IsMatch(Before(text, total)) || LastAnd().IsMatch(text[parts[^2].End..parts[^1].Start]));

    // What a sum is met from may hold more than is taken out of it; only too little is a fault, and only where the last source is named.
    private static bool IsEnough(Match cue, Sum total, List<Sum> parts) => cue.Groups["pot"].Success && parts.Sum(part => part.Pounds) > total.Pounds;

    private static List<Sum> Parts(string text, IReadOnlyList<Sum> sums, int from)
    {
        var until = ListEnd(text, from);
        var parts = sums.Where(sum => sum.Start >= from && sum.End <= until && !TotalBefore().IsMatch(text[Math.Max(from, sum.Start - Reach)..sum.Start])).ToList();
        var outside = parts.Where(sum => !InBrackets(text, from, sum)).ToList();
        return Partial().IsMatch(text[from..until]) ? [] : outside.Count >= 2 ? outside : parts;
    }

    // A list after a colon runs on over the lines that follow while they hold sums; words in a sentence end with it.
    private static int ListEnd(string text, int from)
    {
        var isList = text[..from].TrimEnd().EndsWith(':') || text[from..].TrimStart(' ') is [':' or '\n', ..];
        for (var start = from; ;)
        {
            var line = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            var sentence = MidSentence().Match(text, start, line - start);
            var end = sentence.Success ? sentence.Index : line;
            if (start > from && !text[start..end].Contains('£', StringComparison.Ordinal))
            {
                return start;
            }

            if (!isList || sentence.Success || line == text.Length)
            {
                return end;
            }

            start = line + 1;
        }
    }

    private static bool InBrackets(string text, int from, Sum sum)
    {
        var before = text[from..sum.Start];
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }

    private static bool Disagree(Sum total, List<Sum> parts, bool isWeak)
    {
        var difference = parts.Sum(part => part.Pounds) - total.Pounds;
        var tolerance = total.Unit > parts.Max(part => part.Unit) && total.Unit > 1 ? total.Unit / 2 : 0;
        if (Math.Abs(difference) <= tolerance || parts.Exists(part => part.Pounds > total.Pounds))
        {
            return false;
        }

        // "of which" may leave out a part; not one that is smaller than all those named.
        return !isWeak || difference > 0 || -difference <= parts.Min(part => part.Pounds);
    }

    private static IEnumerable<WrongTotal> PutTogether(string text, IReadOnlyList<Sum> sums)
    {
        foreach (var total in sums.Where(sum => IsTogether(text, sum)))
        {
            var start = Math.Max(
                text.LastIndexOfAny(['\n', ';'], total.Start) + 1,
                SentenceEnd().Matches(text[..total.Start]).Select(end => end.Index + end.Length).DefaultIfEmpty(0).Max());
            var parts = sums.Where(sum => sum.Start >= start && sum.End <= total.Start).ToList();
            if (parts.Count >= 2 && !Partial().IsMatch(text[start..total.Start]) && !Cue().IsMatch(text[parts[0].Start..parts[1].Start]) && Disagree(total, parts, isWeak: false))
            {
                yield return new(total, parts);
            }
        }
    }

    private static bool IsTogether(string text, Sum sum) =>
        ((Together().IsMatch(Before(text, sum)) || InAll().IsMatch(After(text, sum))) && !Compared().IsMatch(After(text, sum)))
        || (OverYears().IsMatch(After(text, sum)) && Restated().IsMatch(Before(text, sum)));

    private static string Before(string text, Sum sum) => text[Math.Max(0, sum.Start - Reach)..sum.Start];

    private static string After(string text, Sum sum) => text[sum.End..Math.Min(text.Length, sum.End + Reach)];

    [GeneratedRegex(@"\b(?:as follows|compris(?:ing|es?|ed of)|composed of|made up of|makes? up|consist(?:s|ing) of|(?:to be |is |are |will be )?(?:broken down|split|divided|apportioned|allocated|distributed|profiled)(?:\s+(?:as|into|between|across|among|over|to|by))?|break(?:s|ing)? down|namely|(?<weak>of which|being|with)|(?<weak>(?<pot>(?:funded|met|financed|paid for|covered)\s+(?:by|from|through|out of))))\b|(?<=(?:^|[.;:]\s|\n)(?-i:Of) (?:the |this |that )?(?:total |overall )?£[0-9][0-9,.]{0,12}(?:k|m|bn)?)(?<weak>,)(?=\s)|(?<weak>:)(?=\s*(?:[•–-]\s*)?(?:£|\w))|(?<=[0-9kmn]\s?)(?<weak>\()(?=[^()]*£[^()]*£[^()]*\))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cue();

    [GeneratedRegex(@"(?:\b(?:(?:giving|making|bringing|to give|to make|which (?:gives|makes)|for)\s+(?:(?:a|an|the|up|overall|combined|grand)\s+){0,3}total(?:\s+(?:cost|value|sum|award|spend|expenditure|budget|funding|investment))?\s+(?:of|to)|which totals|totalling|totaling|add(?:s|ing)? up to|amount(?:s|ing)? to|com(?:es?|ing) to|which together make|together mak(?:e|ing))|[,(–—-]\s*(?:(?:a|an|the|overall|combined|grand)\s+){0,2}total(?:\s+(?:cost|value|sum))?(?:\s+of|\s+is|:)?|[,(–—-]\s*(?:together|altogether|in all|in total),?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();

    [GeneratedRegex(@"^\s*(?:in (?:all|total)|altogether)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InAll();

    [GeneratedRegex(@"^\s*over (?:the )?(?:(?:two|three|four|five|[2-5]) years|(?:whole |full )?(?:period|term))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OverYears();

    [GeneratedRegex(@"(?:[0-9]\s*[,(–—]|\b(?:making|or|that is),?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Restated();

    [GeneratedRegex(@"^\s*(?:in total\s+|in all\s+)?(?:more|less|over|above|below|higher|lower|under)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"\band\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastAnd();

    [GeneratedRegex(@"\b(?:total(?:s|ling)?|overall|altogether)\b[^£\n]{0,25}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalBefore();

    [GeneratedRegex(@"\b(?:includ\w+|such as|e\.g\.|for example|among(?:st)? (?:others|them)|remain\w*|balance|the rest|residual|per|each|annum|annually|p\.?a\.?|a year|monthly|weekly|hourly|daily|between £|minus|less|underspend|net of|compared|instead|option|saving\w*|match(?:ed)? fund\w*|previous\w*|already|increas\w*|reduc\w*|up from|down from|originally|approximately|around|about|over £|nearly|plus VAT)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Partial();

    [GeneratedRegex(@"[.!?](?:\s+(?=[A-Z“""])|\s*$|\n)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[.!?]\s+(?=[A-Z“""])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MidSentence();
}
