using System.Runtime.CompilerServices;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Standards;
using Goldthread.Decisions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Goldthread.People;

/// <summary>Who may come through a row of the table.</summary>
/// <param name="Roles">The roles; empty for everyone, null for whoever is signed in.</param>
internal sealed record Who(IReadOnlyList<Role>? Roles)
{
    /// <summary>Everyone, signed in or not.</summary>
    public static Who Everyone { get; } = new((IReadOnlyList<Role>)[]);

    /// <summary>Whoever is signed in, in whatever role.</summary>
    public static Who SignedIn { get; } = new((IReadOnlyList<Role>?)null);

    /// <summary>The body's own staff who read records.</summary>
    public static Who Staff { get; } = new(Core.People.Roles.Staff);

    /// <summary>Whoever comments on drafts: the body's own staff, but for those who only read.</summary>
    public static Who Commenters { get; } = new([.. Core.People.Roles.Staff.Where(role => role is not (Role.Auditor or Role.Analyst))]);

    /// <summary>Whoever keeps people.</summary>
    public static Who Administrators { get; } = new([Role.Administrator]);

    /// <summary>Whoever brings documents in.</summary>
    public static Who Importers { get; } = new([Role.Officer, Role.Secretariat]);

    /// <summary>Whoever looks at what was done: auditors, and administrators for what they may see.</summary>
    public static Who Auditing { get; } = new([Role.Auditor, Role.Administrator]);

    /// <summary>Whoever advises.</summary>
    public static Who Advisers { get; } = new([Role.Adviser]);

    /// <summary>Whoever decides, or sends on to whoever does.</summary>
    public static Who Deciders { get; } = new([Role.ChiefExecutive, Role.DecisionMaker]);

    /// <summary>Whoever may ask something of somebody.</summary>
    public static Who Askers { get; } = new(AskRules.Asking);

    /// <summary>Whoever may be asked: everybody who may change anything at all.</summary>
    public static Who Answerers { get; } = new(AskRules.Answering);

    /// <summary>Whoever may be named as a reader of a confidential part; whether she is, is asked of each.</summary>
    public static Who Part2Readers { get; } = new(Part2Rules.Reading);

    /// <summary>Whoever drafts decisions.</summary>
    public static Who Officers { get; } = new([Role.Officer]);

    /// <summary>Whoever keeps entries of the map: the organisations that own them, and officers. Which ones is asked of each.</summary>
    public static Who MapKeepers { get; } = new(KeepingRules.Keeping);

    /// <summary>Whoever sees what is proposed for the map.</summary>
    public static Who MapSeers { get; } = new(KeepingRules.Seeing);

    /// <summary>Whoever answers the statements of the standards for her own organisation.</summary>
    public static Who Assessors { get; } = new(AssessmentRules.Assessing);

    /// <summary>Whoever reviews what another organisation answered. Which one is asked of each.</summary>
    public static Who Reviewers { get; } = new(AssessmentRules.Reviewing);

    /// <summary>Whoever signs an organisation up to the standards.</summary>
    public static Who Signatories { get; } = new(AssessmentRules.SigningUp);

    /// <summary>Whoever sees who has to answer and to review.</summary>
    public static Who StandardsSeers { get; } = new(AssessmentRules.Seeing);

    /// <summary>Whoever sees the desk's list of actions.</summary>
    public static Who ActionSeers { get; } = new(ActionRules.Seeing);

    /// <summary>Whoever answers for an action; for which is asked of each.</summary>
    public static Who ActionAnswerers { get; } = new(ActionRules.Answering);

    /// <summary>Whoever runs boards.</summary>
    public static Who BoardRunners { get; } = new(ActionRules.Running);

    /// <summary>Whether nobody is asked who she is.</summary>
    public bool IsEveryone => Roles is { Count: 0 };

    /// <summary>Whether she may come through.</summary>
    public bool Admits(Standing? standing) => IsEveryone || (standing is not null && (Roles is null ? standing.Grounds.Count > 0 : standing.Holds(Roles)));
}

