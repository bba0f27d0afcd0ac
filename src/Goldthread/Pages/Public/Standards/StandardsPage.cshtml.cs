using Goldthread.Commands;
using Goldthread.Core.Rules;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public.Standards;

/// <summary>The minimum and the gold standard, as they held on a day: each statement with what it rests on, what it does not ask and what it costs.</summary>
public sealed class StandardsModel(TimeProvider clock) : PageModel
{
    /// <summary>The day asked for, as typed; empty for today.</summary>
    [FromQuery(Name = "day")]
    public string? Typed { get; set; }

    /// <summary>The day that is looked at.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Whether what was typed is no day.</summary>
    public bool IsNoDay { get; private set; }

    /// <summary>The statements of each standard by the stage of the journey, in the order of the file.</summary>
    public IReadOnlyList<(StandardLevel Level, IReadOnlyList<IGrouping<string, StandardStatement>> Stages)> Standards { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var today = Wording.Today(clock);
        Day = string.IsNullOrWhiteSpace(Typed) ? today : FormPage.DayOf(Typed) ?? today;
        IsNoDay = !string.IsNullOrWhiteSpace(Typed) && FormPage.DayOf(Typed) is null;
        var (rules, problem) = await HttpContext.RequestServices.GetRequiredService<CurrentRules>().GetAsync(HttpContext.RequestAborted);
        var book = rules?.Book ?? throw new SettingException(problem!);
        Standards = [.. book.Standards.Where(one => one.Effect.Covers(Day)).GroupBy(one => one.Level).OrderBy(same => same.Key)
            .Select(same => (same.Key, (IReadOnlyList<IGrouping<string, StandardStatement>>)[.. same.GroupBy(one => one.Stage, StringComparer.Ordinal)]))];
    }

    /// <summary>What a standard is called.</summary>
    public static string NameOf(StandardLevel level) => level == StandardLevel.Minimum ? "The minimum standard" : "The gold standard";

    /// <summary>For whom a statement is.</summary>
    public static string For(string organisation) => organisation == "any" ? "Every organisation" : FieldWords.Capital(organisation);
}
