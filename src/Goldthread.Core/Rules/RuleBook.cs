using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Part2;

namespace Goldthread.Core.Rules;

/// <summary>What the law and the body's own instruments say, as data with dates of effect.</summary>
/// <remarks>
/// Read once from the files of the rules folder and never changed. Every look-up takes the day as an
/// argument: the same record gives the same answer whenever it is asked.
/// </remarks>
public sealed record RuleBook
{
    private Dictionary<string, KnownOrganisation>? byName;

    /// <summary>Who decides what, one scheme for each body that has one here.</summary>
    public required IReadOnlyList<Scheme> Schemes { get; init; }

    /// <summary>Procurement thresholds, in order of effect.</summary>
    public required IReadOnlyList<Threshold> Thresholds { get; init; }

    /// <summary>Powers in statute, each with the kinds of act that it serves.</summary>
    public required IReadOnlyList<StatutoryPower> Powers { get; init; }

    /// <summary>Which advice a request must have.</summary>
    public required IReadOnlyList<AdviceRule> Advice { get; init; }

    /// <summary>The standard rates of value added tax, in order of effect.</summary>
    public required IReadOnlyList<VatRate> VatRates { get; init; }

    /// <summary>What is added up to see whether a thing was split.</summary>
    public required IReadOnlyList<SplittingRule> Splitting { get; init; }

    /// <summary>Elections and the periods before them.</summary>
    public required IReadOnlyList<PollingDay> PollingDays { get; init; }

    /// <summary>Forms of violence against women and girls.</summary>
    public required IReadOnlyList<Strand> Strands { get; init; }

    /// <summary>The London boroughs and the City.</summary>
    public required IReadOnlyList<Borough> Boroughs { get; init; }

    /// <summary>What is said of people with each value of a characteristic of the map of help.</summary>
    public required IReadOnlyList<ProfileWords> ProfileWords { get; init; }

    /// <summary>National helplines that stand on the pages for survivors.</summary>
    public required IReadOnlyList<Helpline> Helplines { get; init; }

    /// <summary>What help is held to, as lists of statements.</summary>
    public required IReadOnlyList<StandardStatement> Standards { get; init; }

    /// <summary>Organisations known from the start.</summary>
    public required IReadOnlyList<KnownOrganisation> Organisations { get; init; }

    /// <summary>The ties that may join two records.</summary>
    public required IReadOnlyList<RelationRule> Relations { get; init; }

    /// <summary>The catalogue of diagnostics.</summary>
    public required IReadOnlyList<DiagnosticRule> Diagnostics { get; init; }

    /// <summary>Grounds on which a part of a decision may be kept confidential.</summary>
    public required IReadOnlyList<Exemption> Exemptions { get; init; }

    /// <summary>The topics that a report is expected to have a section on.</summary>
    public required IReadOnlyList<ExpectedTopic> ExpectedTopics { get; init; }

    /// <summary>Reads the rules from files: a path inside the rules folder, with slashes, and the text of the file.</summary>
    /// <remarks>Files that are none of the rules' own are left alone.</remarks>
    public static RuleBookOutcome Parse(IReadOnlyDictionary<string, string> files) => RuleBookReader.Read(files);

    /// <summary>The scheme of the body that a decision's reference belongs to, or null.</summary>
    public Scheme? SchemeOf(string? reference) =>
        DecisionReference.TryParse(reference, out var parsed)
            ? Schemes.FirstOrDefault(scheme => scheme.Prefixes.Contains(parsed.Prefix, StringComparer.OrdinalIgnoreCase))
            : null;

    /// <summary>The scheme of a body, by the body's reference among the organisations, or null.</summary>
    public Scheme? SchemeOfBody(string? body) => Schemes.FirstOrDefault(scheme => scheme.Body == body);

    /// <summary>The standard rate of value added tax on a day, or null when none is known.</summary>
    public VatRate? VatOn(DateOnly day) => VatRates.FirstOrDefault(rate => rate.Effect.Covers(day));

    /// <summary>The thresholds in force on a day, or null when none is known.</summary>
    public Threshold? ThresholdOn(DateOnly day) => Thresholds.FirstOrDefault(threshold => threshold.Effect.Covers(day));

    /// <summary>The elections whose period of restraint a day falls into.</summary>
    public IReadOnlyList<PollingDay> PreElectionOn(DateOnly day) => [.. PollingDays.Where(poll => poll.Covers(day))];

    /// <summary>The topics expected on a day; those without dates when the day is not known.</summary>
    public IReadOnlyList<ExpectedTopic> ExpectedOn(DateOnly? day) =>
        [.. ExpectedTopics.Where(topic => day is { } known ? topic.Effect.Covers(known) : topic.Effect == default)];

    /// <summary>The organisation of a reference, name or alias, whatever the case and punctuation, or null.</summary>
    public KnownOrganisation? Organisation(string? name) =>
        (byName ??= ByName()).GetValueOrDefault(WordSearch.Plain(name));

    /// <summary>The catalogue's entry for a code, or null.</summary>
    public DiagnosticRule? Diagnostic(string code) => Diagnostics.FirstOrDefault(entry => entry.Code == code);

    /// <summary>Where the rules leave a gap or say a thing twice.</summary>
    public IReadOnlyList<RuleGap> Gaps() => RuleGaps.Of(this);

    private Dictionary<string, KnownOrganisation> ByName()
    {
        var known = new Dictionary<string, KnownOrganisation>(StringComparer.Ordinal);
        foreach (var (organisation, name) in Organisations.SelectMany(organisation => Names(organisation).Select(name => (organisation, name))))
        {
            known.TryAdd(WordSearch.Plain(name), organisation);
        }

        return known;
    }

    internal static IEnumerable<string> Names(KnownOrganisation organisation) => [organisation.Reference, organisation.Name, .. organisation.Aliases];
}
