using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A strategy or plan that goes by different years in two places.</summary>
/// <remarks>
/// The same name with years that overlap is one thing named twice. Years that only follow each other
/// (2017-21, 2021-25) are an old plan and a new one.
/// </remarks>
internal static partial class NamedYears
{
    private const int Most = 300;

    public static IEnumerable<Finding> Disagreeing(IReadOnlyList<Passage> passages)
    {
        var spans = passages.SelectMany(passage => YearSpan.In(passage.Text).Concat(YearSpan.Single(passage.Text)).Select(span => (passage, span))).ToList();
        if (!MayDisagree(spans))
        {
            yield break;
        }

        var head = Titled(passages);
        var named = spans.Select(one => (one.passage, one.span, name: Name.Of(one.span.Before, head))).Where(one => one.name is not null).Take(Most).ToList();
        var told = new List<YearSpan>();
        for (var i = 0; i < named.Count; i++)
        {
            var (passage, span, name) = named[i];
            var other = named.Take(i).FirstOrDefault(earlier => Disagree(earlier.passage, earlier.span, span) && earlier.name!.IsSame(name!));
            var agreesElsewhere = named.Take(i).Any(earlier => earlier.span.Same(span) && earlier.name!.IsSame(name!));
            if (other.span is not null && !agreesElsewhere && !told.Exists(span.Same))
            {
                told.Add(span);
                yield return new("GT1007", $"“{name!.Words} {span.Quote}” disagrees with “{other.name!.Words} {other.span.Quote}” elsewhere. Expected the same years for the same thing.", passage.Pointer, span.Quote);
            }
        }
    }

    // Names are looked for only where any two of the years would disagree, whatever they are the years of.
    private static bool MayDisagree(List<(Passage Passage, YearSpan Span)> spans)
    {
        var different = spans.DistinctBy(one => (one.Span.First, one.Span.Last, one.Passage.Pointer == "/title")).Take(Most).ToList();
        return different.Count == Most || different.Exists(one => different.Exists(other => Disagree(one.Passage, one.Span, other.Span)));
    }

    // The title names what the decision is about, whatever kind of thing that is: its last word before the years.
    private static string? Titled(IReadOnlyList<Passage> passages) =>
        passages.FirstOrDefault(passage => passage.Pointer == "/title") is { } title && YearSpan.In(title.Text) is [{ IsOneYear: false } span] ? Name.LastWord(span.Before) : null;

    // A single financial year differs from place to place as a matter of course; only the title's is a name.
    private static bool Disagree(Passage where, YearSpan earlier, YearSpan later) =>
        earlier.IsSingle || later.IsSingle
            ? where.Pointer == "/title" && earlier.IsSingle && later.IsSingle && !earlier.Same(later)
        : earlier.IsOneYear || later.IsOneYear
            ? where.Pointer == "/title" && earlier.IsOneYear && later.IsOneYear && !earlier.Same(later) && AnnualThing().IsMatch(where.Text)
        : !earlier.Same(later) && earlier.Overlaps(later);

    [GeneratedRegex(@"\b(?:annual|report|budget|statement|precept|accounts)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnnualThing();

    private sealed partial record Name(string Words, string Head, IReadOnlyList<string> Rest)
    {
        private const int Longest = 9;

        private static readonly HashSet<string> Thin = new(StringComparer.OrdinalIgnoreCase)
        {
            "the", "a", "an", "and", "of", "for", "in", "to", "on", "its", "their", "our", "his", "new", "draft", "final", "refreshed",
            "mopac", "mayor", "mayors", "london", "londons", "pcc", "opcc", "commissioner", "commissioners", "s",
        };

        public static string? LastWord(string before) => Token().Matches(Joint().Replace(before, "")) is [.., var last] && char.IsLetter(last.Value[0]) ? last.Value : null;

        public static Name? Of(string before, string? head)
        {
            var words = Token().Matches(Joint().Replace(before, "")).TakeLast(Longest).Select(token => token.Value).ToList();
            var stop = Enumerable.Range(0, words.Count).LastOrDefault(i => Stop().IsMatch(words[i]) && !(i > 0 && i + 1 < words.Count && Supported(words[i - 1], words[i], words[i + 1])), -1);
            var sentence = words[(stop + 1)..];
            return sentence.Count > 0 && !sentence.Exists(word => Earlier().IsMatch(word)) && (Thing().IsMatch(sentence[^1]) || sentence[^1].Equals(head, StringComparison.OrdinalIgnoreCase))
                ? new Name(string.Join(' ', sentence), sentence[^1].ToLowerInvariant().TrimEnd('s'), [.. sentence.SkipLast(1).Where(word => !Thin.Contains(word.Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)))])
                : null;
        }

        // "Victim support navigators": no verb where it has neither "to" before it nor an article after it.
        private static bool Supported(string before, string word, string after) =>
            word.Equals("support", StringComparison.OrdinalIgnoreCase) && !Thin.Contains(before) && !Thin.Contains(after) && char.IsLetter(before[0])
            && !before.Equals("will", StringComparison.OrdinalIgnoreCase);

        public bool IsSame(Name other) =>
            Head == other.Head && (Holds(Rest, other.Rest) || Holds(other.Rest, Rest) || Shortens(Rest, other.Rest) || Shortens(other.Rest, Rest));

        private static bool Holds(IReadOnlyList<string> all, IReadOnlyList<string> some) =>
            some.Count > 0 && some.All(word => all.Contains(word, StringComparer.OrdinalIgnoreCase));

        // VAWG is short for Violence Against Women and Girls.
        private static bool Shortens(IReadOnlyList<string> shorter, IReadOnlyList<string> longer) =>
            shorter is [.., var last] && last.Length > 1 && last.All(char.IsUpper)
            && string.Concat(longer.Select(word => char.ToUpperInvariant(word[0]))).EndsWith(last, StringComparison.Ordinal);

        [GeneratedRegex(@"(?:\b(?:for|period|the|years?|from|covering|of|in)\b\s*|[(\[,:–—-]\s*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Joint();

        [GeneratedRegex(@"[\w'’&]+|[.,;:()]", RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Token();

        [GeneratedRegex(@"^(?:[.,;:()]|issue|approve|publish|adopt|agree|issuing|approving|deliver|delivering|within|with|by|from|under|support|launch)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Stop();

        [GeneratedRegex(@"^(?:previous|former|old|last|earlier|preceding|outgoing)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Earlier();

        [GeneratedRegex(@"^(?:strategy|plan|programme|framework|policy|charter|budget|report|statement|services?|project|scheme|fund|pilot|contracts?|grants?|partnership|campaigns?|agreement|review|objectives|priorities|accounts)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Thing();
    }
}
