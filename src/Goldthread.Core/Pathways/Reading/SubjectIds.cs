namespace Goldthread.Core.Pathways.Reading;

/// <summary>What an id is the id of.</summary>
internal enum SubjectKind
{
    Door,
    Service,
    Link,
}

/// <summary>The ids of doors, services and links, which are unique across all three.</summary>
internal sealed class SubjectIds
{
    private readonly Dictionary<string, (SubjectKind Kind, int Index)> _ids = new(StringComparer.Ordinal);
    private readonly int[] _count = new int[3];
    private readonly bool[] _known = new bool[3];

    /// <summary>Says that the ids of this kind are all here, so that one not found does not exist.</summary>
    public void Vouch(SubjectKind kind, bool known) => _known[(int)kind] = known;

    /// <summary>How many ids there are of a kind.</summary>
    public int Count(SubjectKind kind) => _count[(int)kind];

    /// <summary>Takes the id of a row; reports one that is empty or taken, and is false then.</summary>
    public bool Add(MapTable table, CsvField id, SubjectKind kind)
    {
        if (!Fields.IsId(table, id, Name(kind)))
        {
            return false;
        }
        if (_ids.TryAdd(id.Text, (kind, _count[(int)kind])))
        {
            _count[(int)kind]++;
            return true;
        }
        var other = Name(_ids[id.Text].Kind);
        table.Error(id, $"{Name(kind)}: the id \"{id.Text}\" is already that of a {other}; ids are unique across doors, services and links.");
        return false;
    }

    /// <summary>The subject with the id, where it is of one of the kinds; reports one that is not.</summary>
    public (SubjectKind Kind, int Index)? Find(MapTable table, CsvField id, string column, params ReadOnlySpan<SubjectKind> kinds)
    {
        if (_ids.TryGetValue(id.Text, out var found) && kinds.Contains(found.Kind))
        {
            return found;
        }
        if (AreKnown(kinds))
        {
            table.Error(id, $"{column}: there is no {Names(kinds)} \"{id.Text}\".");
        }
        return null;
    }

    private bool AreKnown(ReadOnlySpan<SubjectKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (!_known[(int)kind])
            {
                return false;
            }
        }
        return true;
    }

    private static string Names(ReadOnlySpan<SubjectKind> kinds) => kinds.Length switch
    {
        1 => Name(kinds[0]),
        2 => $"{Name(kinds[0])} or {Name(kinds[1])}",
        _ => "door, service or link",
    };

    private static string Name(SubjectKind kind) => kind switch
    {
        SubjectKind.Door => "door",
        SubjectKind.Service => "service",
        SubjectKind.Link => "link",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
