using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Goldthread.Site;

/// <summary>The addresses under a record's own: each of its states, its history and, of what can be imported, its sources.</summary>
internal static class RecordRoutes
{
    /// <summary>The folders that the records of the register's own body and of others stand in.</summary>
    public static readonly IReadOnlyList<string> Prefixes = ["", "/bodies/{body}"];

    private static readonly IReadOnlyList<(PageKind Kind, string Page, string Route)> Pages =
    [
        (PageKind.Decision, "/Public/Decisions/DecisionPage", "/decisions/{slug}"),
        (PageKind.Meeting, "/Public/Boards/MeetingPage", "/boards/{board}/{date}"),
        (PageKind.Workshop, "/Public/Boards/WorkshopPage", "/workshops/{board}/{date}"),
        (PageKind.Board, "/Public/Boards/BoardPage", "/boards/{slug}"),
        (PageKind.Organisation, "/Public/Organisations/OrganisationPage", "/organisations/{slug}"),
        (PageKind.Document, "/Public/Documents/DocumentPage", "/documents/{slug}"),
        (PageKind.Rule, "/Public/Rules/RulePage", "/rules/{slug}"),
        (PageKind.Map, "/Public/Coverage/MapPage", "/maps/{slug}"),
        (PageKind.Door, "/Public/Coverage/DoorPage", "/doors/{slug}"),
        (PageKind.Service, "/Public/Coverage/ServicePage", "/services/{slug}"),
        (PageKind.Assessment, "/Public/Standards/AssessmentPage", "/assessments/{slug}"),
        (PageKind.WhatIf, "/Public/Coverage/WhatIfPage", "/what-ifs/{slug}"),
        (PageKind.Action, "/Public/Boards/ActionPage", "/actions/{slug}"),
    ];

    /// <summary>Whether records of a kind can have been read from a document.</summary>
    public static bool IsImported(PageKind kind) => kind.Kind.BodyType.GetProperty(nameof(Core.Readings.Import)) is not null;

    /// <summary>Gives the pages these addresses.</summary>
    public static void Add(PageConventionCollection conventions)
    {
        foreach (var prefix in Prefixes)
        {
            foreach (var (kind, page, route) in Pages)
            {
                conventions.AddPageRoute(page, $"{prefix}{route}/revisions/{{revision:int:min(1)}}");
                AddSide(conventions, "/Public/Records/HistoryPage", prefix + kind.Route("/revisions"));
                if (IsImported(kind))
                {
                    AddSide(conventions, "/Public/Records/SourcePage", prefix + kind.Route("/source"));
                }
            }
        }
    }

    // The first of a page's addresses stands in the page itself.
    private static void AddSide(PageConventionCollection conventions, string page, string route)
    {
        if (!route.StartsWith("/decisions/", StringComparison.Ordinal))
        {
            conventions.AddPageRoute(page, route);
        }
    }
}
