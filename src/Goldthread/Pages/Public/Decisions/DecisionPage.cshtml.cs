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
    private DecisionArticle? article;

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
    public override IReadOnlyList<Place> Contents =>
        [.. Article.Contents, new Place("thread", "The thread"), new Place("history", "History"), new Place("downloads", "Take it with you")];

    /// <summary>Its words, sums and authority.</summary>
    public DecisionArticle Article => article ??= new DecisionArticle(RecordContent) { WhereOf = WhereOf, FoundAt = FoundAt };

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
}