/// <summary>A row of the table of who may do what.</summary>
/// <param name="Endpoint">The route of an endpoint, or the name of a page under <c>Pages</c>; a folder of pages ends in a slash.</param>
/// <param name="Verb"><c>GET</c> (HEAD with it) or <c>POST</c>, with the name of the page's handler where it has one: <c>POST leave</c>.</param>
/// <param name="Who">Who may.</param>
/// <param name="Grave">Whether she must have proved who she is within the last minutes.</param>
/// <param name="FromAnywhere">
/// Whether it is answered where the browser does not say that this site sent it. Only what changes nothing and is the same for
/// everybody: older browsers say on a page without referrer that the origin is null, and would be turned away for it.
/// </param>
internal sealed record AccessRow(string Endpoint, string Verb, Who Who, bool Grave = false, bool FromAnywhere = false);

/// <summary>Endpoints that are alike in who may call them, and stand in the table as one.</summary>
internal sealed record EndpointGroup(string Name)
{
    /// <summary>What programs read of the register: the same as on its pages, as JSON, CSV, feeds, Word files and the bundle.</summary>
    public static EndpointGroup Reading { get; } = new("(the register for programs)");

    /// <summary>Styles, scripts and pictures.</summary>
    public static EndpointGroup Assets { get; } = new("(styles, scripts and pictures)");
}

