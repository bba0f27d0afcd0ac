using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>Tells a line that was broken to fit a width from one that ends where the writer ended it.</summary>
/// <remarks>A broken line is one on which the first word of the next had no room.</remarks>
internal sealed class Wrapping
{
    private const int WidestPage = 140;
    private const int FarIn = 3;
    private const int Aside = 30;
    private const int FewestSentences = 3;
    private const int FewestLines = 8;
    private const int LongestMarker = 8;
    private readonly string text;
    private readonly int width;
    private readonly HashSet<int> sentences;

    public Wrapping(ExtractedText extracted)
    {
        text = extracted.Source.Value;
        Widest = extracted.Lines.Select(line => line.Indent + line.End - line.Start).DefaultIfEmpty(0).Max();
        var prose = extracted.Structured || extracted.Lines.Any(line => line.Room > 0) ? [] : extracted.Lines.Where(line => !IsSpaced(line)).ToList();
        width = prose.Count >= FewestLines && prose.Count * 2 > extracted.Lines.Count ? Width(prose, prose.Max(line => line.Indent + line.End - line.Start)) : Width(extracted.Lines, Widest);
        sentences = Sentences(extracted.Lines);
        ItemsHang = Hang(extracted);
    }

    /// <summary>Whether the line has a gap in it, or stands far in, as rows of tables and titles do: it does not show how wide the text is.</summary>
    private bool IsSpaced(Line line) =>
        line.Cells.Count > 0 || line.Indent > Aside || text.AsSpan(line.Start, line.End - line.Start).IndexOf("   ", StringComparison.Ordinal) > LongestMarker;

    /// <summary>How wide the widest line is.</summary>
    public int Widest { get; }

    /// <summary>Whether the lines with which items with bullets go on stand further in than the bullets.</summary>
    public bool ItemsHang { get; }

    private static bool Hang(ExtractedText extracted)
    {
        var (further, beside) = (0, 0);
        for (var i = 1; i < extracted.Lines.Count && !extracted.Structured; i++)
        {
            var (line, next) = (extracted.Lines[i - 1], extracted.Lines[i]);
            if (!next.Gap && char.IsLower(extracted.Source.Value[next.Start]) && Marker.OnlyBullet(extracted.Source, line.Start, line.End) is not null)
            {
                further += next.Indent > line.Indent ? 1 : 0;
                beside += next.Indent > line.Indent ? 0 : 1;
            }
        }

        return further > beside;
    }

    /// <summary>Whether the second line continues the first.</summary>
    public bool Continues(Line line, Line next)
    {
        if (next.GoesOn)
        {
            return true;
        }

        if (next.Gap || sentences.Contains(next.Start) || (line.Indent - next.Indent > Aside && char.IsUpper(text[next.Start])))
        {
            return false;
        }

        var startsSmall = char.IsLower(text[next.Start]) && text[line.End - 1] is not ('.' or ';' or ':');
        return startsSmall || IsInBracket(line, next) || (RoomOf(line) == 0 && EndsOpen(line, next)) || (RoomOf(line) > 0 && IsFull(line, next) && !IsHeadingAfter(line, next));
    }

    /// <summary>Whether a line begins with the same small word as the first of those above it, of which the last had room for more: <c>to keep a list</c> above <c>to test it</c>.</summary>
    public bool IsAlike(Line first, Line last, Line next)
    {
        var word = FirstWord(first);
        return RoomOf(last) > 0 && first.Indent == next.Indent && char.IsLower(word[0]) && word.SequenceEqual(FirstWord(next)) && !IsFull(last, next);
    }

    private ReadOnlySpan<char> FirstWord(Line line)
    {
        var words = text.AsSpan(line.Start, line.End - line.Start);
        var space = words.IndexOf(' ');
        return space < 0 ? words : words[..space];
    }

    /// <summary>Whether a long line stops in the middle of a sentence, in a text too short to show how wide its lines are.</summary>
    private bool EndsOpen(Line line, Line next)
    {
        var words = text.AsSpan(line.Start, line.End - line.Start);
        var word = text.AsSpan(next.Start, next.End - next.Start).IndexOf(' ');
        return words.Length is >= 60 and <= WidestPage && words.Length + word > 70 && StopsOnTheWay(words);
    }

    /// <summary>Whether the last word is one that no sentence ends with.</summary>
    public static bool StopsOnTheWay(ReadOnlySpan<char> words) =>
        words[(words.LastIndexOf(' ') + 1)..] is "The" or "the" or "a" or "an" or "of" or "and" or "or" or "to" or "in" or "for" or "by" or "with" or "on" or "at" or "from";

