using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.People;

/// <summary>Everybody who signs in, and who has left.</summary>
public sealed class PeopleModel(PeopleService people) : PageModel
{
    private const int Most = 200;

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Who is shown.</summary>
    public IReadOnlyList<PersonEntry> Shown { get; private set; } = [];

    /// <summary>How many there are, in a sentence.</summary>
    public string Count { get; private set; } = "";

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync()
    {
        var all = await people.ListAsync(HttpContext.RequestAborted);
        var here = all.Count(person => person.LeftAt is null);
        var left = all.Count - here;
        Count = $"{Wording.Number(here)} {(here == 1 ? "person signs" : "people sign")} in here{(left == 0 ? "" : left == 1 ? ", one has left" : $", {Wording.Number(left)} have left")}.";
        var words = (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Shown = [.. all.Where(person => words.All(word => Holds(person, word))).OrderBy(person => person.LeftAt is not null).Take(Most)];
    }

    /// <summary>Her roles today, whom she covers and how she proves who she is.</summary>
    public string Say(PersonEntry person)
    {
        if (person.LeftAt is { } left)
            return $"Left on {Wording.Day(left)}";
        var roles = person.HeldOn(people.Today);
        var covers = person.Covers.Where(cover => cover.Deputy == person.Id && cover.Starts <= people.Today && people.Today <= cover.Ends).Select(cover => $"covers {cover.Name}");
        var proof = person.HasPasskey || person.HasCodes ? null : "has no second proof yet";
        return string.Join(" · ", new[] { roles.Count == 0 ? "No role today" : Sentence(Wording.Join([.. roles.Select(role => role.Words)])) }.Concat(covers).Append(proof).OfType<string>());
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static bool Holds(PersonEntry person, string word) =>
        new[] { person.Name, person.Office, person.Email, person.Organisation ?? "" }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
