using System.Text.Json;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Pathways.WhatIfs;

/// <summary>
/// What the map would be if some entries were otherwise, and whom that would bring: kept with the moment of the map that it was tried against,
/// so that it can be tried again and gives the same. The body of a record of the kind <c>what-if</c>. The record is for staff; whoever may see
/// one sees the whole of it.
/// </summary>
[SeenBy(Audience.Public)]
public sealed record WhatIf
{
    /// <summary>The most entries that one holds.</summary>
    public const int MostChanges = 50;

    /// <summary>The most characters of its name.</summary>
    public const int LongestName = 120;

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is to find out, in a sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>The moment of the map that it was tried against; UTC.</summary>
    public DateTime Against { get; init; }

    /// <summary>The mark of that map, which changes with every change of an entry.</summary>
    [NotSearched] public string Mark { get; init; } = "";

    /// <summary>The day that it looks at.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The entries as they would be.</summary>
    public IReadOnlyList<WhatIfChange> Changes { get; init; } = [];

    /// <summary>For each kind of help, whom the changes bring and whom they lose.</summary>
    [NotSearched] public IReadOnlyList<WhatIfDifference> Differences { get; init; } = [];

    /// <summary>What lists show of one.</summary>
    public static Columns ColumnsOf(WhatIf one) => new(one.Name.Length > 0 ? one.Name : "What if", Starts: one.Day);

    /// <summary>It with an entry as it would be, in place of what it says of that entry.</summary>
    public WhatIf With(MapEntry entry) => this with
    {
        Changes = [.. Changes.Where(change => change.Kind != KindOf(entry).Name || change.Reference != entry.Id), new WhatIfChange { Kind = KindOf(entry).Name, Reference = entry.Id, Name = entry.Name, Entry = KindOf(entry).Write(entry) }],
    };

    /// <summary>The entries as they would be; null where they cannot be read.</summary>
    public IReadOnlyList<MapEntry>? Entries()
    {
        try
        {
            return [.. Changes.Select(change => RecordKinds.Find(change.Kind) is { } kind && kind.Read(change.Entry, kind.Shape) is MapEntry entry ? entry : throw new JsonException())];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordKind KindOf(MapEntry entry) => entry is DoorEntry ? RecordKinds.Door : RecordKinds.Service;
}

/// <summary>An entry as it would be.</summary>
[SeenBy(Audience.Public)]
public sealed record WhatIfChange
{
    /// <summary><c>door</c> or <c>service</c>.</summary>
    [NotSearched] public string Kind { get; init; } = "";

    /// <summary>The entry's id on the map.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The entry, as the register stores one.</summary>
    [NotSearched] public string Entry { get; init; } = "";
}

/// <summary>Whom a what-if brings to a kind of help and whom it loses, in situations: combinations of characteristics.</summary>
[SeenBy(Audience.Public)]
public sealed record WhatIfDifference
{
    /// <summary>The need's id.</summary>
    public string Need { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Situations that newly reach it.</summary>
    public long Gained { get; init; }

    /// <summary>Situations that no longer reach it.</summary>
    public long Lost { get; init; }
}