    /// <summary>Whether a bracket is open at the end of the line and closed in the next.</summary>
    private bool IsInBracket(Line line, Line next)
    {
        var words = text.AsSpan(line.Start, line.End - line.Start);
        var after = text.AsSpan(next.Start, next.End - next.Start);
        return words.LastIndexOf('(') > words.LastIndexOf(')') && after.IndexOf(')') is >= 0 and var close && after[..close].IndexOf('(') < 0;
    }

    /// <summary>Whether a sentence ended with the line and what follows is short and no sentence: a heading set close.</summary>
    private bool IsHeadingAfter(Line line, Line next) =>
        text[line.End - 1] == '.' && (next.End - next.Start) * 5 < RoomOf(line) * 3 && char.IsUpper(text[next.Start])
        && text[next.End - 1] is not ('.' or ';' or ',' or ':');

    private int RoomOf(Line line) => line.Room > 0 ? line.Room : width;

    private bool IsFull(Line line, Line next)
    {
        var room = RoomOf(line);
        var length = line.Indent + line.End - line.Start;
        var word = text.AsSpan(next.Start, next.End - next.Start).IndexOf(' ');
        var needed = length + 1 + (word < 0 ? next.End - next.Start : word);
        return length * 2 > room && needed > room - (room / 10);
    }

    /// <summary>Starts of lines in lists without bullets: three lines and more in a row that stand in, each a sentence from a capital to a full stop.</summary>
    private HashSet<int> Sentences(IReadOnlyList<Line> lines)
    {
        var found = new HashSet<int>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && !lines[to].Gap)
            {
                to++;
            }

            var run = Enumerable.Range(from, to - from).Select(index => lines[index]).ToList();
            var lead = run.Count > 1 && run[0].Indent < run[1].Indent ? run[0] : from > 0 ? lines[from - 1] : null;
            run = run.Count > 1 && run[0] == lead ? run[1..] : run;
            if (IsAnnounced(lead, run) || IsListed(run))
            {
                found.UnionWith(run.Where(line => !char.IsLower(text[line.Start])).Select(line => line.Start));
            }

            if (lead is not null && run.Count > 1 && text[lead.End - 1] == ':' && run[0].Indent >= lead.Indent + FarIn)
            {
                found.UnionWith(run.Skip(1).Where((line, i) => line.Indent == run[0].Indent && HadRoom(run[i], line)).Select(line => line.Start));
            }

            if (run.Count >= FewestSentences && run.TrueForAll(line => line.Indent >= FarIn && line.Indent == run[0].Indent && char.IsUpper(text[line.Start]) && text[line.End - 1] == '.'))
            {
                found.UnionWith(run.Skip(1).Select(line => line.Start));
            }

            from = to;
        }

        return found;
    }

    /// <summary>Whether the lines of a run that stands in are a list that has lost its bullets: none ends a sentence, and nearly all begin with a capital.</summary>
    private bool IsListed(List<Line> run) =>
        run.Count >= FewestSentences && run[0].Indent >= FarIn && run.TrueForAll(line => line.Cells.Count == 0 && line.Indent == run[0].Indent && char.IsLetter(text[line.End - 1]) && !StopsOnTheWay(text.AsSpan(line.Start, line.End - line.Start)))
        && char.IsUpper(text[run[0].Start]) && run.Count(line => char.IsUpper(text[line.Start])) * 3 > run.Count * 2;

    /// <summary>Whether the next line's first words would have had room on the line by far.</summary>
    private bool HadRoom(Line line, Line next)
    {
        var words = text.AsSpan(next.Start, next.End - next.Start);
        var first = words.IndexOf(' ') is > 0 and var space ? space : words.Length;
        return (line.Indent + line.End - line.Start + 1 + first) * 5 < Widest * 4;
    }

    /// <summary>Whether a line that ends in a colon, further out, announces the run: every line of it begins with a capital and stops where a sentence may.</summary>
    private bool IsAnnounced(Line? lead, List<Line> run) =>
        lead is not null && run.Count >= FewestSentences && text[lead.End - 1] == ':' && run[0].Indent >= lead.Indent + FarIn
        && run.TrueForAll(line => line.Indent == run[0].Indent && line.Cells.Count == 0 && char.IsUpper(text[line.Start]) && text[line.End - 1] != ',' && !StopsOnTheWay(text.AsSpan(line.Start, line.End - line.Start)));

    private static int Width(IReadOnlyList<Line> lines, int widest)
    {
        var inner = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var length = lines[i].Indent + lines[i].End - lines[i].Start;
            if (i + 1 < lines.Count && !lines[i + 1].Gap)
            {
                inner.Add(length);
            }
        }

        var isWrapped = widest is >= 40 and <= WidestPage && inner.Count(length => length * 4 >= widest * 3) >= 3;
        return isWrapped ? widest : 0;
    }
}