/// <summary>
/// The one table of who may do what. What has no row answers nobody; a test holds the table and the site's endpoints
/// against each other, and tries every row with every role.
/// </summary>
internal static class Access
{
    /// <summary>For so long after proving who she is, somebody may do what is grave.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<AccessRow> Table { get; } =
    [
        // What the public reads. A signed-in person sees the same pages, with what her organisation may see.
        new("/Public/", "GET", Who.Everyone),
        new("/Support/", "GET", Who.Everyone),
        new("/Support/Support", "POST", Who.Everyone, FromAnywhere: true),
        new(EndpointGroup.Reading.Name, "GET", Who.Everyone),
        new(EndpointGroup.Assets.Name, "GET", Who.Everyone),

        // Following by email: whoever has the key of a link may do what the link is for.
        new("/Following/Follow", "GET", Who.Everyone),
        new("/Following/Follow", "POST", Who.Everyone),
        new("/Following/Asked", "GET", Who.Everyone),
        new("/Following/Follower", "GET", Who.Everyone),
        new("/Following/Follower", "POST Confirm", Who.Everyone),
        new("/Following/Follower", "POST End", Who.Everyone),
        new("/Following/End", "GET", Who.Everyone),
        new("/Following/End", "POST", Who.Everyone),

        // Signing in and out.
        new("/SignIn/SignIn", "GET", Who.Everyone),
        new("/SignIn/SignIn", "POST", Who.Everyone),
        new("/SignIn/SignIn", "POST PasskeyOptions", Who.Everyone),
        new("/SignIn/SignIn", "POST Passkey", Who.Everyone),
        new("/SignIn/Code", "GET", Who.Everyone),
        new("/SignIn/Code", "POST", Who.Everyone),
        new("/sign-in/provider", "GET", Who.Everyone),
        new("/sign-in/provider/return", "GET", Who.Everyone),
        new("/SignIn/Again", "GET", Who.SignedIn),
        new("/SignIn/Again", "POST", Who.SignedIn),
        new("/SignIn/Again", "POST PasskeyOptions", Who.SignedIn),
        new("/SignIn/Again", "POST Passkey", Who.SignedIn),
        new("/SignIn/SignOut", "GET", Who.Everyone),
        new("/SignIn/SignOut", "POST", Who.Everyone),

        // One's own desk and account.
        new("/Desk/Desk", "GET", Who.SignedIn),
        new("/Desk/Desk", "POST Looked", Who.SignedIn),
        new("/Desk/Ask", "GET", Who.Askers),
        new("/Desk/Ask", "POST", Who.Askers),
        new("/Desk/Ask", "POST Find", Who.Askers),
        new("/Desk/Asked", "GET", Who.SignedIn),
        new("/Desk/Asked", "POST Done", Who.Answerers),
        new("/Desk/Asked", "POST Decline", Who.Answerers),
        new("/Desk/Asked", "POST HandOver", Who.Answerers),
        new("/Desk/Asked", "POST Withdraw", Who.Askers),
        new("/Desk/Account", "GET", Who.SignedIn),
        new("/Desk/Account", "POST EndSession", Who.SignedIn),
        new("/Desk/Account", "POST Everywhere", Who.SignedIn),
        new("/Desk/Account", "POST Digest", Who.SignedIn),
        new("/Desk/Account", "POST PasskeyOptions", Who.SignedIn, Grave: true),
        new("/Desk/Account", "POST AddPasskey", Who.SignedIn, Grave: true),
        new("/Desk/Account", "POST RemovePasskey", Who.SignedIn, Grave: true),
        new("/Desk/Password", "GET", Who.SignedIn, Grave: true),
        new("/Desk/Password", "POST", Who.SignedIn, Grave: true),
        new("/Desk/Codes", "GET", Who.SignedIn, Grave: true),
        new("/Desk/Codes", "POST", Who.SignedIn, Grave: true),
        new("/Desk/Codes", "POST Anew", Who.SignedIn, Grave: true),

        // What staff see beside the public.
        new(Downloads.Originals.Route, "GET", Who.Staff),
        new("/Staff/Papers/Papers", "GET", Who.Staff),

        // Writing decisions.
        new("/Staff/Decisions/Decisions", "GET", Who.Staff),
        new("/Staff/Decisions/New", "GET", Who.Officers),
        new("/Staff/Decisions/New", "POST", Who.Officers),
        new("/Staff/Decisions/Draft", "GET", Who.Staff),
        new("/Staff/Decisions/Draft", "POST Save", Who.Officers),
        new("/Staff/Decisions/Draft", "POST Take", Who.Officers),
        new("/Staff/Decisions/Draft", "POST Drop", Who.Officers),
        new("/Staff/Decisions/Draft", "POST Number", Who.Officers),
        new("/Staff/Decisions/Preview", "GET", Who.Staff),
        new("/Staff/Decisions/DraftPapers", "GET", Who.Staff),
        new("/Staff/Decisions/DraftPapers", "POST Add", Who.Officers),
        new("/Staff/Decisions/DraftPapers", "POST Remove", Who.Officers),
        new("/Staff/Decisions/Comments", "GET", Who.Staff),
        new("/Staff/Decisions/Comments", "POST Add", Who.Commenters),
        new("/Staff/Decisions/Comments", "POST Answer", Who.Commenters),
        new("/Staff/Decisions/Comments", "POST Resolve", Who.Commenters),
        new("/Staff/Decisions/Comments", "POST Reopen", Who.Commenters),
        new(Decisions.DraftWord.Route, "GET", Who.Staff),
        new("/Staff/Decisions/Word", "GET", Who.Staff),
        new("/Staff/Decisions/Word", "POST Read", Who.Officers),
        new("/Staff/Decisions/Word", "POST TakeOver", Who.Officers),

        // Decisions on their way: who takes which step is in the one table of steps.
        .. DraftFlow.Steps.Where(step => step.Roles.Count > 0).GroupBy(step => step.Act).Select(same => new AccessRow(
            DraftSteps.IsDeciding(same.Key) ? "/Staff/Decisions/Decide" : "/Staff/Decisions/Take", $"POST {same.Key}",
            new Who([.. same.SelectMany(step => step.Roles).Distinct()]), same.Any(step => step.Grave))),
        new("/Staff/Decisions/Steps", "GET", Who.Staff),
        new("/Staff/Decisions/Plan", "GET", Who.Staff),
        new("/Staff/Decisions/Signed", "GET", Who.Staff),
        new("/Staff/Decisions/Deferred", "GET", Who.Staff),
        .. DecisionRegisters.Routes.Select(route => new AccessRow(route, "GET", Who.Staff)),
        new("/Staff/Decisions/Take", "GET", Who.Staff),
        new("/Staff/Decisions/Decide", "GET", Who.Deciders),
        new("/Staff/Decisions/History", "GET", Who.Staff),
        new("/Staff/Decisions/Advice", "GET", Who.Staff),
        new("/Staff/Decisions/Advice", "POST Ask", Who.Officers),
        new("/Staff/Decisions/Advice", "POST Withdraw", Who.Officers),
        new("/Staff/Decisions/Advise", "GET", Who.Advisers),
        new("/Staff/Decisions/Advise", "POST Give", Who.Advisers),
        new("/Staff/Decisions/Advise", "POST Decline", Who.Advisers),
        new("/Staff/Decisions/Advise", "POST Withdraw", Who.Advisers),

        // Confidential parts of decisions: that there is one is for staff, what it says for those named.
        new("/Staff/Part2/Part2List", "GET", Who.Staff),
        new("/Staff/Part2/Part2", "GET", Who.Staff),
        new("/Staff/Part2/Part2", "POST Open", Who.Part2Readers, Grave: true),
        new("/Staff/Part2/Part2", "POST Write", Who.Officers),
        new("/Staff/Part2/Part2", "POST Name", Who.Officers, Grave: true),
        new("/Staff/Part2/Part2", "POST End", Who.Officers),

        // The rules that decisions are checked against.
        new("/Staff/Rules/Rules", "GET", Who.Staff),
        new("/Staff/Rules/RuleFile", "GET", Who.Staff),
        new("/Staff/Rules/Change", "GET", Who.Officers),
        new("/Staff/Rules/Change", "POST Try", Who.Officers),
        new("/Staff/Rules/Change", "POST", Who.Officers),
        new("/Staff/Rules/Entry", "GET", Who.Officers),
        new("/Staff/Rules/Entry", "POST Try", Who.Officers),
        new("/Staff/Rules/Entry", "POST", Who.Officers),

        // Keeping the map of help.
        new("/Desk/Keeping/Map", "GET", Who.MapSeers),
        new("/Desk/Keeping/Map", "POST Check", Who.MapKeepers),
        new("/Desk/Keeping/Entry", "GET", Who.MapSeers),
        new("/Desk/Keeping/Entry", "POST Check", Who.MapKeepers),
        new("/Desk/Keeping/Entry", "POST Propose", Who.MapKeepers),
        new("/Desk/Keeping/New", "GET", Who.MapKeepers),
        new("/Desk/Keeping/New", "POST", Who.MapKeepers),
        new("/Desk/Keeping/Proposal", "GET", Who.MapSeers),
        new("/Desk/Keeping/Proposal", "POST Accept", Who.Officers),
        new("/Desk/Keeping/Proposal", "POST Refuse", Who.Officers),
        new("/Desk/Keeping/Proposal", "POST Withdraw", Who.MapKeepers),

        new("/Desk/Keeping/Entry", "POST WhatIf", Who.Officers),
        new("/Desk/Keeping/New", "POST WhatIf", Who.Officers),
        new("/Staff/WhatIfs/WhatIfs", "GET", Who.Staff),
        new("/Staff/WhatIfs/WhatIfs", "POST", Who.Officers),
        new("/Staff/WhatIfs/WhatIf", "GET", Who.Staff),
        new("/Staff/WhatIfs/WhatIf", "POST TakeOut", Who.Officers),

        // Answering the standards, and reviewing what others answered.
        new("/Desk/Standards/Standards", "GET", Who.StandardsSeers),
        new("/Desk/Standards/Organisation", "GET", Who.StandardsSeers),
        new("/Desk/Standards/Organisation", "POST SignUp", Who.Signatories, Grave: true),
        new("/Desk/Standards/Organisation", "POST TakeBack", Who.Signatories, Grave: true),
        new("/Desk/Standards/Statement", "GET", Who.StandardsSeers),
        new("/Desk/Standards/Statement", "POST Answer", Who.Assessors),
        new("/Desk/Standards/Statement", "POST Whole", Who.Assessors),
        new("/Desk/Standards/Statement", "POST Done", Who.Assessors),
        new("/Desk/Standards/Statement", "POST Review", Who.Reviewers),

        // Actions that were promised to boards.
        new("/Desk/Boards/Actions", "GET", Who.ActionSeers),
        new("/Desk/Boards/Answer", "GET", Who.ActionSeers),
        new("/Desk/Boards/Answer", "POST", Who.ActionAnswerers),
        new("/Desk/Boards/New", "GET", Who.BoardRunners),
        new("/Desk/Boards/New", "POST", Who.BoardRunners),
        new("/Desk/Boards/Found", "GET", Who.BoardRunners),
        new("/Desk/Boards/Found", "POST Confirm", Who.BoardRunners),
        new("/Desk/Boards/Found", "POST Leave", Who.BoardRunners),

        // Boards and their meetings.
        new("/Desk/Boards/Boards", "GET", Who.BoardRunners),
        new("/Desk/Boards/Board", "GET", Who.BoardRunners),
        new("/Desk/Boards/Board", "POST", Who.BoardRunners),
        new("/Desk/Boards/Plan", "GET", Who.BoardRunners),
        new("/Desk/Boards/Plan", "POST Keep", Who.BoardRunners),
        new("/Desk/Boards/Plan", "POST Paper", Who.BoardRunners),
        new("/Desk/Boards/Plan", "POST Withdraw", Who.BoardRunners),
        new("/Desk/Boards/Plan", "POST Cancel", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "GET", Who.ActionSeers),
        new("/Desk/Boards/Minutes", "POST Save", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "POST ToChair", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "POST ToMembers", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "POST Agree", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "POST Correct", Who.ActionAnswerers),
        new("/Desk/Boards/Minutes", "POST Accept", Who.BoardRunners),
        new("/Desk/Boards/Minutes", "POST Refuse", Who.BoardRunners),

        // Bringing papers in.
        new("/Staff/Imports/Import", "GET", Who.Importers),
        new("/Staff/Imports/Import", "POST", Who.Importers),
        new("/Staff/Imports/Progress", "GET", Who.Importers),

        // Who opened what.
        new("/Staff/Audit/Audit", "GET", Who.Auditing),

        // Who is who.
        new("/Staff/People/People", "GET", Who.Administrators),
        new("/Staff/People/Join", "GET", Who.Administrators),
        new("/Staff/People/Join", "POST", Who.Administrators, Grave: true),
        new("/Staff/People/Person", "GET", Who.Administrators),
        new("/Staff/People/Person", "POST Reset", Who.Administrators, Grave: true),
        new("/Staff/People/Person", "POST EndCover", Who.Administrators),
        new("/Staff/People/Move", "GET", Who.Administrators),
        new("/Staff/People/Move", "POST", Who.Administrators, Grave: true),
        new("/Staff/People/Leave", "GET", Who.Administrators),
        new("/Staff/People/Leave", "POST", Who.Administrators, Grave: true),
        new("/Desk/Cover", "GET", Who.SignedIn),
        new("/Desk/Cover", "POST", Who.SignedIn),
        new("/Desk/Cover", "POST End", Who.SignedIn),
    ];

