using Goldthread.Core.Decisions;
using Goldthread.Site;

namespace Goldthread.Pages.Public.Decisions;

/// <summary>The words, sums and authority of a decision as a page shows them, whether it is a record or still a draft.</summary>
/// <param name="decision">The decision.</param>
public sealed class DecisionArticle(Decision decision)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The decision.</summary>
    public Decision Decision => decision;

    /// <summary>Where the passage is shown that a part was read from, by the part's JSON Pointer and its name; nowhere for one that was not read.</summary>
    public Func<FormattableString, string, Where> WhereOf { get; init; } = (_, what) => new Where(null, what);

    /// <summary>What the checks found in a part.</summary>
    public Func<FormattableString, IEnumerable<ShownFinding>> FoundAt { get; init; } = _ => [];

    /// <summary>Where a comment on a part is written; nowhere on a public page.</summary>
    public Func<FormattableString, string, Where> RemarkOn { get; init; } = (_, what) => new Where(null, what);

    /// <summary>Its parts, in order.</summary>
    public IReadOnlyList<Place> Contents
    {
        get
        {
            var places = new List<Place> { new("asked", "What was asked for") };
            if (decision.ExecutiveSummary is not null)
            {
                places.Add(new Place("summary", "Summary"));
            }

            places.AddRange(decision.Sections.Select((section, at) => new Place(SectionId(at), section.Heading)));
            if (decision.Amounts.Count > 0)
            {
                places.Add(new Place("money", "Every sum it names"));
            }

            if (decision.Authorities.Count + decision.Statutes.Count > 0)
            {
                places.Add(new Place("authority", "On what authority"));
            }

            if (decision.Declarations.Count > 0)
            {
                places.Add(new Place("declarations", "Who was consulted"));
            }

            return [.. places, new Place("publication", "Publication")];
        }
    }

    /// <summary>Each sum that the document names, in its order, with all its mentions together.</summary>
    public IReadOnlyList<IGrouping<decimal, Amount>> Sums => [.. decision.Amounts.GroupBy(amount => amount.Pounds)];

    /// <summary>The place in the document's list of sums of the first mention of one.</summary>
    public int FirstOf(IEnumerable<Amount> sum)
    {
        var first = sum.First();
        return Enumerable.Range(0, decision.Amounts.Count).First(at => ReferenceEquals(decision.Amounts[at], first));
    }

    /// <summary>The id of a section on the page.</summary>
    public static string SectionId(int at) => FormattableString.Invariant($"section-{at + 1}");

    /// <summary>The id of a paragraph, from its number as printed; null for a second one of the same number.</summary>
    public string? ParagraphId(string? number) => Slug(number) is { } id && taken.Add(id) ? id : null;

    /// <summary>Where a sum stands on this page: numbered paragraphs, and the sections that hold it in a paragraph without a number.</summary>
    public IReadOnlyList<Place> PlacesOf(IEnumerable<Amount> sum)
    {
        var mentions = sum.ToList();
        var quotes = mentions.Where(amount => amount.Paragraph is null).Select(amount => amount.Quote).Distinct(StringComparer.Ordinal).ToList();
        var places = new List<Place>();
        if (decision.Recommendations.Any(asked => Holds(asked.Text, quotes)))
        {
            places.Add(new Place("asked", "What was asked for"));
        }

        if (Holds(decision.ExecutiveSummary, quotes))
        {
            places.Add(new Place("summary", "Summary"));
        }

        var numbers = decision.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Number).ToHashSet(StringComparer.Ordinal);
        places.AddRange(mentions.Select(amount => amount.Paragraph).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(numbers.Contains).Select(number => new Place(Slug(number)!, number)));
        places.AddRange(decision.Sections
            .Select((section, at) => (section, at))
            .Where(each => each.section.Paragraphs.Any(paragraph => paragraph.Number is null && Holds(paragraph.Text, quotes)))
            .Select(each => new Place(SectionId(each.at), each.section.Heading)));
        return places;
    }

    // The words as printed, and not the beginning of a longer figure.
    private static bool Holds(string? text, IReadOnlyList<string> quotes)
    {
        foreach (var quote in quotes)
        {
            for (var at = text?.IndexOf(quote, StringComparison.Ordinal) ?? -1; at >= 0; at = text!.IndexOf(quote, at + 1, StringComparison.Ordinal))
            {
                var rest = text.AsSpan(at + quote.Length);
                if (rest.IsEmpty || !(char.IsLetterOrDigit(rest[0]) || (rest[0] is ',' or '.' && rest.Length > 1 && char.IsDigit(rest[1]))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Slug(string? number) =>
        string.IsNullOrWhiteSpace(number) ? null : "p-" + new string([.. number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
