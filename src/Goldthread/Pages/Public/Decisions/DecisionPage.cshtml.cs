using Goldthread.Core.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Decisions;

/// <summary>The page of a decision: what was asked for first, then the report, the money, the authority and the thread.</summary>
public sealed class DecisionModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<Decision>(view, addresses, own)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Decision;

    /// <inheritdoc/>
    public override Status Status => RecordContent.DateSigned is null ? new Status("No date of signature", Quiet: true) : new Status("Signed");

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Decisions", "/decisions")];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            var facts = new List<Fact>
            {
                new("Decided by", RecordContent.DecisionMaker.Name ?? RecordContent.DecisionMaker.Role ?? "Not named", RecordContent.DecisionMaker.Name is null ? null : RecordContent.DecisionMaker.Role),
                new("Signed", RecordContent.DateSigned is { } day ? Wording.Date(day) : "The document gives no date"),
            };
            if (Head.Amount is { } amount)
            {
                facts.Add(new Fact("Largest sum asked for", Wording.Money(amount)));
            }

            if (Years is { Count: > 0 } years)
            {
                facts.Add(new Fact(years.Count == 1 ? "Financial year" : "Financial years", Wording.Join(years)));
            }

            facts.Add(new Fact("Confidential part", Part2));
            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents
    {
        get
        {
            var places = new List<Place> { new("asked", "What was asked for") };
            if (RecordContent.ExecutiveSummary is not null)
            {
                places.Add(new Place("summary", "Summary"));
            }

            places.AddRange(RecordContent.Sections.Select((section, at) => new Place(SectionId(at), section.Heading)));
            if (RecordContent.Amounts.Count > 0)
            {
                places.Add(new Place("money", "Every sum it names"));
            }

            if (RecordContent.Authorities.Count + RecordContent.Statutes.Count > 0)
            {
                places.Add(new Place("authority", "On what authority"));
            }

            if (RecordContent.Declarations.Count > 0)
            {
                places.Add(new Place("declarations", "Who was consulted"));
            }

            return [.. places, new Place("publication", "Publication"), new Place("thread", "The thread"), new Place("history", "History"), new Place("downloads", "Take it with you")];
        }
    }

    /// <summary>Each sum that the document names, in its order, with all its mentions together.</summary>
    public IReadOnlyList<IGrouping<decimal, Amount>> Sums => [.. RecordContent.Amounts.GroupBy(amount => amount.Pounds)];

    private IReadOnlyList<string> Years =>
        [.. RecordContent.Amounts.SelectMany(amount => amount.FinancialYears).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string Part2 => RecordContent.Publication.Part2 switch
    {
        true => "Yes, not published",
        false => "None",
        null => "The document does not say",
    };

    /// <summary>Shows the decision.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override Task LoadedAsync() => LoadSourcesAsync();

    /// <summary>The place in the document's list of sums of the first mention of one.</summary>
    public int FirstOf(IEnumerable<Amount> sum)
    {
        var first = sum.First();
        return Enumerable.Range(0, RecordContent.Amounts.Count).First(at => ReferenceEquals(RecordContent.Amounts[at], first));
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
        if (RecordContent.Recommendations.Any(asked => Holds(asked.Text, quotes)))
        {
            places.Add(new Place("asked", "What was asked for"));
        }

        if (Holds(RecordContent.ExecutiveSummary, quotes))
        {
            places.Add(new Place("summary", "Summary"));
        }

        var numbers = RecordContent.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Number).ToHashSet(StringComparer.Ordinal);
        places.AddRange(mentions.Select(amount => amount.Paragraph).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(numbers.Contains).Select(number => new Place(Slug(number)!, number)));
        places.AddRange(RecordContent.Sections
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
