using System.Globalization;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.People;

namespace Goldthread.Core.Rules;

/// <summary>What a file of the rules says on one day.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">What holds, a sentence each; none where nothing is known to.</param>
public sealed record RulesOnDay(string Path, IReadOnlyList<RuleOnDay> Lines)
{
    /// <summary>The rules of a book on a day, file by file.</summary>
    public static IReadOnlyList<RulesOnDay> Of(RuleBook book, DateOnly day) =>
    [
        .. book.Schemes.Select(scheme => new RulesOnDay(scheme.File, [.. scheme.VersionOn(day) is { } version ? Of(version) : []])),
        new(RuleBookReader.ThresholdsFile, [.. book.ThresholdOn(day) is { } threshold ? Of(threshold) : []]),
        new(RuleBookReader.VatFile, book.VatOn(day) is { } vat ? [new($"{vat.Percent.ToString("0.##", CultureInfo.InvariantCulture)} %", vat.Effect, vat.Source)] : []),
        new(RuleBookReader.PowersFile, [.. book.Powers.Where(power => power.Effect.Covers(day)).Select(power =>
            new RuleOnDay($"{power.Statute}, {power.Provision}: {power.Allows} (for {string.Join(", ", power.Acts.Select(act => act.ToString().ToLowerInvariant()))})", power.Effect, power.Source))]),
        new(RuleBookReader.AdviceFile, [.. book.Advice.Where(rule => rule.Effect.Covers(day)).Select(rule =>
            new RuleOnDay($"{Capital(rule.Advice.Words())} advice, {When(rule.When)}{(rule.Needs is { } needs ? $", with {needs}" : "")}", rule.Effect, rule.Source))]),
        new(RuleBookReader.SplittingFile, [.. book.Splitting.Where(rule => rule.Effect.Covers(day)).Select(rule =>
            new RuleOnDay($"What has {(rule.Tie == SplittingTie.Supplier ? "the same supplier" : "the same commitment and procurement category")} within {rule.Months} months is added up", rule.Effect, rule.Source))]),
        new(RuleBookReader.PollingDaysFile, [.. book.PreElectionOn(day).Select(poll =>
            new RuleOnDay($"The period before {poll.Election} ({poll.Area}){(poll.Published ? "" : ", its beginning worked out and not seen published")}", new Effect(poll.Begins, poll.Poll), poll.Source))]),
        new(RuleBookReader.ExemptionsFile, [.. book.Exemptions.Where(ground => ground.Effect.Covers(day)).Select(ground => new RuleOnDay($"{ground.Words}: {ground.Says}", ground.Effect, ground.Source))]),
        new(RuleBookReader.StandardsFile, [.. book.Standards.Where(one => one.Effect.Covers(day)).Select(one => new RuleOnDay($"{one.Number}: {one.Statement}", one.Effect, one.Source))]),
        new(RuleBookReader.ProfileWordsFile, [.. book.ProfileWords.Select(one => new RuleOnDay($"{Capital(one.Dimension)} “{one.Value}” is told as “nobody {one.Words}”", new Effect(null, null), one.Source))]),
        new(RuleBookReader.SectionsFile, [.. book.ExpectedOn(day).Select(topic => new RuleOnDay($"A report has {topic.Name}", topic.Effect, topic.Source))]),
    ];

    private static IEnumerable<RuleOnDay> Of(SchemeVersion version)
    {
        yield return new($"The version “{version.Name}”{(version.Provisions.Count == 0 ? ", of which nothing is known" : "")}: {version.Status}", version.Effect, version.Source);
        foreach (var provision in version.Provisions)
        {
            yield return new($"{Capital(AuthorityWords.Cite(provision))}, {AuthorityWords.Says(provision)}: {provision.Role.Name}", version.Effect, provision.Source);
        }
    }

    private static IEnumerable<RuleOnDay> Of(Threshold threshold)
    {
        yield return new($"{threshold.Regime}: {AuthorityWords.Of(threshold.Services)} for services, {AuthorityWords.Of(threshold.Basis)}", threshold.Effect, threshold.Source);
        if (threshold.LightTouch is { } light)
        {
            yield return new($"{threshold.Regime}: {AuthorityWords.Of(light)} for light-touch services, {AuthorityWords.Of(threshold.Basis)}", threshold.Effect, threshold.Source);
        }
    }

    private static string When(AdviceWhen when) => when switch
    {
        AdviceWhen.Always => "on every request",
        AdviceWhen.Money => "where money is asked for",
        AdviceWhen.Contract => "where a contract is asked for",
        AdviceWhen.PersonalData => "where personal data is handled",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>A rule that holds on a day.</summary>
/// <param name="Says">What it says.</param>
/// <param name="Effect">The days on which it holds.</param>
/// <param name="Source">Where it was found.</param>
public sealed record RuleOnDay(string Says, Effect Effect, string Source);
