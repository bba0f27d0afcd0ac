using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Cuts a list into pieces at commas, semicolons, dashes and "and", but not inside brackets.</summary>
internal static class Pieces
{
    /// <summary>The pieces, each with the sign that ended it.</summary>
    public static List<(Passage Words, char After)> Split(Passage list, People people, bool commasOnly = false)
    {
        var pieces = new List<(Passage Words, char After)>();
        var start = 0;
        var depth = 0;
        for (var at = 0; at < list.Length; at++)
        {
            var letter = list.Text[at];
            depth = letter switch { '(' => depth + 1, ')' => Math.Max(0, depth - 1), _ => depth };
            var length = depth > 0 ? 0 : SeparatorAt(list.Text, at, people);
            if (length > 0)
            {
                Add(pieces, list.Slice(start, at - start), letter);
                start = at + length;
                at = start - 1;
            }
        }

        Add(pieces, list.From(start), '\0');
        return commasOnly ? pieces : SplitAtAnd(pieces, people);
    }

    private static void Add(List<(Passage Words, char After)> pieces, Passage words, char after)
    {
        if (!words.IsEmpty)
        {
            pieces.Add((words, after));
        }
        else if (pieces.Count > 0 && after == ';')
        {
            pieces[^1] = (pieces[^1].Words, after);
        }
    }

    private static int SeparatorAt(string text, int at, People people)
    {
        if (text[at] is ',' or ';' or '|' or '\t')
        {
            return text[at] == ',' && people.IsInOffice(text, at) ? 0 : 1;
        }

        var spacedBefore = at > 0 && text[at - 1] == ' ';
        var spacedAfter = at + 1 < text.Length && text[at + 1] == ' ';
        if (text[at] is '–' or '—' && (spacedBefore || spacedAfter))
        {
            return 1;
        }

        return text[at] is '-' or ':' or '/' && spacedAfter && (spacedBefore || text[at] == ':') ? 1 : 0;
    }

    private static List<(Passage Words, char After)> SplitAtAnd(List<(Passage Words, char After)> pieces, People people)
    {
        var split = new List<(Passage Words, char After)>();
        foreach (var (words, after) in pieces)
        {
            var text = words.Text;
            if (text.StartsWith("and ", StringComparison.Ordinal))
            {
                split.Add((words.From(4), after));
                continue;
            }

            var at = AndBetweenNames(text, people);
            if (at < 0)
            {
                split.Add((words, after));
                continue;
            }

            var again = Again(text[(at + 5)..]);
            var next = words.From(at + 5 + again);
            split.Add((words.UpTo(at), again > 0 && pieces.Count == 1 ? ';' : ','));
            split.Add((again > 0 && next.Text.StartsWith("the ", StringComparison.Ordinal) ? next.From(4) : next, after));
        }

        return split;
    }

    private static int AndBetweenNames(string text, People people)
    {
        for (var at = text.IndexOf(" and ", StringComparison.Ordinal); at >= 0 && at < 400; at = text.IndexOf(" and ", at + 5, StringComparison.Ordinal))
        {
            var before = Bare(text[..at]);
            var after = Bare(text[(at + 5)..]);
            if (((people.IsName(before) || text[..at].EndsWith(')')) && (people.IsName(after) || Again(after) > 0)) || AreOfOrganisations(before, after, people))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether both sides name somebody of an organisation: <c>Ann Lee of the Harbour Trust and by Bo Hay of the Guild</c>.</summary>
    private static bool AreOfOrganisations(string before, string after, People people) =>
        people.IsName(BeforeOf(before)) && BeforeOf(before).Length < before.Length && BeforeOf(after[Again(after)..]) is { } name && people.IsName(name)
        && (Again(after) > 0 || name.Length < after.Length);

    private static string BeforeOf(string words)
    {
        var at = words.IndexOf(" of ", StringComparison.Ordinal);
        at = at < 0 ? words.IndexOf(" from ", StringComparison.Ordinal) : at;
        return at < 0 ? words : words[..at];
    }

    /// <summary>How long the "by" or "from" is that a list says again before a name.</summary>
    private static int Again(string words) =>
        words.StartsWith("by ", StringComparison.Ordinal) ? 3 : words.StartsWith("from ", StringComparison.Ordinal) ? 5 : 0;

    private static string Bare(string words)
    {
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? words[..bracket] : words).Trim();
    }
}
