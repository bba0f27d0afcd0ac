using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>References of other decisions that the document names.</summary>
internal static partial class RelatedDecisions
{
    public static IReadOnlyList<Ref<Decision>> Read(string? own, IReadOnlyList<Unit> units, Layouts layouts, Places places)
    {
        var like = own is null ? null : References.Like(own);
        var letters = string.Concat((own ?? "").TakeWhile(char.IsAsciiLetter));
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Bare(own ?? "") };
        var related = new List<Ref<Decision>>();
        foreach (var found in units.SelectMany(unit => In(unit.Everything, like, letters)))
        {
            if (known.Add(Bare(found.Text)) && !(own ?? "").StartsWith(found.Text, StringComparison.OrdinalIgnoreCase))
            {
                related.Add(new Ref<Decision>(places.Put($"/relatedDecisions/{related.Count}", found)));
            }
        }

        return related;
    }

    private static IEnumerable<Passage> In(Passage passage, Regex? like, string letters)
    {
        var isLike = like is not null && passage.Text.Contains(letters, StringComparison.Ordinal);
        if (!passage.HasDigits || (!isLike && !passage.Text.Contains("ecision", StringComparison.Ordinal)))
        {
            return [];
        }

        var found = Cited.Matches(passage.Text).Select(match => (match.Groups["reference"].Index, match.Groups["reference"].Length));
        if (isLike)
        {
            found = found.Concat(like!.Matches(passage.Text).Select(Inner));
        }

        // Of two that begin in one place, the longer is the reference.
        return found.Where(place => place.Length > 0).OrderBy(place => place.Index).ThenByDescending(place => place.Length).DistinctBy(place => place.Index).Select(place => passage.Slice(place.Index, place.Length));
    }

    /// <summary>The reference itself, without the character on either side that bounds it.</summary>
    private static (int Index, int Length) Inner(Match match)
    {
        var start = char.IsLetterOrDigit(match.Value[0]) ? 0 : 1;
        var end = match.Length;
        while (end > start && !char.IsLetterOrDigit(match.Value[end - 1]))
        {
            end--;
        }

        return (match.Index + start, end - start);
    }

    private static string Bare(string reference) => new([.. reference.Where(char.IsLetterOrDigit)]);

    [GeneratedRegex(@"\b[Dd]ecisions?\s(form\s|notice\s|number\s|reference\s|record\s|report\s|paper\s|no\.?\s|ref\.?\s|refs\.?\s)?(?<reference>[A-Z]{2,8}([/\-. ]{1,2}([A-Z]{1,6}|[0-9]{1,6})){0,3}?[/\-. ]{0,2}[0-9]{1,6}([/\-][0-9]{1,6}){0,3})\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Cited { get; }
}
