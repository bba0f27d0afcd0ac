using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Standards;

/// <summary>Organisations side by side; of one alone, its boroughs.</summary>
public sealed class StandardsCompareModel(StandardsRegister register) : PageModel
{
    /// <summary>So many stand side by side where nobody chose.</summary>
    public const int Shown = 5;

    private const int Most = 12;

    /// <summary>The references of those chosen; those that signed up first where there are none.</summary>
    [FromQuery(Name = "organisation")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Everybody who answered.</summary>
    public IReadOnlyList<OrganisationStanding> All { get; private set; } = [];

    /// <summary>What stands side by side: the name of a column, where it leads, and its answers.</summary>
    public IReadOnlyList<(string Name, OrganisationStanding Of, Answers Answers)> Columns { get; private set; } = [];

    /// <summary>The statements that at least one of them is asked.</summary>
    public IReadOnlyList<StandardStatement> Statements { get; private set; } = [];

    /// <summary>Whether the boroughs of one organisation stand side by side.</summary>
    public OrganisationStanding? One { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        All = await register.AllAsync(HttpContext.RequestAborted);
        var chosen = All.Where(one => Chosen.Contains(one.Reference)).Take(Most).ToList();
        if (chosen.Count == 0)
            chosen = [.. All.OrderBy(one => one.SignedUp is null).ThenBy(one => one.SignedUp?.On).Take(Shown).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
        One = chosen is [{ Boroughs.Count: > 0 } one] ? one : null;
        Columns = One is null
            ? [.. chosen.Select(of => (of.Name, of, of.Whole))]
            : [.. One.All.Take(Most).Select(answers => (answers.Borough.Length == 0 ? "As a whole" : answers.Borough, One, answers))];
        Chosen = [.. chosen.Select(of => of.Reference)];
        var asked = chosen.SelectMany(of => of.Asked).ToHashSet();
        Statements = [.. (await register.BookAsync(HttpContext.RequestAborted)).Standards.Where(asked.Contains)];
    }

    /// <summary>What a column says of a statement; null where it is not asked of it.</summary>
    public static StatementRow? RowOf(Answers answers, StandardStatement statement) => answers.Rows.FirstOrDefault(row => row.Statement == statement);
}
