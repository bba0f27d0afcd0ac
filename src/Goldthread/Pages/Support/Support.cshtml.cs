using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Doors;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Rules;
using Goldthread.Site;
using Goldthread.Support;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Support;

/// <summary>
/// The pages for survivors: four questions, who can help, and a few pages of their own. What she says comes in the body of a
/// POST and goes with the answer: the form changes nothing and is nobody's, so it needs no token against forgery, and so no cookie.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestForm)]
[RequestFormLimits(ValueCountLimit = 64, KeyLengthLimit = 256, ValueLengthLimit = 1024)]
public sealed class SupportModel(SupportMap maps, SupportLanguages languages, Helplines helplines, IOptions<SupportSettings> settings, TimeProvider clock, HtmlEncoder encoder) : PageModel
{
    private const int LongestForm = 16 * 1024;
    private const int MostCards = 8;
    private const int MostNamed = 12;

    /// <summary>After so many months without a check a card says so.</summary>
    public const int MonthsFresh = 6;

    /// <summary>After so many months without a check a card is not shown, and neither is one that was never checked.</summary>
    public const int MonthsShown = 12;

    /// <summary>What the request says.</summary>
    public SupportVisit Visit { get; private set; } = new();

    /// <summary>The texts in her language.</summary>
    public SupportWords Words { get; private set; } = languages.English;

    /// <summary>The languages offered.</summary>
    public IReadOnlyList<SupportWords> Languages => languages.All;

    /// <summary>Where the exit leads.</summary>
    public string Exit => settings.Value.Exit;

    /// <summary>The map; null where it cannot be asked now.</summary>
    public ReadyMap? Map { get; private set; }

    /// <summary>Who can help, at most eight.</summary>
    public IReadOnlyList<DoorCard> Cards { get; private set; } = [];

    /// <summary>How many more there are.</summary>
    public int More { get; private set; }

    /// <summary>The text that says how this browser's history is cleared.</summary>
    public string ClearText => Browsers.ClearText(Request.Headers.UserAgent.ToString());

    /// <summary>The helplines at the top: those of every page, and those of this one.</summary>
    public IReadOnlyList<Helpline> Lines => helplines.On(Visit.Page, Wording.Today(clock));

    /// <summary>What she said, as the map has it; null where there is no map.</summary>
    public Situation? Who { get; private set; }

    /// <summary>Her answers in her words, those she gave.</summary>
    public IEnumerable<string> Answers =>
        Map is not { } map || Who is not { } who ? [] :
        (who.Need is { } need ? [NeedName(map.Map.Needs[need])] : (string[])[]).Concat(
            map.Questions.Where(asked => who.Values[asked] is not null).Select(asked => ValueName(map.Map.Dimensions[asked].Name, map.Map.Dimensions[asked].Values[who.Values[asked]!.Value])));

    /// <summary>Shows the questions, or a page of its own.</summary>
    public Task<IActionResult> OnGetAsync(string? topic)
    {
        if (topic is not null && !SupportVisit.Pages.Contains(topic))
            Response.StatusCode = StatusCodes.Status404NotFound; // and the page with the questions: never a dead end
        return ShowAsync(new SupportVisit { Page = topic is not null && SupportVisit.Pages.Contains(topic) ? topic : "" });
    }

