using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Divides an action set in one line with dashes: <c>what – who – when</c>.</summary>
internal static class ActionTail
{
    private const int LongestOwner = 8;

    public static FoundAction Split(Passage line, Layouts layouts)
    {
        if (InBrackets(line, layouts) is { } bracketed)
        {
            return bracketed;
        }

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

    /// <summary>An action that ends with who, when or both in brackets: <c>Price the lamps (Estates Manager, 4 May 2023)</c>.</summary>
    private static FoundAction? InBrackets(Passage line, Layouts layouts)
    {
        var bare = line.Trim(".");
        var open = bare.Text.LastIndexOf('(');
        if (open < 2 || bare.Text[^1] != ')' || open + 3 > bare.Length)
        {
            return null;
        }

        var note = bare.Slice(open + 1, bare.Length - open - 2);
        var comma = note.Text.LastIndexOfAny([',', ';']);
        var last = comma < 0 ? note : note.From(comma + 1);
        var isWhen = IsDate(last) || layouts["actions.when"].Match(last.Text);
        var owner = !isWhen ? note : comma > 0 ? note.UpTo(comma) : Passage.Empty;
        owner = owner.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && layouts["actions.columns.owner"].Match(owner.Text.AsSpan(0, colon)) ? owner.From(colon + 1) : owner;
        var isOwner = !owner.IsEmpty && owner.Text.Split(' ').Length <= LongestOwner && ActionOwner.IsOwner(owner.Text) && (isWhen || IsSomebody(owner.Text, layouts));
        return isOwner ? new FoundAction(bare.UpTo(open), owner, isWhen ? Dates.First(last) : null) : null;
    }

    /// <summary>Whether the words are a person's name or a role, and no words of the action that stand in brackets.</summary>
    private static bool IsSomebody(string words, Layouts layouts) =>
        layouts.Prepared(all => new People(all)) is var people
        && words.Split([" and ", " / ", "/", " & ", ", "], StringSplitOptions.RemoveEmptyEntries).All(part => people.IsName(part) || people.IsRole(part));

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
