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
                facts.Add(new Fact("Amount", Wording.Money(amount)));
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

    /// <summary>The id of a section on the page.</summary>
    public static string SectionId(int at) => FormattableString.Invariant($"section-{at + 1}");

    /// <summary>The id of a paragraph, from its number as printed; null for a second one of the same number.</summary>
    public string? ParagraphId(string? number) => Slug(number) is { } id && taken.Add(id) ? id : null;

    /// <summary>The id of the paragraph of this number on the page; null where there is none.</summary>
    public string? HasParagraph(string number) =>
        RecordContent.Sections.Any(section => section.Paragraphs.Any(paragraph => paragraph.Number == number)) ? Slug(number) : null;

    private static string? Slug(string? number) =>
        string.IsNullOrWhiteSpace(number) ? null : "p-" + new string([.. number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
