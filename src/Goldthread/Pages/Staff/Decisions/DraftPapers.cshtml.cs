using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>The records that a draft names as its papers, and a search for more of them.</summary>
public sealed class DraftPapersModel(DraftService drafts, RegisterView view, RecordAddress addresses, CurrentPerson current, IOptions<BodySettings> own) : DraftPage(drafts, current)
{
    private const string Field = "papers";
    private const int MostOfAKind = 5;
    private const int LongestQuestion = 200;
    private static readonly RecordKind[] Kinds = [RecordKinds.Meeting, RecordKinds.Workshop, RecordKinds.Document, RecordKinds.WhatIf];

    private readonly DraftService drafts = drafts;

    /// <inheritdoc/>
    public override string Here => "draft";

    /// <summary>A day, a reference or words to find a paper by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The papers that it names, in its order: the address, and the record where it is here.</summary>
    public IReadOnlyList<(string Address, RecordHead? Head)> Named { get; private set; } = [];

    /// <summary>What was found, or the newest where nothing was asked; without those that it names.</summary>
    public IReadOnlyList<(string Address, RecordHead Head)> Found { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        await ShowAsync();
        return Page();
    }

    /// <summary>Names a paper.</summary>
    public Task<IActionResult> OnPostAddAsync(Guid id, string? paper) => ChangeAsync(id, paper, (lines, line) => lines.Contains(line, StringComparer.Ordinal) ? lines : [.. lines, line]);

    /// <summary>Names a paper no more.</summary>
    public Task<IActionResult> OnPostRemoveAsync(Guid id, string? paper) => ChangeAsync(id, paper, (lines, line) => [.. lines.Where(each => each != line)]);

    private async Task<IActionResult> ChangeAsync(Guid id, string? paper, Func<IReadOnlyList<string>, string, IReadOnlyList<string>> change)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        if (paper is { Length: > 0 and <= LongestQuestion })
        {
            var saved = await drafts.SaveAsync(id, new Dictionary<string, (string, int)> { [Field] = (string.Join('\n', change(Draft.Content.Lines(Field), paper)), Draft.VersionOf(Field)) }, Me, HttpContext.RequestAborted);
            if ((saved.Fault ?? saved.Fields.Values.Select(field => field.Fault).FirstOrDefault(fault => fault is not null)) is { } fault)
                ModelState.AddModelError("", fault.Message);
        }

        if (ModelState.IsValid)
            return LocalRedirect($"{Address}/papers{(Q is { Length: > 0 } asked ? $"?q={Uri.EscapeDataString(asked)}" : "")}");
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var named = Draft.Content.Lines(Field);
        var heads = new Dictionary<string, RecordHead>(StringComparer.Ordinal);
        foreach (var line in named)
        {
            foreach (var kind in Kinds)
            {
                if (DraftPapers.SlugOf(line, kind) is { } slug && (await view.FindAsync(own.Value.Id, kind.Name, slug, HttpContext.RequestAborted))?.Record?.Head is { } head)
                    heads[line] = head;
            }
        }

        Named = [.. named.Select(line => (line, heads.GetValueOrDefault(line)))];
        var found = new List<RecordHead>();
        foreach (var kind in Kinds)
        {
            found.AddRange(Q?.Trim() is { Length: > 0 and <= LongestQuestion } asked
                ? (await view.SearchAsync(new SearchQuery(asked, [new SearchFilter(RecordFacets.Kind, kind.Name)], PageSize: MostOfAKind), HttpContext.RequestAborted)).Hits.Select(hit => hit.Head)
                : (await view.ListAsync(new ListQuery(kind.Name, own.Value.Id, PageSize: MostOfAKind), HttpContext.RequestAborted)).Rows);
        }

        Found =
        [
            .. found.Where(head => head.Body == own.Value.Id && heads.Values.All(paper => paper.Id != head.Id))
                .Select(head => (addresses.Of(head)!, head)).Where(paper => DraftPapers.Refuse(paper.Item1) is null),
        ];
    }
}
