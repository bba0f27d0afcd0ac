using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Public;

/// <summary>What the body says about its register, from its own text files.</summary>
public sealed class AboutModel(BodyTexts texts) : PageModel
{
    /// <summary>The pages under <c>/about</c>, with their titles where a text has none.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["accessibility"] = "Accessibility statement",
        ["privacy"] = "Privacy notice",
        ["contact"] = "Contact",
        ["formats"] = "Another format",
    };

    /// <summary>The text.</summary>
    public MarkdownText Text { get; private set; } = null!;

    /// <summary>Its title.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The way down to it.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public IActionResult OnGet(string? name)
    {
        if (name is not null && !Pages.ContainsKey(name))
        {
            return NotFound();
        }

        Text = texts.Get(name ?? "about");
        Heading = Text.Title ?? (name is null ? "About this register" : Pages[name]);
        Crumbs = name is null ? [] : [new Crumb("About this register", "/about")];
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }
}
