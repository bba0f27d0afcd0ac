using System.Text.RegularExpressions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Reads what the head of a meeting's record says: which body met, on what day.</summary>
internal sealed partial class Meeting(IReadOnlyList<Block> blocks, int frontEnd, Labels labels, Layouts layouts, Places places)
{
    private const int LongestPlace = 7;
    private static readonly string[] Marks = [": ", " - ", " – ", " — ", " | "];
    private readonly Phrases titleWords = layouts["meeting.title-words"];

    /// <summary>The day of the meeting.</summary>
    public DateOnly? Date()
    {
        foreach (var label in labels.Find("label.meetingDate", to: frontEnd))
        {
            places.Expect("/date", label.Name);
            if (Dates.First(label.Value) is { } given)
            {
                return Put(given);
            }
        }

        foreach (var block in Front().Where(block => !IsAboutPublication(block)))
        {
            if (Dates.First(block.Text) is { } date && block.Text.Length < 250)
            {
                return Put(date);
            }
        }

        return null;
    }

    /// <summary>The body that met: from its label, from the title, else the line next to a title that only says "minutes".</summary>
    public string? Body()
    {
        if (labels.First("label.body", to: frontEnd) is { Value: { IsEmpty: false, Length: < 200 } value } && Bare(value) is { IsEmpty: false } labelled)
        {
            return places.Put("/body", labelled);
        }

        var front = Front().Where(block => !block.IsRow && block.Text.Length < 250).ToList();
        var title = front.FindIndex(block => titleWords.FoundIn(block.Key));
        var inTitle = title < 0 ? [] : new[] { Bare(WithoutPlace(front[title].Text)) }.Where(bare => bare.Text.Contains(' ', StringComparison.Ordinal));
        var near = front.Take(Math.Max(title, 0)).Reverse().Concat(front.Skip(title + 1)).Where(block => IsName(block, Bare(block.Text))).Select(block => Bare(block.Text));
        var named = inTitle.Concat(near).Select(BeforeSubject).ToList();
        var candidates = named.Exists(name => !IsPlace(name.Text)) ? named.FindAll(name => !IsPlace(name.Text)) : named;
        var body = candidates.Find(name => IsBody(Capitals(name.Text))) ?? candidates.Find(name => IsBody(name.Text)) ?? candidates.FirstOrDefault();
        var longer = body is null ? null : candidates.Find(name => name.Length > body.Length && Key.Of(name.Text).StartsWith(Key.Of(body.Text) + " ", StringComparison.Ordinal));
        return body is null ? null : places.Put("/body", longer ?? body);
    }

    /// <summary>Whether the words name a room or building, as they do after the date of a meeting.</summary>
    private bool IsPlace(string name)
    {
        var words = Key.Of(name).Split(' ');
        return words.Length < LongestPlace && (Array.Exists(words, word => layouts["meeting.places"].MatchKey(word)) || (words.Length > 2 && int.TryParse(words[^1], out _)));
    }

    /// <summary>The name of the body without what the meeting was about: <c>Harbour Police: workshop on theft</c>. Of two bodies, one of which the other belongs to, both stand.</summary>
    private Passage BeforeSubject(Passage name)
    {
        foreach (var mark in Marks)
        {
            var at = name.Text.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && IsBody(Capitals(name.Text[..at])) && name.Text[..at].Contains(' ', StringComparison.Ordinal) && !IsBody(Capitals(name.Text[(at + mark.Length)..])))
            {
                return name.UpTo(at);
            }
        }

        return name;
    }

    private bool IsBody(string name) => layouts["meeting.body-words"].FoundIn(Key.Of(name));

    /// <summary>The words that begin with a capital, as those of a name do.</summary>
    private static string Capitals(string name) => string.Join(' ', name.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])));

    private IEnumerable<Block> Front() => blocks.Take(Math.Min(frontEnd, 25));

    private bool IsName(Block block, Passage bare) =>
        bare.Text.Contains(' ', StringComparison.Ordinal) && !labels.IsKnown(block) && bare.Text.Any(char.IsLetter) && char.IsUpper(bare.Text[0])
        && !bare.Text.EndsWith('.') && (!bare.Text.Contains(':', StringComparison.Ordinal) || AreBodies(bare.Text.Split(": ")));

    /// <summary>Whether two names are of bodies of which one belongs to the other: <c>Harbour Authority: Audit Committee</c>.</summary>
    private bool AreBodies(string[] names) => names.Length == 2 && Array.TrueForAll(names, name => IsBody(Capitals(name)));

    private bool IsAboutPublication(Block block) =>
        Labels.Split(block.Text, layouts["label.published"]) is not null
        || (block.IsRow && layouts["label.published"].Match(block.Cells[0].Text.Text));

    private DateOnly Put(FoundDate date)
    {
        places.Put("/date", date.Where);
        return date.Date;
    }

    /// <summary>The title without the place it names: <c>Minutes of the Harbour Board held at the Old Pier</c>.</summary>
    private static Passage WithoutPlace(Passage title) => PlaceOfMeeting.Match(title.Text) is { Success: true, Index: > 0 } held ? title.UpTo(held.Index) : title;

    /// <summary>The title without its date and without words such as "minutes of the meeting of".</summary>
    private Passage Bare(Passage title)
    {
        const string Separators = ":–—-|,. ";
        var name = title;
        if (Dates.First(title) is { } date)
        {
            var at = title.Text.IndexOf(date.Where.Text, StringComparison.Ordinal);
            var before = title.UpTo(at);
            var after = title.From(at + date.Where.Length);
            name = before.Length > 3 && !titleWords.Match(before.Text) ? before : PlaceAfterDay.IsMatch(after.Text) ? Passage.Empty : after;
        }

        if (MonthAndYear.Match(name.Text) is { Success: true, Index: > 3 } month)
        {
            name = name.UpTo(month.Index);
        }

        for (var length = -1; length != name.Length;)
        {
            length = name.Length;
            name = TrimWords(name.Trim(Separators));
        }

        return name;
    }

    private Passage TrimWords(Passage name)
    {
        var words = name.Text.Split(' ');
        for (var count = Math.Min(words.Length, 9); count > 0; count--)
        {
            var head = string.Join(' ', words.Take(count));
            var tail = string.Join(' ', words.TakeLast(count));
            if (titleWords.Match(head))
            {
                return name.From(head.Length);
            }

            if (titleWords.Match(tail))
            {
                return name.UpTo(name.Length - tail.Length);
            }
        }

        return name;
    }

    [GeneratedRegex(@"^[\s,.–—-]*(at|in|via|by)\s(the\s)?\p{Lu}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceAfterDay { get; }

    [GeneratedRegex(@"\sheld\s(virtually\s|remotely\s)?(at|in|via|online|over|through)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceOfMeeting { get; }

    [GeneratedRegex(@"[\s(,:–-]+(january|february|march|april|may|june|july|august|september|october|november|december)\s(19|20)[0-9]{2}\)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndYear { get; }
}