    private static readonly Dictionary<(string, string), AccessRow> Rows = Table.ToDictionary(row => (row.Endpoint.ToUpperInvariant(), row.Verb.ToUpperInvariant()));

    // What is read is asked for at every request; what is written is not, and names its handler.
    private static readonly ConditionalWeakTable<Endpoint, AccessRow> Reading = [];

    /// <summary>The row of what a request leads to; null where there is none.</summary>
    public static AccessRow? RowOf(Endpoint endpoint, string method, string? handler)
    {
        if (handler is not null || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method)))
            return Look(endpoint, method, handler);
        if (!Reading.TryGetValue(endpoint, out var row) && (row = Look(endpoint, method, null)) is not null)
            Reading.TryAdd(endpoint, row);
        return row;
    }

    private static AccessRow? Look(Endpoint endpoint, string method, string? handler)
    {
        var verb = HttpMethods.IsHead(method) ? HttpMethods.Get : method.ToUpperInvariant();
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var name = page.ViewEnginePath;
            return Find(name, handler is null ? verb : $"{verb} {handler}")
                ?? Find(name[..(name.IndexOf('/', 1) + 1)], verb);
        }

        if (endpoint.Metadata.GetMetadata<EndpointGroup>() is { } group)
            return Find(group.Name, verb);
        return endpoint is RouteEndpoint route ? Find("/" + route.RoutePattern.RawText!.TrimStart('/'), verb) : null;
    }

    /// <summary>Whether the table knows an endpoint at all, in whatever way it is asked.</summary>
    public static bool IsKnown(Endpoint endpoint) => RowOf(endpoint, HttpMethods.Get, null) is not null;

    private static AccessRow? Find(string endpoint, string verb) => Rows.GetValueOrDefault((endpoint.ToUpperInvariant(), verb.ToUpperInvariant()));
}
