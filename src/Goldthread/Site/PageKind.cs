using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>How a kind of record appears on the site: in words and in addresses.</summary>
/// <param name="Kind">The kind in the register.</param>
/// <param name="One">One of them, in words.</param>
/// <param name="Many">Many of them, in words.</param>
/// <param name="Folder">The first part of its address.</param>
/// <param name="Came">How one comes about, after "why was it": made, held, written.</param>
public sealed record PageKind(RecordKind Kind, string One, string Many, string Folder, string Came)
{
    /// <summary>A decision.</summary>
    public static readonly PageKind Decision = new(RecordKinds.Decision, "decision", "decisions", "decisions", "made");

    /// <summary>A meeting of a board, known by its minutes; its slug is the board's and the day.</summary>
    public static readonly PageKind Meeting = new(RecordKinds.Meeting, "meeting", "meetings", "boards", "held");

    /// <summary>A workshop with partners, known by its notes; its slug is the board's and the day.</summary>
    public static readonly PageKind Workshop = new(RecordKinds.Workshop, "workshop", "workshops", "workshops", "held");

    /// <summary>A document that nobody has recognised yet.</summary>
    public static readonly PageKind Document = new(RecordKinds.Document, "document", "documents", "documents", "written");

    /// <summary>An organisation.</summary>
    public static readonly PageKind Organisation = new(RecordKinds.Organisation, "organisation", "organisations", "organisations", "founded");

    /// <summary>A board.</summary>
    public static readonly PageKind Board = new(RecordKinds.Board, "board", "boards", "boards", "set up");

    /// <summary>A file of the rules that an officer changed.</summary>
    public static readonly PageKind Rule = new(RecordKinds.Rule, "rule", "rules", "rules", "made");

    /// <summary>What a map of help is drawn on.</summary>
    public static readonly PageKind Map = new(RecordKinds.Map, "map", "maps", "maps", "drawn");

    /// <summary>An access point of the map.</summary>
    public static readonly PageKind Door = new(RecordKinds.Door, "door", "doors", "doors", "put on the map");

    /// <summary>A service of the map.</summary>
    public static readonly PageKind Service = new(RecordKinds.Service, "service", "services", "services", "put on the map");

    /// <summary>How an organisation stands to the standards.</summary>
    public static readonly PageKind Assessment = new(RecordKinds.Assessment, "assessment", "assessments", "assessments", "made");

    /// <summary>What the map of help would be if some entries were otherwise.</summary>
    public static readonly PageKind WhatIf = new(RecordKinds.WhatIf, "what-if", "what-ifs", "what-ifs", "tried");

    /// <summary>An action that somebody promised a board.</summary>
    public static readonly PageKind Action = new(RecordKinds.Action, "action", "actions", "actions", "agreed");

    /// <summary>Every kind that has pages.</summary>
    public static IReadOnlyList<PageKind> All { get; } = [Decision, Meeting, Workshop, Board, Organisation, Document, Rule, Map, Door, Service, Assessment, WhatIf, Action];

    /// <summary>The kind's name in the register.</summary>
    public string Name => Kind.Name;

    /// <summary>Its name with a capital.</summary>
    public string Title => char.ToUpperInvariant(One[0]) + One[1..];

    /// <summary>Whether its address has two parts after the folder, a board and a day.</summary>
    public bool ByDay => this == Meeting || this == Workshop;

    /// <summary>Whether it is a part of the map of help, whose list is the page of coverage.</summary>
    public bool IsOfTheMap => this == Map || this == Door || this == Service || this == WhatIf;

    /// <summary>The page from which its records are reached.</summary>
    public string ListAddress => IsOfTheMap ? "/coverage" : this == Assessment ? "/standards/organisations" : $"/{Folder}";

    /// <summary>The kind of this name, or null where it has no pages.</summary>
    public static PageKind? Of(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind whose records have this address, without or with <c>/bodies/…</c> before it; null where there is none.</summary>
    public static PageKind? At(string path, bool byDay)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var folder = parts is [var bodies, _, var ofBody, ..] && bodies.Equals("bodies", StringComparison.OrdinalIgnoreCase) ? ofBody : parts.FirstOrDefault();
        return All.FirstOrDefault(kind => kind.Folder.Equals(folder, StringComparison.OrdinalIgnoreCase) && kind.ByDay == byDay);
    }

    /// <summary>The route of its records' addresses, with what comes after them.</summary>
    public string Route(string after) => $"/{Folder}/{{slug}}{(ByDay ? "/{date}" : "")}{after}";

    /// <summary>A number of them in words, such as <c>1 decision</c> or <c>214 decisions</c>.</summary>
    public string Count(int number) => $"{Wording.Number(number)} {(number == 1 ? One : Many)}";

    /// <summary>The public body its records belong to: the one named, or for what all bodies know, all of them.</summary>
    public string BodyOf(string body) => Kind.IsCommon ? RecordKind.CommonBody : body;
}
