using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Texts;

/// <summary>Decides which elements of a page are no part of the document: scripts, menus, banners, what is hidden.</summary>
internal sealed class HtmlSkipping(FurnitureRules furniture)
{
    private string? name;
    private int depth;
    private int mainDepth;
    private bool afterMain;

    /// <summary>Whether the words that come now are skipped.</summary>
    public bool Active => name is not null || afterMain;

    /// <summary>Whether they are skipped because the page hides them, and are not furniture besides.</summary>
    public bool IsHiding { get; private set; }

    /// <summary>Whether the tag belongs to something that is skipped, or begins it.</summary>
    public bool Skips(HtmlTagToken tag)
    {
        if (name is not null)
        {
            Follow(tag);
            return true;
        }

        if (tag.Name is "main" or "article")
        {
            mainDepth += tag.Type == HtmlTokenType.StartTag ? 1 : -1;
        }

        // What follows the page's main part is of the site: links to other pages, buttons, the foot.
        afterMain = tag.Name == "main" ? tag.Type == HtmlTokenType.EndTag && mainDepth <= 0 : afterMain;

        if (afterMain)
        {
            return tag.Name != "main";
        }

        if (tag.Type != HtmlTokenType.StartTag || tag.IsSelfClosing || HtmlNames.Void.Contains(tag.Name) || !IsNoText(tag))
        {
            return false;
        }

        (name, depth) = (tag.Name, 1);
        IsHiding = !HtmlNames.Never.Contains(tag.Name) && IsUnseen(tag) && !IsFurniture(tag);
        return true;
    }

    private void Follow(HtmlTagToken tag)
    {
        var leavesHead = name == "head" && tag is { Type: HtmlTokenType.StartTag, Name: "body" or "main" or "h1" or "p" or "div" };
        if (tag.Name == name)
        {
            depth += tag.Type == HtmlTokenType.StartTag ? 1 : -1;
        }

        if (depth <= 0 || leavesHead)
        {
            name = null;
        }
    }

    private bool IsNoText(HtmlTagToken tag) =>
        HtmlNames.Never.Contains(tag.Name)
        || (tag.Name == "header" && mainDepth <= 0)
        || (tag.Name is not ("body" or "html" or "main") && (IsHidden(tag) || IsFurniture(tag)));

    private static bool IsHidden(HtmlTagToken tag) => tag.GetAttribute("aria-hidden") == "true" || IsUnseen(tag);

    private static bool IsUnseen(HtmlTagToken tag) =>
        tag.Attributes.Any(a => a.Name == "hidden")
        || tag.GetAttribute("style").Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase)
        || tag.GetAttribute("style").Replace(" ", "").Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);

    private bool IsFurniture(HtmlTagToken tag) =>
        furniture.IsRole(tag.GetAttribute("role")) || furniture.IsClass(tag.GetAttribute("class")) || furniture.IsClass(tag.GetAttribute("id"));
}
