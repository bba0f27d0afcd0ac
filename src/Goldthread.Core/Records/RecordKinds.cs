using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;

namespace Goldthread.Core.Records;

/// <summary>Every kind of record that the register holds.</summary>
public static class RecordKinds
{
    /// <summary>A decision.</summary>
    public static RecordKind<Decision> Decision { get; } = new("decision", BodyJson.Plain.Decision, DecisionColumns.Of, slugOf: DecisionReference.SlugOf);

    /// <summary>A meeting of a board, with its minutes.</summary>
    public static RecordKind<Minutes> Meeting { get; } = new("meeting", BodyJson.Plain.Minutes, BoardColumns.Of);

    /// <summary>A workshop with partners.</summary>
    public static RecordKind<Workshop> Workshop { get; } = new("workshop", BodyJson.Plain.Workshop, BoardColumns.Of);

    /// <summary>A board.</summary>
    public static RecordKind<Board> Board { get; } = new("board", BodyJson.Plain.Board, BoardColumns.Of);

    /// <summary>A document of no kind that the reader knows.</summary>
    public static RecordKind<Document> Document { get; } = new("document", BodyJson.Plain.Document, DocumentColumns.Of);

    /// <summary>An organisation.</summary>
    public static RecordKind<Organisation> Organisation { get; } =
        new("organisation", BodyJson.Plain.Organisation, OrganisationColumns.Of, common: true);

    /// <summary>A file of the rules that an officer changed.</summary>
    public static RecordKind<RuleFile> Rule { get; } = new("rule", BodyJson.Plain.RuleFile, RuleFile.ColumnsOf, slugOf: RuleFile.SlugOf, common: true);

    /// <summary>What a map of help is drawn on.</summary>
    public static RecordKind<MapFrame> Map { get; } = new("map", BodyJson.Plain.MapFrame, MapColumns.Of);

    /// <summary>An access point of the map.</summary>
    public static RecordKind<DoorEntry> Door { get; } = new("door", BodyJson.Plain.DoorEntry, MapColumns.Of, slugOf: MapId.SlugOf);

    /// <summary>A service of the map.</summary>
    public static RecordKind<ServiceEntry> Service { get; } = new("service", BodyJson.Plain.ServiceEntry, MapColumns.Of, slugOf: MapId.SlugOf);

    /// <summary>How an organisation stands to the standards.</summary>
    public static RecordKind<Assessment> Assessment { get; } = new("assessment", BodyJson.Plain.Assessment, AssessmentColumns.Of, slugOf: MapId.SlugOf);

    /// <summary>What the map of help would be if some entries were otherwise.</summary>
    public static RecordKind<WhatIf> WhatIf { get; } = new("what-if", BodyJson.Plain.WhatIf, Pathways.WhatIfs.WhatIf.ColumnsOf);

    /// <summary>An action that somebody promised a board.</summary>
    public static RecordKind<BoardAction> Action { get; } = new("action", BodyJson.Plain.BoardAction, ActionColumns.Of);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Decision, Meeting, Workshop, Board, Document, Organisation, Rule, Map, Door, Service, Assessment, WhatIf, Action];

    /// <summary>The kind of a name, or null.</summary>
    public static RecordKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of a name that the database has checked.</summary>
    public static RecordKind Get(string name) => Find(name) ?? throw new ArgumentException($"There is no kind of record called {name}.", nameof(name));

    internal static string NameOf(Type bodyType) => bodyType.Name switch
    {
        nameof(Boards.Minutes) => "meeting",
        nameof(BoardAction) => "action",
        nameof(RuleFile) => "rule",
        nameof(MapFrame) => "map",
        nameof(DoorEntry) => "door",
        nameof(ServiceEntry) => "service",
        nameof(Pathways.WhatIfs.WhatIf) => "what-if",
        var name => name.ToLowerInvariant(),
    };
}
