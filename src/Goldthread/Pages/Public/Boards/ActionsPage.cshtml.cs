using Goldthread.Boards;
using Goldthread.Core.Boards;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Boards;

/// <summary>What was promised to all boards, narrowed by where it stands, by board and by who owes it.</summary>
public sealed class ActionsModel(RegisterView view, ActionLines lines, IOptions<BodySettings> own, TimeProvider clock) : PageModel
{
    private const int Rows = 50;

    private ActionFilters filters = new();

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<ActionLine> Lines { get; private set; } = [];

    /// <summary>The ways to narrow the list.</summary>
    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    /// <summary>The filters chosen, each with the address without it.</summary>
    public IReadOnlyList<(string Words, string Without)> Chosen { get; private set; } = [];

    /// <summary>How many there are, in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>How many actions there are, whatever is chosen.</summary>
    public int Whole { get; private set; }

    /// <summary>The neighbours of this page.</summary>
    public Paging Paging { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(string? state, string? board, string? owner, int page = 1)
    {
        var stop = HttpContext.RequestAborted;
        if (page < 1 || ActionFilters.Of(state, board, owner) is not { } asked)
            return NotFound();
        filters = asked;
        var boards = await lines.BoardsAsync(stop);
        var today = Wording.Today(clock);
        RecordHead? of = null;
        if (asked.Board is { } slug && (of = boards.GetValueOrDefault(slug)) is null)
            return NotFound();
        var owners = asked.Owner is { } reference ? await view.CommonAsync(RecordKinds.Organisation.Name, [reference], stop) : [];
        if (asked.Owner is not null && owners.Count == 0)
            return NotFound();
        var query = asked.Query(own.Value.Id, of?.Id, today) with { Page = page, PageSize = Rows };
        var list = await view.ActionsAsync(query, stop);
        Lines = await lines.OfAsync(list.Rows, today, of is null, stop);
        Paging = new Paging(page, Paging.Count(list.Total, Rows), "/actions", asked.InAddress);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in ActionFilters.States)
            counts[one.Value] = await view.CountActionsAsync((asked with { State = one.Value }).Query(own.Value.Id, of?.Id, today), stop);
        Whole = counts[ActionFilters.All];
        Sentence = $"{PageKind.Action.Count(list.Total)}{(asked.State == ActionFilters.All ? "" : $" {ActionFilters.Words(asked.State)}")}{(asked.State == ActionFilters.Open && counts[ActionFilters.Late] is var late and > 0 ? $", {Wording.Number(late)} of them late" : "")}";
        Chosen =
        [
            .. of is null ? [] : new[] { (of.Title, (asked with { Board = null }).Address) },
            .. owners.Select(head => ($"Owed by {head.Title}", (asked with { Owner = null }).Address)),
        ];
        Facets = [StateFacet(counts), .. await NarrowerAsync(boards, today, stop)];
        return Page();
    }

    private Facet StateFacet(Dictionary<string, int> counts) => new("Where it stands",
    [
        new FacetChoice("All", Whole, (filters with { State = ActionFilters.All }).Address, filters.State == ActionFilters.All),
        .. ActionFilters.States.Where(one => one.Value != ActionFilters.All)
            .Select(one => new FacetChoice(FieldWords.Capital(one.Words), counts[one.Value], (filters with { State = one.Value }).Address, filters.State == one.Value)),
    ]);

    private async Task<IEnumerable<Facet>> NarrowerAsync(Dictionary<string, RecordHead> boards, DateOnly today, CancellationToken stop)
    {
        var facets = new List<Facet>();
        if (filters.Board is null)
        {
            var byId = boards.Values.ToDictionary(head => head.Id);
            var counts = await view.ActionsByBoardAsync(filters.Query(own.Value.Id, null, today), stop);
            var choices = counts.Where(one => byId.ContainsKey(one.Key)).Select(one => new FacetChoice(byId[one.Key].Title, one.Value, (filters with { Board = byId[one.Key].Slug }).Address, false)).OrderByDescending(one => one.Count).ToList();
            if (choices.Count > 1)
                facets.Add(new Facet("Board", [new FacetChoice("All boards", choices.Sum(one => one.Count), filters.Address, true), .. choices.Take(15)]));
        }

        if (filters.Owner is null)
        {
            var counts = await view.ActionsByOwnerAsync(filters.Query(own.Value.Id, filters.Board is { } slug ? boards[slug].Id : null, today), stop);
            var names = (await view.CommonAsync(RecordKinds.Organisation.Name, [.. counts.Keys], stop)).ToDictionary(head => head.Slug, head => head.Title, StringComparer.Ordinal);
            var choices = counts.Where(one => names.ContainsKey(one.Key)).Select(one => new FacetChoice(names[one.Key], one.Value, (filters with { Owner = one.Key }).Address, false)).OrderByDescending(one => one.Count).ToList();
            if (choices.Count > 1)
                facets.Add(new Facet("Owed by", [new FacetChoice("Anybody", choices.Sum(one => one.Count), filters.Address, true), .. choices.Take(15)]));
        }

        return facets;
    }
}

/// <summary>How the list of actions is narrowed, as it stands in the address.</summary>
/// <param name="State">Where they stand: one of <see cref="States"/>.</param>
/// <param name="Board">Promised to this board, by its slug.</param>
/// <param name="Owner">Owed by this organisation, by its reference.</param>
public sealed record ActionFilters(string State = ActionFilters.Open, string? Board = null, string? Owner = null)
{
    /// <summary>What is still owed; a list that says nothing shows it.</summary>
    public const string Open = "open";

    /// <summary>What is late.</summary>
    public const string Late = "late";

    /// <summary>Whatever became of them.</summary>
    public const string All = "all";

    /// <summary>What the filter can say, with its words.</summary>
    public static IReadOnlyList<(string Value, string Words)> States { get; } = [(All, "in all"), (Open, "still owed"), (Late, "late"), ("done", "done"), ("refused", "refused")];

    /// <summary>The words of a state.</summary>
    public static string Words(string state) => States.First(one => one.Value == state).Words;

    /// <summary>Reads them from an address; null where one has a value that nothing can have.</summary>
    public static ActionFilters? Of(string? state, string? board, string? owner) =>
        (state is null or "" || States.Any(one => one.Value == state)) && board is null or { Length: <= 200 } && owner is null or { Length: <= 200 }
            ? new ActionFilters(state is { Length: > 0 } ? state : Open, board is { Length: > 0 } ? Slug.Of(board) : null, owner is { Length: > 0 } ? Slug.Of(owner) : null)
            : null;

    /// <summary>As they stand in an address.</summary>
    public IReadOnlyList<(string Name, string Value)> InAddress =>
    [
        .. State == Open ? [] : new[] { ("state", State) },
        .. Board is null ? [] : new[] { ("board", Board) },
        .. Owner is null ? [] : new[] { ("owner", Owner) },
    ];

    /// <summary>The address of the list under these filters.</summary>
    public string Address => Paging.AddressOf("/actions", InAddress);

    /// <summary>The query.</summary>
    public ActionQuery Query(string body, Guid? board, DateOnly today) => new(body)
    {
        Board = board,
        Owner = Owner,
        State = State switch { Open => ActionState.Open, "done" => ActionState.Done, "refused" => ActionState.Refused, _ => null },
        LateOn = State == Late ? today : null,
    };
}
