using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A recommendation and what it asks for: sums and kinds of act.</summary>
internal sealed partial record Ask(int Index, string Text, IReadOnlyList<Sum> Sums, IReadOnlySet<Act> Acts)
{
    /// <summary>Whether it asks to spend, to contract or to award a grant.</summary>
    public bool IsForMoney => Acts.Overlaps([Act.Spending, Act.Contract, Act.Grant]);

    /// <summary>What the recommendations of a decision ask for. One that only notes, or only accepts money, asks for nothing.</summary>
    public static IReadOnlyList<Ask> Of(Decision decision) =>
        [.. decision.Recommendations.Select((one, i) => Of(Passage.Cut(one.Text), i))];

    private static Ask Of(string text, int index)
    {
        var asked = OnlyNotes().IsMatch(text) || (OnlyAccepts().IsMatch(text) && !Spends().IsMatch(text)) ? "" : text;
        var sums = Sum.In(asked).Where(sum => !IsLimit(asked, sum)).ToList();
        return new Ask(index, text, sums, Kinds(asked, sums.Count > 0));
    }

    private static HashSet<Act> Kinds(string text, bool hasSums)
    {
        var acts = new HashSet<Act>();
        void Add(Act act, bool holds)
        {
            if (holds)
            {
                acts.Add(act);
            }
        }

        Add(Act.Spending, hasSums || Spends().IsMatch(text));
        Add(Act.Contract, Contracts().IsMatch(text));
        Add(Act.Grant, Grants().IsMatch(GrantedPowers().Replace(text, " ")));
        Add(Act.Policy, Policies().IsMatch(SpendingStrategies().Replace(text, " ")));
        return acts;
    }

    // "contracts below £50,000" and "to the value of £499,000 or less" name a limit, not what is asked for.
    private static bool IsLimit(string text, Sum sum) =>
        LimitBefore().IsMatch(text[Math.Max(0, sum.Start - 40)..sum.Start]) || LimitAfter().IsMatch(text[sum.End..Math.Min(text.Length, sum.End + 40)]);

    [GeneratedRegex(@"^\W*(?:that\s+)?(?:(?:the\s+)?[\w\s,]{0,60}?\b(?:is|are)\s+(?:asked|recommended|requested|invited)\s+to\s+)?(?:that\s+)?(?:to\s+)?(?:the\s+(?:dmpc|pcc|commissioner|deputy mayor|board)\s+)?(?:notes?|acknowledges?|receives?\s+(?:the|this)\s+report|have\s+(?:due\s+)?regard|takes?\s+note)\b(?!.*\b(?:and|to)\s+(?:approve|agree|authorise|award)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyNotes();

    [GeneratedRegex(@"\b(?:accept|receive|receipt of|bid for|apply for|application for|submit)\w*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyAccepts();

    [GeneratedRegex(@"\b(?:expenditure|spend(?:ing)?|payments?|purchase|invest(?:ment)?|award(?:s|ing)?|allocat\w+|commit(?:ment of)? (?:of )?(?:funds|funding))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spends();

    [GeneratedRegex(@"\b(?:contracts?|procure\w*|tender(?:s|ing)?|call[- ]off|suppliers?|framework agreements?)\b(?!\s+(?:management|standing orders|regulations|register))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contracts();

    [GeneratedRegex(@"\b(?:approv\w+|award\w*|mak(?:e|es|ing)|pay\w*|provi\w+|giv(?:e|es|ing)|enter\w*|issu\w+|releas\w+|agree\w*|allocat\w+|authori\w+|fund\w*|commit\w*|extend\w*|extension|of)\b[^.;]{0,100}?\bgrants?\b|\bgrant[- ](?:award|fund(?:ing)?|agreement|payment)s?\b|\bgrants?\s+(?:of|totalling|to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grants();

    [GeneratedRegex(@"\bgrants?\s+(?:delegated|delegation|authority|permission|approval|consent|an?\s+(?:extension|exemption|waiver|licence|lease))\b|\b(?:home office|ministry of justice|moj|government|central|core)\s+grant\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GrantedPowers();

    [GeneratedRegex(@"\b(?:approv\w+|issu(?:e|ing)|adopt\w*|publi(?:sh\w*|cation)|launch\w*|agree\w*|endors\w+|refresh\w*)\b[^.;]{0,120}?\b(?:strategy|strategies|police and crime plan|policy|policies|annual report|strategic (?:plan|framework))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Policies();

    [GeneratedRegex(@"\b(?:procurement|commissioning|tender|contract(?:ing)?|sourcing|investment|exit|treasury management|reserves)\s+strateg(?:y|ies)\b|\bstrategy\s+for\s+the\s+award\b|\b(?:as part of|to support|delivery of|deliver|implement\w*|under|in line with|in support of|towards|within)\s+(?:the\s+|its\s+|our\s+)?[\w\s]{0,60}?(?:strategy|plan|policy)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpendingStrategies();

    [GeneratedRegex(@"\b(?:below|under|less than|threshold of|limit of|each (?:under|below))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LimitBefore();

    [GeneratedRegex(@"^\s*(?:\([^)]*\)\s*)?(?:or|and)\s+(?:less|below|under|lower)\b|^\s*(?:threshold|limit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LimitAfter();
}
