using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The title names what is asked for with its years, and the summary or a recommendation gives it another period.</summary>
/// <remarks>
/// "Wardens: Grant Agreement 2023-25" and "a grant agreement with the Trust for the period 2023-2026". The words of
/// the title must stand before the years in the same sentence, and no other plan or strategy just before them.
/// </remarks>
internal static partial class TitleYears
{
    private const int Words = 2;

    public static IEnumerable<Finding> Disagreeing(DecisionCase one)
    {
        if (one.Decision.Title is not { } title || YearSpan.In(Passage.Cut(title)) is not [{ IsOneYear: false } span] || Named(span) is not { } name)
        {
            return [];
        }

        return
            from place in Places(one)
            from sentence in place.Sentences
            from given in YearSpan.In(sentence)
            where !given.Same(span) && given.Overlaps(span) && IsItsPeriod(given, name)
            select new Finding("GT1007", string.Create(CultureInfo.InvariantCulture, $"{given.Quote} is given for what the title calls “{name} {span.Quote}”. Expected the same years for the same thing."), place.Pointer, given.Quote);
    }

    private static IEnumerable<Passage> Places(DecisionCase one) =>
        one.Passages.Where(passage => passage.Pointer == "/executiveSummary" || passage.Pointer.StartsWith("/recommendations/", StringComparison.Ordinal));

    // The last words of the title before its years, such as "Grant Agreement"; one word alone is too little to know a thing by.
    private static string? Named(YearSpan span)
    {
        var words = Word().Matches(Joint().Replace(span.Before, "")).TakeLast(Words).Select(word => word.Value).ToList();
        return words.Count == Words && Thing().IsMatch(words[^1]) && char.IsUpper(words[0][0]) ? string.Join(' ', words) : null;
    }

    private static bool IsItsPeriod(YearSpan given, string name)
    {
        var before = Period().Match(given.Before) is { Success: true } period ? given.Before[..period.Index] : null;
        var at = before?.LastIndexOf(name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && !Earlier().IsMatch(before![..at]) && !Another().IsMatch(before[(at + name.Length)..]) && YearSpan.In(before[at..]).Count == 0;
    }

    [GeneratedRegex(@"[\w'’]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:\b(?:for|period|the|years?|from|covering|of|in)\b\s*|[(\[,:–—-]\s*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:strategy|plan|programme|framework|policy|services?|project|scheme|fund|pilot|contracts?|grants?|partnership|campaign|agreements?|licence|lease|funding)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Thing();

    [GeneratedRegex(@"[\s,(]+(?:(?:for|over|covering|during|in)\s+(?:the\s+)?(?:period|term|(?:financial\s+)?years)(?:\s+(?:of|from))?|(?:for|over|covering|during|from))\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(?:previous|existing|current|earlier|old|former|original|last|next|replac\w+|follow\w*)\s+(?:\w+\s+){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:strategy|plan|framework|policy|budget|programme|evaluation|review|report|data|figures|which|that|whose)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Another();
}
