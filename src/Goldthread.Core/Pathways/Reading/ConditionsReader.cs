namespace Goldthread.Core.Pathways.Reading;

/// <summary>Reads <c>conditions.csv</c>: the conditions of each subject that has any, by its id.</summary>
internal static class ConditionsReader
{
    private static readonly SubjectKind[] Subjects = [SubjectKind.Door, SubjectKind.Service, SubjectKind.Link];

    public static IReadOnlyDictionary<string, Conditions> Read(MapTable table, SubjectIds ids, DimensionsReader dimensions)
    {
        var bySubject = new Dictionary<string, OrderedDictionary<string, Draft>>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            if (!row.Whole)
            {
                continue;
            }
            var subject = row["subject"] is { } id ? ids.Find(table, id, "subject", Subjects) : null;
            var place = row["dimension"] is { } dimension && row["value"] is { } value ? dimensions.Find(table, dimension, value) : null;
            if (subject is null || place is not { } found || row["alternative"] is not { } label)
            {
                continue;
            }
            if (!DraftOf(bySubject, row["subject"]!.Value.Text, label.Text).Add(found.Dimension, found.Value))
            {
                table.Warn(row["subject"]!.Value, "The row stands twice.");
            }
        }
        return bySubject.ToDictionary(
            pair => pair.Key, pair => new Conditions([.. pair.Value.Values.Select(draft => draft.ToAlternative())]), StringComparer.Ordinal);
    }

    private static Draft DraftOf(Dictionary<string, OrderedDictionary<string, Draft>> bySubject, string subject, string label)
    {
        if (!bySubject.TryGetValue(subject, out var drafts))
        {
            drafts = bySubject[subject] = new(StringComparer.Ordinal);
        }
        if (!drafts.TryGetValue(label, out var draft))
        {
            draft = new Draft(label);
            drafts.Add(label, draft);
        }
        return draft;
    }

    /// <summary>An alternative while its rows are read; they stand apart in the file, and there may be very many with one row each.</summary>
    private sealed class Draft(string label)
    {
        private const int Few = 16;
        private readonly List<(int Dimension, int Value)> _accepted = [];
        private HashSet<(int Dimension, int Value)>? _known;

        public bool Add(int dimension, int value)
        {
            if (_known is null && _accepted.Count == Few)
            {
                _known = [.. _accepted];
            }
            if (_known is null ? _accepted.Contains((dimension, value)) : !_known.Add((dimension, value)))
            {
                return false;
            }
            _accepted.Add((dimension, value));
            return true;
        }

        public Alternative ToAlternative() =>
            new(label, [.. _accepted.GroupBy(each => each.Dimension).OrderBy(group => group.Key)
                .Select(group => new Restriction(group.Key, [.. group.Select(each => each.Value).Order()]))]);
    }
}
