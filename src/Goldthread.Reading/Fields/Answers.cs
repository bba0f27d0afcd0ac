using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields;

/// <summary>Reads what was ticked or answered on a form: true, false, or null for blank and illegible.</summary>
internal static class Answers
{
    private const string Ticks = "✓✔☑☒✅√🗸✗✘✕×ü";
    private const string Empty = "☐□▢";

    /// <summary>What a cell or the words after a question say.</summary>
    public static bool? Of(string words)
    {
        if (words.Trim() is "/" or "\\/" or "v/")
        {
            return true;
        }

        var text = words.Trim().Trim('.', ':', '-', '–', '—', '*', '[', ']', '(', ')', ' ').Trim();
        if (text.Length == 0)
        {
            return words.Contains("[x]", StringComparison.OrdinalIgnoreCase) ? true : null;
        }

        if (HasBoxes(words))
        {
            return Boxes(words);
        }

        if (text.StartsWith("n/a", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return First(text) switch
        {
            "yes" or "y" or "x" or "ticked" or "confirmed" or "true" => true,
            "no" or "n0" or "n" or "not" or "false" => false,
            _ => text.Length <= 3 && text.Any(letter => Ticks.Contains(letter)) ? true : null,
        };
    }

    /// <summary>The tick or the yes or no that the words end with, and what stands before it; null where they end otherwise.</summary>
    public static (Passage Words, Passage Mark, bool? Given)? AtEnd(Passage words)
    {
        var space = words.Text.LastIndexOf(' ');
        var mark = words.From(space + 1);
        var isMark = mark.Length <= 3 && mark.Text.Any(letter => Ticks.Contains(letter) || Empty.Contains(letter))
            || mark.Text.Trim('.', '[', ']', '(', ')').ToLowerInvariant() is "yes" or "no" or "x";
        return isMark && space > 0 ? (words.UpTo(space), mark, Of(mark.Text)) : null;
    }

    /// <summary>The box that the words begin with, ticked or not, and what stands after it; null where they begin otherwise.</summary>
    public static (Passage Words, Passage Mark, bool? Given)? AtStart(Passage words)
    {
        var text = words.Text;
        var length = text.StartsWith('[') && text.IndexOf(']') is > 0 and < 4 and var close && !text.AsSpan(1, close - 1).ContainsAnyExcept(" xX_✓✔") ? close + 1 : text.Length > 0 && (Ticks.Contains(text[0]) || Empty.Contains(text[0])) && !char.IsLetter(text[0]) ? 1 : 0;
        var mark = length == 0 || length + 2 >= text.Length ? Passage.Empty : words.UpTo(length);
        return mark.IsEmpty ? null : (words.From(length), mark, Of(mark.Text));
    }

    /// <summary>Whether there is a box beside a yes and a no.</summary>
    public static bool HasBoxes(string words) =>
        words.IndexOfAny([.. Ticks, .. Empty, '[']) >= 0
        && words.Contains("yes", StringComparison.OrdinalIgnoreCase) && words.Contains("no", StringComparison.OrdinalIgnoreCase);

    /// <summary>Two boxes of which one is ticked: <c>Yes ☐ No ☒</c> or <c>☒ Yes ☐ No</c>.</summary>
    private static bool? Boxes(string words)
    {
        var box = words.IndexOfAny([.. Ticks, .. Empty, '[']);
        var yes = words.IndexOf("yes", StringComparison.OrdinalIgnoreCase);
        var no = words.LastIndexOf("no", StringComparison.OrdinalIgnoreCase);
        if (box < 0 || yes < 0 || no < 0)
        {
            return null;
        }

        var ticked = words.IndexOfAny([.. Ticks]);
        ticked = ticked < 0 ? words.IndexOf("[x]", StringComparison.OrdinalIgnoreCase) : ticked;
        if (ticked < 0)
        {
            return null;
        }

        var boxesFirst = box < Math.Min(yes, no);
        return boxesFirst == (yes < no) ? ticked < (boxesFirst ? no - 2 : no) && (!boxesFirst || ticked < yes || yes > no) : ticked > no == (yes > no);
    }

    private static string First(string text)
    {
        var end = text.AsSpan().IndexOfAny([' ', ',', '.', ';', ':', '-', '–', '/']);
        return (end < 0 ? text : text[..end]).ToLowerInvariant();
    }
}
