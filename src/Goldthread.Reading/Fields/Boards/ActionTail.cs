using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Divides an action set in one line with dashes: <c>what – who – when</c>.</summary>
internal static class ActionTail
{
    private const int LongestOwner = 8;

    public static FoundAction Split(Passage line, Layouts layouts)
    {
        var parts = AtDashes(line);
        FoundDate? due = null;
        if (parts.Count > 1 && (IsDate(parts[^1]) || layouts["actions.when"].Match(parts[^1].Text)))
        {
            due = Dates.First(parts[^1]);
            parts.RemoveAt(parts.Count - 1);
        }

        var owner = Passage.Empty;
        if (parts.Count > 1 && (due is not null || parts.Count == 2) && parts[^1].Text.Split(' ').Length <= LongestOwner && ActionOwner.IsOwner(parts[^1].Text))
        {
            owner = parts[^1];
            parts.RemoveAt(parts.Count - 1);
        }

        return new FoundAction(Whole(line, parts), owner, due);
    }

    private static bool IsDate(Passage part) =>
        Dates.First(part) is { } date && part.Length - date.Where.Length <= 12;

    private static Passage Whole(Passage line, List<Passage> parts)
    {
        var end = line.Text.IndexOf(parts[^1].Text, StringComparison.Ordinal) + parts[^1].Length;
        return line.UpTo(Math.Max(end, parts[0].Length));
    }

    private static List<Passage> AtDashes(Passage line)
    {
        var parts = new List<Passage>();
        var start = 0;
        for (var at = 1; at + 1 < line.Length; at++)
        {
            var isDash = line.Text[at] is '–' or '—' or '-' or '|' && line.Text[at - 1] == ' ' && line.Text[at + 1] == ' ';
            if (isDash)
            {
                parts.Add(line.Slice(start, at - start));
                start = at + 1;
            }
        }

        parts.Add(line.From(start));
        return parts;
    }
}
