namespace Goldthread.Core.Rules;

/// <summary>Finds gaps and overlaps in rules that can each be used.</summary>
internal static class RuleGaps
{
    public static IReadOnlyList<RuleGap> Of(RuleBook book) =>
    [
        .. Days(RuleBookReader.ThresholdsFile, "procurement threshold", [.. book.Thresholds.Select(threshold => threshold.Effect)]),
        .. Days(RuleBookReader.VatFile, "standard rate of VAT", [.. book.VatRates.Select(rate => rate.Effect)]),
        .. book.Schemes.SelectMany(SchemeGaps.Of),
        .. book.PollingDays.Where(poll => !poll.Published).Select(poll =>
            new RuleGap(RuleBookReader.PollingDaysFile, $"The period before {poll.Election}, {poll.Poll:yyyy-MM-dd}, begins on a day that was worked out, not published ({poll.Begins:yyyy-MM-dd}).")),
        .. BoroughNumbers(book),
        .. TwiceNamed(book),
        .. Orphans(book),
    ];

    /// <summary>Days between entries that no entry covers, or two cover.</summary>
    internal static IEnumerable<RuleGap> Days(string file, string what, IReadOnlyList<Effect> effects)
    {
        foreach (var (earlier, later) in effects.Zip(effects.Skip(1)))
        {
            if (earlier.To is not { } end || later.From is not { } start || start <= end)
            {
                yield return new(file, $"Two entries for the {what} hold at once: {earlier} and {later}.");
            }
            else if (start > end.AddDays(1))
            {
                yield return new(file, $"No {what} is known for {end.AddDays(1):yyyy-MM-dd} to {start.AddDays(-1):yyyy-MM-dd}.");
            }
        }
    }

    private static IEnumerable<RuleGap> BoroughNumbers(RuleBook book)
    {
        var codes = book.Boroughs.GroupBy(borough => borough.Code, StringComparer.Ordinal);
        return codes.Where(code => code.Count() > 1)
            .Select(code => new RuleGap(RuleBookReader.BoroughsFile, $"The code {code.Key} is given to {string.Join(" and ", code.Select(borough => borough.Name))}."));
    }

    private static IEnumerable<RuleGap> TwiceNamed(RuleBook book) =>
        from known in book.Organisations
        from name in RuleBook.Names(known).Select(WordSearch.Plain).Distinct(StringComparer.Ordinal)
        group known.Reference by name into claim
        where claim.Count() > 1
        select new RuleGap(RuleBookReader.OrganisationsFile, $"“{claim.Key}” is a name of {string.Join(" and of ", claim)}; the first is taken.");

    private static IEnumerable<RuleGap> Orphans(RuleBook book) =>
        book.Strands.Where(strand => strand.Parent is { } parent && book.Strands.All(other => other.Reference != parent))
            .Select(strand => new RuleGap(RuleBookReader.StrandsFile, $"“{strand.Name}” stands under “{strand.Parent}”, which is not in the file."));
}
