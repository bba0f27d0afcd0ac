using Goldthread.Core.Rules;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Rules;

/// <summary>All rules as they held on a day, with their gaps and overlaps, and the files they stand in.</summary>
public sealed class RulesModel(RegisterDatabase database, RegisterView view, TimeProvider clock) : FormPage
{
    /// <summary>The day asked for, as it was entered.</summary>
    [BindProperty(SupportsGet = true, Name = "on")]
    public string? On { get; set; }

    /// <summary>The day that is shown.</summary>
    public DateOnly Shown { get; private set; }

    /// <summary>What held, file by file.</summary>
    public IReadOnlyList<RulesOnDay> Parts { get; private set; } = [];

    /// <summary>Where the rules leave a gap or say a thing twice.</summary>
    public IReadOnlyList<RuleGap> Gaps { get; private set; } = [];

    /// <summary>Why the rules cannot be used; null where they can.</summary>
    public string? Problem { get; private set; }

    internal IReadOnlyList<RuleInUse> Files { get; private set; } = [];

    /// <summary>Shows the rules.</summary>
    public async Task OnGetAsync()
    {
        Shown = Day(On, "on") ?? Wording.Today(clock);
        Files = await new RuleDesk(database, view).FilesAsync(HttpContext.RequestAborted);
        var outcome = RuleBook.Parse(Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));
        if (outcome.Book is not { } book)
        {
            Problem = $"{outcome.Errors[0].File}, line {outcome.Errors[0].Line}: {outcome.Errors[0].Message}";
            return;
        }

        Parts = RulesOnDay.Of(book, Shown);
        Gaps = book.Gaps();
    }

    internal RuleInUse FileOf(string path) => Files.First(file => file.Path == path);

    /// <summary>The days of an entry in words.</summary>
    public static string Days(Effect effect) => (effect.From, effect.To) switch
    {
        ({ } from, { } to) => $"{Wording.Date(from)} to {Wording.Date(to)}",
        ({ } from, null) => $"Since {Wording.Date(from)}",
        (null, { } to) => $"Until {Wording.Date(to)}",
        _ => "Whatever the day",
    };

    /// <summary>What is said where a file has nothing for the day.</summary>
    public static string Nothing(string path) => path.StartsWith("pre-election", StringComparison.Ordinal)
        ? "The day falls into no period before an election that is known here."
        : "Nothing is known here for this day.";

    internal static string Say(RuleInUse file) => (file.Changed, RuleFiles.IsForOfficers(file.Path)) switch
    {
        ({ } head, _) => $"{file.Path} · changed here on {Wording.Day(head.ChangedAt)}, revision {head.Revision}",
        (null, true) => $"{file.Path} · as it came with the program",
        _ => $"{file.Path} · comes with the program and is changed with it",
    };
}
