using Goldthread.Core.Decisions;
using Goldthread.Reading.Fields.Decisions.Citations;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Writes citations as the record has them: each once, one without a provision only where there is none with one.</summary>
internal static class CitationWriter
{
    public static IReadOnlyList<Authority> Authorities(IReadOnlyList<Citation> citations, Places places)
    {
        var own = Distinct(citations.Where(citation => !citation.IsStatute));
        for (var i = 0; i < own.Count; i++)
        {
            places.Put($"/authorities/{i}/instrument", own[i].Instrument);
            places.Put($"/authorities/{i}/paragraph", own[i].Place);
        }

        return [.. own.Select(citation => new Authority(citation.Name, citation.Provision))];
    }

    public static IReadOnlyList<Statute> Statutes(IReadOnlyList<Citation> citations, Places places)
    {
        var law = Distinct(citations.Where(citation => citation.IsStatute));
        for (var i = 0; i < law.Count; i++)
        {
            places.Put($"/statutes/{i}/act", law[i].Instrument);
            places.Put($"/statutes/{i}/year", law[i].Instrument);
            places.Put($"/statutes/{i}/provision", law[i].Place);
        }

        return [.. law.Select(citation => new Statute(citation.Name, citation.Year, citation.Provision))];
    }

    private static List<Citation> Distinct(IEnumerable<Citation> citations)
    {
        var each = citations.DistinctBy(citation => (citation.Key, citation.Provision?.ToLowerInvariant())).ToList();
        var provided = each.Where(citation => citation.Provision is not null).Select(citation => citation.Key).ToHashSet(StringComparer.Ordinal);
        return [.. each.Where(citation => citation.Provision is not null || !provided.Contains(citation.Key))];
    }
}
