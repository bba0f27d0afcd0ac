using Goldthread.Core.Standards;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Standards;

/// <summary>What reviewers hold up to others, to be looked through by words.</summary>
public sealed class GoodPracticeModel(StandardsRegister register) : PageModel
{
    private const int MostLetters = 200;

    /// <summary>The words looked for; each of them must be there.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>What was found, the latest review first.</summary>
    public IReadOnlyList<(OrganisationStanding Of, Answers Answers, StatementRow Row)> Found { get; private set; } = [];

    /// <summary>How much there is in all.</summary>
    public int Total { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        var all = (from of in await register.AllAsync(HttpContext.RequestAborted)
                   from answers in of.All
                   from row in answers.Rows
                   where row is { OfTheWhole: false, Answer.IsGoodPractice: true }
                   orderby row.Answer!.Review!.On descending, of.Name
                   select (of, answers, row)).ToList();
        var words = (Words ?? "").Length > MostLetters ? [] : (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Total = all.Count;
        Found = [.. all.Where(one => words.All(word => Text(one).Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private static string Text((OrganisationStanding Of, Answers Answers, StatementRow Row) one) =>
        string.Join(' ', one.Of.Name, one.Answers.Borough, one.Row.Statement.Number, one.Row.Statement.Stage, one.Row.Answer!.Wording, one.Row.Answer.Evidence, one.Row.Answer.Review!.GoodPractice, one.Row.Answer.Review.Words);
}