    /// <summary>Shows what the form asks for.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            return await ShowAsync(Request.HasFormContentType ? SupportVisit.Of(await Request.ReadFormAsync(HttpContext.RequestAborted)) : new SupportVisit());
        }
        catch (Exception unread) when (unread is InvalidDataException or BadHttpRequestException)
        {
            return await ShowAsync(new SupportVisit());
        }
    }

    private async Task<IActionResult> ShowAsync(SupportVisit visit)
    {
        (Visit, Words) = (visit, languages.Of(visit.Language));
        if (visit.Page is "" or SupportVisit.Found)
            Map = await maps.GetAsync(HttpContext.RequestAborted);
        Who = Map?.SituationOf(visit);
        if (visit.Page == SupportVisit.Found && Map is { } map)
            Find(map);
        return Page();
    }

    private void Find(ReadyMap map)
    {
        var today = Wording.Today(clock);
        var open = map.Finder.Find(Who!, today).Where(open => map.Doors[open.Door].Checked is { } look && look.On.AddMonths(MonthsShown) > today).ToList();
        Cards = [.. open.Take(MostCards).Select(one => CardOf(map, one, today))];
        More = open.Count - Cards.Count;
    }

    private DoorCard CardOf(ReadyMap map, OpenDoor open, DateOnly today)
    {
        var door = map.Doors[open.Door];
        return new DoorCard(
            door,
            door.Reach ?? new HowToReach(),
            [.. open.Through.Select(service => map.Map.Services[service])],
            [.. open.Asks.Select(asked => map.Map.Dimensions[asked])],
            WhoMayCome(map.Map, door),
            WhatItIs(map.Map, map.Map.Services[open.Through[^1]]),
            door.Checked!.On.AddMonths(MonthsFresh) <= today ? Date(door.Checked.On) : null);
    }

    private IReadOnlyList<string> WhoMayCome(PathwayMap map, DoorEntry door) =>
        [.. door.Accepts.Select(way => string.Concat(way.Values.Select(asked => $"{Sentence(map.Dimensions.First(one => one.Name == asked.Dimension), asked.Values)}. ")).TrimEnd())];

    // Values that go on to the last one are "aged 16 or over", those from the first one on are "under 18"; others stand one by one.
    private string Sentence(Dimension dimension, IReadOnlyList<string> values)
    {
        var places = values.Select(value => dimension.Values.ToList().IndexOf(value)).Order().ToList();
        var together = places.Count > 1 && places[^1] - places[0] == places.Count - 1;
        if (together && places[^1] == dimension.Values.Count - 1 && Words.Find($"from.{dimension.Name}.{dimension.Values[places[0]]}") is { } from)
            return from.Text;
        if (together && places[0] == 0 && Words.Find($"to.{dimension.Name}.{dimension.Values[places[^1]]}") is { } to)
            return to.Text;
        var named = values.Take(MostNamed).Select(value => Words.Find($"who.{dimension.Name}.{value}")?.Text ?? ValueName(dimension.Name, value)).ToList();
        var what = values.Count > MostNamed
            ? $"{string.Join(", ", named)} {Words.Fill("and-more", ("count", Wording.Number(values.Count - MostNamed)))}"
            : Joined(named, "or");
        what = Words.Find($"who.{dimension.Name}") is { } sentence ? sentence.Text.Replace("{what}", what, StringComparison.Ordinal) : what;
        return char.ToUpper(what[0], CultureInfo.InvariantCulture) + what[1..];
    }

    // Of what she needs if she said it, else of what it gives first.
    private string WhatItIs(PathwayMap map, Service service)
    {
        var need = Who!.Need is { } asked && service.Provides.Contains(asked) ? asked : service.Provides.Count > 0 ? service.Provides[0] : -1;
        return need >= 0 && Words.Find($"is.{map.Needs[need].Id}") is not null ? $"is.{map.Needs[need].Id}" : "";
    }

    /// <summary>A value in her language, as the questions name it; else as the map does.</summary>
    public string ValueName(string dimension, string value) => Words.Find($"value.{dimension}.{value}")?.Text ?? value;

    /// <summary>What a characteristic is called in a sentence.</summary>
    public string DimensionName(string dimension) => Words.Find($"about.{dimension}")?.Text ?? dimension;

    /// <summary>A need in her language; else as the map names it.</summary>
    public string NeedName(Need need) => Words.Find($"need.{need.Id}")?.Text ?? need.Name;

    /// <summary>What a way hangs on, in one phrase: <c>your age, your visa and your children</c>.</summary>
    public string Phrase(IReadOnlyList<Dimension> asked) => Joined([.. asked.Select(one => DimensionName(one.Name))], "and");

    private string Joined(IReadOnlyList<string> names, string by) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {Words[by]} {names[^1]}";

    /// <summary>How a characteristic is asked for.</summary>
    public string Question(string dimension) => Words.Find($"ask.{dimension}")?.Text ?? $"{Words["ask.other"]} ({dimension})";

    /// <summary>A day as her language writes it, in figures where it has no names of months here.</summary>
    public string Date(DateOnly day) => Words == languages.English ? Wording.Date(day) : day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A text as HTML: its gaps filled, its numbers to be tapped, and marked as English where her language lacks it.</summary>
    public IHtmlContent Say(string name, params ReadOnlySpan<(string Gap, string With)> gaps)
    {
        var (text, of) = Words.Find(name) ?? throw new KeyNotFoundException($"The texts for survivors have no “{name}”.");
        var html = new StringBuilder(encoder.Encode(text))
            .Replace("{999}", "<a href=\"tel:999\"><strong>999</strong></a>").Replace("{55}", "<strong>55</strong>").Replace("{18000}", "<a href=\"tel:18000\"><strong>18000</strong></a>").Replace("999 BSL", "<bdi>999 BSL</bdi>");
        foreach (var (gap, with) in gaps)
            html.Replace($"{{{gap}}}", encoder.Encode(with));
        return of == Words ? new HtmlString(html.ToString()) : new HtmlString($"<span lang=\"{of.Code}\" dir=\"{of.Direction}\">{html}</span>");
    }

    /// <summary>A page of its own, and the language that it is in.</summary>
    public (MarkdownText Text, SupportWords In) Topic(string page)
    {
        var (text, of) = Words.Find($"page.{page}")!.Value;
        return (new MarkdownText(helplines.Fill(text)), of);
    }
}

/// <summary>A door as a card.</summary>
/// <param name="Door">The door.</param>
/// <param name="Reach">How it is reached; empty where nobody has said.</param>
/// <param name="Through">The services that it hands on to, in order; the last one gives the help.</param>
/// <param name="Asks">What she did not say and the way hangs on.</param>
/// <param name="Who">Who may come: a line of sentences for each way of being accepted; none where everybody may.</param>
/// <param name="Is">The name of the text that says what the help is; empty where there is none.</param>
/// <param name="CheckedOn">When it was last checked, where that is long ago.</param>
public sealed record DoorCard(DoorEntry Door, HowToReach Reach, IReadOnlyList<Service> Through, IReadOnlyList<Dimension> Asks, IReadOnlyList<string> Who, string Is, string? CheckedOn);
