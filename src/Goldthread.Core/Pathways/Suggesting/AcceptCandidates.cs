using Goldthread.Core.Pathways.Engine;

namespace Goldthread.Core.Pathways.Suggesting;

/// <summary>All changes by which a subject accepts one more value in one of its alternatives, numbered.</summary>
internal sealed class AcceptCandidates
{
    /// <summary>The most candidates, counting the values that are accepted already: 2²³, with 24 bytes for every worker.</summary>
    public const int Most = 1 << 23;

    private readonly Plan _plan;
    private readonly List<Place> _places = [];

    public AcceptCandidates(Plan plan, int[] usable)
    {
        _plan = plan;
        var first = new int[plan.Subjects.Count];
        foreach (var subject in usable)
        {
            first[subject] = _places.Count;
            var alternatives = plan.Subjects[subject].Conditions.Alternatives;
            for (var a = 0; a < alternatives.Count; a++)
            {
                AddPlaces(subject, alternatives[a]);
            }
        }
        FirstOf = first;
    }

    /// <summary>The number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>For each subject, its first place.</summary>
    private int[] FirstOf { get; }

    /// <summary>The subjects that have any.</summary>
    public IEnumerable<int> Subjects => _places.Select(place => place.Subject).Distinct();

    /// <summary>The restrictions of a subject that could be widened.</summary>
    public IEnumerable<Place> Of(int subject)
    {
        for (var i = FirstOf[subject]; i < _places.Count && _places[i].Subject == subject; i++)
        {
            yield return _places[i];
        }
    }

    public AcceptSuggestion Describe(int candidate, long profiles, double? share)
    {
        var low = 0;
        for (var high = _places.Count; high - low > 1;)
        {
            var middle = (low + high) / 2;
            (low, high) = _places[middle].FirstCandidate <= candidate ? (middle, high) : (low, middle);
        }
        var place = _places[low];
        var dimension = _plan.Map.Dimensions[place.Dimension];
        return new AcceptSuggestion(
            _plan.Subjects[place.Subject].Id, place.Alternative.Label, dimension.Name,
            dimension.Values[candidate - place.FirstCandidate], profiles, share);
    }

    private void AddPlaces(int subject, Alternative alternative)
    {
        foreach (var restriction in alternative.Restrictions)
        {
            var size = _plan.Layout.Sizes[restriction.Dimension];
            if (restriction.Values.Count < size && Count <= Most - size)
            {
                _places.Add(new Place(subject, alternative, restriction, Count, [.. alternative.Restrictions
                    .Where(other => other != restriction && other.Values.Count < _plan.Layout.Sizes[other.Dimension])
                    .Select(_plan.Conditions.SetOf)]));
                Count += size;
            }
            else if (restriction.Values.Count < size)
            {
                Count = int.MaxValue;
                return;
            }
        }
    }

    /// <summary>One restriction of an alternative, which could take in more values.</summary>
    /// <param name="Subject">The subject.</param>
    /// <param name="Alternative">The alternative.</param>
    /// <param name="Restriction">The restriction.</param>
    /// <param name="FirstCandidate">The number of the candidate that adds the dimension's first value; the others follow.</param>
    /// <param name="Others">The alternative's other restrictions.</param>
    internal sealed record Place(
        int Subject, Alternative Alternative, Restriction Restriction, int FirstCandidate, IReadOnlyList<ValueSet> Others)
    {
        public int Dimension => Restriction.Dimension;
    }
}
