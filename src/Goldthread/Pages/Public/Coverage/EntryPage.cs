using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.Records;
using Goldthread.Pathways;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>The page of a door or a service of the map: who may use it, where it leads and who depends on it.</summary>
public abstract class EntryPage<TEntry>(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, Pathways.Coverage coverage, TimeProvider clock)
    : RecordPage<TEntry>(view, addresses, own)
    where TEntry : MapEntry
{
    private readonly RecordAddress addresses = addresses;

    /// <summary>Today in London.</summary>
    protected DateOnly Today { get; } = Wording.Today(clock);

    /// <summary>The day that is looked at: today, or the one that the map is about.</summary>
    public DateOnly Looked => Here?.Day ?? Today;

    /// <summary>The day in words that end a sentence: <c>today</c>, or <c>on 30 September 2022</c>.</summary>
    public string OnDay => Looked == Today ? "today" : $"on {Wording.Date(Looked)}";

    /// <summary>The map as it is; null where it cannot be asked.</summary>
    public CoverageMap? Here { get; private set; }

    /// <summary>The answer of the day, which names last ways and dead ends; null where the map cannot be asked.</summary>
    protected Answer? Answer { get; private set; }

    /// <inheritdoc/>
    public override string Caption => Kind.Title;

    /// <inheritdoc/>
    public override Status Status => RecordContent switch
    {
        { FirstDay: { } first } when first > Looked => new Status($"Opens on {Wording.Date(first)}"),
        { LastDay: { } last } when last < Looked => new Status($"Closed since {Wording.Date(last.AddDays(1))}"),
        { LastDay: { } last } => new Status($"Open until {Wording.Date(last)}"),
        _ => new Status("Open"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Coverage", "/coverage")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [.. FactsOf()];

    /// <summary>Who may use it, a sentence for each way of being accepted.</summary>
    public IReadOnlyList<string> Accepted => [.. RecordContent.Accepts.Select(Words)];

    /// <summary>Where it hands people on to: the service's name and page, the wait, and who may follow.</summary>
    public IReadOnlyList<HandOffShown> HandsOn =>
        [.. RecordContent.HandOffs.Select(link => new HandOffShown(NameOf(link.To.Reference), AddressOf(link.To.Reference), link, [.. link.Accepts.Select(Words)]))];

    /// <summary>What hands people on to it.</summary>
    public IReadOnlyList<LinkedRecord> TakesFrom => [.. Record!.Links.Where(link => link is { Relation: "hands-on", Upstream: false, Other: not null })];

    /// <summary>A way of being accepted as a sentence.</summary>
    public static string Words(Acceptance way)
    {
        var asked = way.Values.Count == 0 ? "Everybody" : string.Join("; ", way.Values.Select(asked => $"{asked.Dimension}: {string.Join(", ", asked.Values)}"));
        return way.Label.All(char.IsAsciiDigit) ? asked : $"{way.Label}: {asked}";
    }

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        Here = await coverage.MapAsync(HttpContext.RequestAborted);
        if (Here?.Map is not null)
            Answer = await coverage.AnswerWithoutGapsAsync(Here, new CoverageAsked(Here.Mark, new Question { Day = Looked, Until = Looked.AddYears(1) }, ""), HttpContext.RequestAborted);
    }

    /// <summary>The name of a need, by its id.</summary>
    protected string NeedName(string id) => Here?.Stored.Entries.Frame.Needs.FirstOrDefault(need => need.Id == id)?.Name ?? id;

    /// <summary>What stands at the head beside what all entries have.</summary>
    protected abstract IEnumerable<Fact> OwnFacts();

    /// <summary>How it is reached, in words; empty where nobody has said.</summary>
    public IReadOnlyList<(string What, string Words)> Reach => RecordContent.Reach is not { } reach ? [] :
        [.. Array.FindAll<(string What, string Words)>(
        [
            ("What it is", reach.About), ("Telephone", reach.Telephone), ("Web page", reach.Web), ("Reaching it safely", reach.Safely), ("Hours", reach.Hours), ("Languages", Wording.Join([.. reach.Languages])),
            ("Cost", reach.Cost), ("For deaf and disabled people", reach.Access), ("What it passes on to the police, the council or the Home Office", reach.PassesOn), ("What it does not pass on", reach.Keeps),
        ], row => row.Words.Length > 0)];

    private IEnumerable<Fact> FactsOf()
    {
        if (RecordContent.Organisation.Length > 0)
            yield return new Fact("Run by", RecordContent.Organisation, Address: RecordContent.Owner is { } owner ? addresses.Of(RecordKind.CommonBody, PageKind.Organisation, PageKind.Organisation.Kind.SlugOf(owner.Reference)) : null);
        if (RecordContent.Stage.Length > 0)
            yield return new Fact("Stage", FieldWords.Capital(RecordContent.Stage));
        foreach (var fact in OwnFacts())
            yield return fact;
        yield return RecordContent.Checked is { } look
            ? new Fact("Last checked", Wording.Date(look.On), $"by {look.By}{(Freshness.IsStale(look, Today) ? ", more than six months ago" : "")}")
            : new Fact("Last checked", "Not yet");
        yield return new Fact("On the map as", RecordContent.Id);
    }

    private string? AddressOf(string id) => Here?.Stored.Heads.GetValueOrDefault(id) is { } head ? addresses.Of(head) : null;

    private string NameOf(string id) => Here?.Stored.Heads.GetValueOrDefault(id)?.Title ?? id;
}

/// <summary>A hand-off as a page shows it.</summary>
public sealed record HandOffShown(string Name, string? Address, HandOff Link, IReadOnlyList<string> Accepted);
