using Goldthread.Core.Following;
using Goldthread.Following;
using Goldthread.Register.Following;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Following;

/// <summary>Asks for emails about what is published. Whether an address has them already, the answer is the same.</summary>
[IgnoreAntiforgeryToken] // it has no cookie, and does nothing but ask the owner of an address
public sealed class FollowModel(Followers followers, IServiceProvider services, IOptions<BodySettings> own) : FormPage
{
    private const int MostFollowed = 60;

    private readonly FollowWords words = services.GetRequiredService<FollowWords>();

    /// <summary>The address, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What is chosen, each as <see cref="Followed.Written"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "what")]
    public List<string> What { get; set; } = [];

    /// <summary>Whether this copy of the register can say in an email where it is.</summary>
    public bool IsOffered => own.Value.Address is { Length: > 0 };

    /// <summary>What stands first: every decision, and what she came for.</summary>
    public IReadOnlyList<(Followed Follow, string Words)> First { get; private set; } = [];

    /// <summary>What else there is, in groups.</summary>
    public IReadOnlyList<(string Id, string Legend, string Hint, IReadOnlyList<(Followed Follow, string Name)> Choices)> Groups { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    /// <summary>Keeps what is asked for and asks the address; whoever is here learns nothing of it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = await LoadAsync();
        if (!IsOffered)
            return Page();
        if (FollowerBoxes.Address(Email) is not { } address)
        {
            ModelState.AddModelError("email", "Enter an email address, such as name@example.org");
            address = "";
        }

        if (chosen.Count == 0)
            ModelState.AddModelError("what", "Choose what you want to follow");
        if (!ModelState.IsValid)
            return Page();
        await followers.AskAsync(services.GetRequiredService<FollowerBoxes>().Make(address), chosen, HttpContext.RequestAborted);
        return LocalRedirect("/decisions/follow/asked");
    }

    private async Task<IReadOnlyList<Followed>> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var stop = HttpContext.RequestAborted;
        var chosen = new List<Followed>();
        foreach (var follow in What.Take(MostFollowed).Select(Followed.Parse).OfType<Followed>().Distinct())
            if (await words.NameOfAsync(follow, stop) is not null)
                chosen.Add(follow);
        What = [.. chosen.Select(follow => follow.Written)];
        First = await words.OfAsync(chosen.Prepend(Followed.Decisions).Distinct(), stop);
        var series = (await words.SeriesAsync(stop)).Where(one => !chosen.Contains(one.Follow)).ToList();
        Groups =
        [
            .. series.Count == 0 ? [] : new[] { ("series", "Boards", "Their meetings and workshops, when minutes or notes are published.", (IReadOnlyList<(Followed Follow, string Name)>)series) },
            ("topic", "Topics", "Decisions, minutes and notes that name one.", [.. FollowWords.Topics.Where(one => !chosen.Contains(one.Follow))]),
        ];
        return chosen;
    }
}
