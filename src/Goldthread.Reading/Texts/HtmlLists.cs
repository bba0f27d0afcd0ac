using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Goldthread.Reading.Texts;

/// <summary>Counts list items as a browser does, so that a generated number is read like a printed one.</summary>
internal sealed class HtmlLists
{
    private const int DeepestCounted = 64;
    private readonly Stack<(string Type, int Next, int Step)> open = new();
    private int uncounted;

    public int Depth => open.Count + uncounted;

    public int Open(HtmlTagToken tag)
    {
        if (open.Count == DeepestCounted)
        {
            uncounted++;
            return Depth;
        }

        var type = tag.Name == "ol" ? tag.GetAttribute("type") : "bullet";
        var start = int.TryParse(tag.GetAttribute("start"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        open.Push((type.Length == 0 ? "1" : type, start, 1));
        return Depth;
    }

    public int Close()
    {
        if (uncounted > 0)
        {
            uncounted--;
        }
        else if (open.Count > 0)
        {
            open.Pop();
        }

        return Depth;
    }

    /// <summary>The bullet or number of the item that begins.</summary>
    public string NextMarker(HtmlTagToken item)
    {
        if (open.Count == 0 || uncounted > 0)
        {
            return "• ";
        }

        var (type, next, step) = open.Pop();
        next = int.TryParse(item.GetAttribute("value"), CultureInfo.InvariantCulture, out var given) ? given : next;
        open.Push((type, unchecked(next + step), step));
        return type == "bullet" ? "• " : ListNumber.Format(type, next) + ". ";
    }
}
