using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>An action as found.</summary>
internal sealed record FoundAction(Passage Text, Passage Owner, FoundDate? Due);

/// <summary>Finds what is recorded as an action to be done: in tables, under a heading, in lines marked as one.</summary>
internal sealed partial class ActionReader(Layouts layouts)
{
    private const int LongestMarker = 60;
    private const int LongestSomebody = 60;
    private readonly Phrases markers = layouts["actions.markers"];
    private readonly ActionTable table = new(layouts);

    /// <summary>The actions that the blocks of an item or of a list of actions record, and the blocks that hold nothing else.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="underHeading">Whether they are a list of actions by their heading.</param>
    /// <param name="isItem">Whether they are of an item of the meeting called so, which may tell of actions too: only what is listed there, with its owner, is one.</param>
    public (List<FoundAction> Actions, HashSet<Block> Used) Read(IReadOnlyList<Block> blocks, bool underHeading, bool isItem = false)
    {
        var actions = new List<FoundAction>();
        var used = new HashSet<Block>();
        var open = underHeading || isItem;
        var listed = false;
        var before = Passage.Empty;
        foreach (var block in blocks)
        {
            var sentences = block.IsRow ? [] : Sentences.In(block.Text).ToList();
            if (block.IsRow)
            {
                TakeRow(block, underHeading, actions, used);
                listed |= used.Contains(block);
                continue;
            }

            if (underHeading && listed && block.IsPlain && block.Gap && Marked(block.Text) is null)
            {
                break;
            }

            listed |= underHeading && !block.IsPlain;
            if (Labels.Split(block.Text, layouts["label.nextMeeting"]) is not null)
            {
                open = underHeading = false;
            }
            else if (IsListHeading(block))
            {
                open = true;
                used.Add(block);
            }
            else if (Marked(block.Text) is { } marked)
            {
                actions.AddRange(marked.Select(action => OfSentence(action, before)));
                used.Add(block);
                open = underHeading;
            }
            else if (open && !(isItem && Parse(block.Text).Owner.IsEmpty) && (underHeading || block.Bullet || block.Number is not null) && !IsNothing(block))
            {
                actions.Add(Parse(block.Text));
                used.Add(block);
            }
            else
            {
                open = underHeading;
                actions.AddRange(Trailing(block.Text));
            }

            before = sentences.Count > 0 ? sentences[^1] : before;
        }

        return (actions, used);
    }

    private void TakeRow(Block row, bool underHeading, List<FoundAction> actions, HashSet<Block> used)
    {
        if (row.IsAction)
        {
            used.Add(row);
            actions.AddRange(OfItem(row));
            return;
        }

        if (table.IsHead(row))
        {
            used.Add(row);
            return;
        }

        var action = table.Read(row) ?? MarkedRow(row) ?? (underHeading && !table.IsFound ? ActionTable.Plain(row) : null);
        if (action is not null)
        {
            used.Add(row);
            if (!action.Text.IsEmpty)
            {
                actions.Add(action);
            }
        }
    }

    /// <summary>The actions beside an item of a table: what, who and when, a line each where there are several.</summary>
    private IEnumerable<FoundAction> OfItem(Block row)
    {
        var (texts, owners, dues) = (Lines(row.Cells[0]), Lines(row.Cells[1]), Lines(row.Cells[2]));
        var each = texts.ConvertAll(text => Marked(text)?.FirstOrDefault() ?? Parse(text));
        if (texts.Count > 1 && owners.Count != texts.Count && dues.Count != texts.Count && !each.TrueForAll(action => !action.Owner.IsEmpty))
        {
            each = [Parse(row.Cells[0].Text)];
        }

        return each.Select((action, i) => new FoundAction(
            action.Text,
            owners.Count == each.Count ? owners[i] : owners.Count > 0 ? row.Cells[1].Text : action.Owner,
            dues.Count == each.Count ? Dates.First(dues[i]) : Dates.First(row.Cells[2].Text) ?? action.Due));
    }

    private static List<Passage> Lines(Cell cell) => [.. cell.Blocks.Select(block => block.Text)];

    /// <summary>A row whose first cell says that it is an action: <c>Action 3.1 | what | who | when</c>.</summary>
    private FoundAction? MarkedRow(Block row)
    {
        var label = Label.Match(row.Cells[0].Text.Text);
        var isMarked = label.Success && label.Length == row.Cells[0].Text.Length && markers.Match(label.Groups["word"].Value);
        return isMarked ? ActionTable.Plain(row, skip: 1) : null;
    }

    private bool IsListHeading(Block block) =>
        block.Text.Length < 60 && layouts["heading.actions"].MatchKey(block.Key);

    private bool IsNothing(Block block) => layouts["actions.none"].MatchKey(block.Key);

    /// <summary>The actions of a line such as <c>ACTION: Marcus Tidewell to …</c>, or null where the line is not marked.</summary>
    private List<FoundAction>? Marked(Passage line)
    {
        if (line.Text[0] == '→')
        {
            return line.Length > 1 ? [Parse(line.From(1))] : [];
        }

        var label = Label.Match(line.Text.Length > 100 ? line.Text[..100] : line.Text);
        if (!label.Success || !markers.Match(label.Groups["word"].Value) || !(label.Groups["sign"].Success || label.Groups["number"].Success || IsCapitals(label.Groups["word"].Value)))
        {
            return null;
        }

        var rest = line.From(label.Length).Trim(line.Text[0] == '[' ? ":–- ]" : ":–- ");
        if (rest.IsEmpty || layouts["actions.none"].Match(rest.Text))
        {
            return [];
        }

        var owner = label.Groups["owner"].Success ? line.Slice(label.Groups["owner"].Index, label.Groups["owner"].Length) : Passage.Empty;
        var action = Parse(rest);
        return [owner.IsEmpty ? action : action with { Owner = owner }];
    }

    /// <summary>The action of a note that holds nothing but who is to act, such as <c>Action: JS</c>: what the sentence before it says.</summary>
    private FoundAction OfSentence(FoundAction action, Passage before) =>
        action.Owner.IsEmpty && !before.IsEmpty && IsOnlySomebody(action.Text.Text) ? new FoundAction(before, action.Text, Due(before)) : action;

    private bool IsOnlySomebody(string words) =>
        words.Length <= LongestSomebody && words.Split([", ", " and ", "/", " / ", " & "], StringSplitOptions.RemoveEmptyEntries).All(part =>
            (part.Length is 2 or 3 && part.All(char.IsUpper)) || layouts.Prepared(all => new People(all)).IsName(part));

    /// <summary>Actions noted at the end of a paragraph: in a sentence marked as one, in brackets, or after an arrow: <c>… (Action: JS)</c>.</summary>
    private IEnumerable<FoundAction> Trailing(Passage paragraph)
    {
        var before = Passage.Empty;
        foreach (var sentence in Sentences.In(paragraph).Where(sentence => !sentence.IsEmpty))
        {
            var isNoted = !before.IsEmpty && sentence.Text.IndexOf(':') is > 0 and < LongestMarker;
            foreach (var action in isNoted ? Marked(sentence) ?? [] : [])
            {
                yield return OfSentence(action, before);
            }

            before = sentence;
        }

        if (paragraph.Text.LastIndexOf(" → ", StringComparison.Ordinal) is > 0 and var arrow)
        {
            yield return Parse(paragraph.From(arrow + 3));
        }

        foreach (Match match in InBrackets.Matches(paragraph.Text))
        {
            var said = Sentences.In(paragraph.UpTo(match.Index)).LastOrDefault() ?? Passage.Empty;
            var note = paragraph.Slice(match.Groups["note"].Index, match.Groups["note"].Length);
            var isOwner = note.Text.Split(' ').Length <= 5;
            var text = isOwner ? said : note;
            if (!text.IsEmpty)
            {
                yield return new FoundAction(text, isOwner ? note : ActionOwner.Before(text), Due(text));
            }
        }
    }

    /// <summary>An action with its owner and its date, wherever the line has them.</summary>
    private FoundAction Parse(Passage line)
    {
        var tail = ActionTail.Split(line, layouts);
        if (!tail.Owner.IsEmpty || tail.Due is not null)
        {
            return tail.Owner.IsEmpty ? tail with { Owner = ActionOwner.Before(tail.Text) } : tail with { Due = tail.Due ?? Due(tail.Text) };
        }

        var owner = Field(line, OwnerField, out var withoutOwner);
        var due = Field(withoutOwner, DueField, out var text);
        var date = due.IsEmpty ? Due(text) : Dates.First(due);
        (owner, text) = owner.IsEmpty ? ActionOwner.Named(text) : (owner, text);
        text = ActionOwner.WithoutDate(text, layouts["actions.when"]);
        return new FoundAction(text, owner.IsEmpty ? ActionOwner.Before(text) : owner, date);
    }

    private static Passage Field(Passage line, Regex field, out Passage rest)
    {
        var match = field.Match(line.Text);
        rest = line;
        if (!match.Success)
        {
            return Passage.Empty;
        }

        rest = match.Index + match.Length >= line.Length - 1 || match.Index == 0
            ? (match.Index == 0 ? line.From(match.Length) : line.UpTo(match.Index)).Trim("-–—;,|([ ")
            : Passage.Join([line.UpTo(match.Index).Trim("-–—;,|([ "), line.From(match.Index + match.Length).Trim(".-–—;,|)] ")]);
        return line.Slice(match.Groups["value"].Index, match.Groups["value"].Length).Trim(".,;)] ");
    }

    private static FoundDate? Due(Passage text) => Dates.In(text).LastOrDefault();

    private static bool IsCapitals(string word) => word.Length > 2 && !word.Any(char.IsLower);

    [GeneratedRegex(@"^[\[(*]{0,2}(?<word>[A-Za-z]+( [A-Za-z]+)?)(\s?(?<number>[A-Z]{0,3}[0-9]{1,4}([./\-][0-9]{1,4}){0,3}[a-z]?\b))?(\s?\((?<owner>[^)]{2,60})\))?[\])]?\s?(?<sign>[:–—\-])?\s?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"[\[(]\s?ACTION(ED)?S?( POINT)?( BY| FOR)?\s?[0-9.]{0,6}\s?[:\-–]\s?(?<note>[^\])]{2,300})[\])]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBrackets { get; }

    [GeneratedRegex(@"[\[(]?\b(action )?(owners?|lead|responsible|action by|by whom|who|assigned to)\s?:\s?(?<value>([^.;|\])]|(?<=\b[A-Z])\.(?=\s?[A-Z])){2,100}?)(?=(?<!\b[A-Z])\.|[;|\])]|\s[–—-]\s|,?\s?\(?\b(due|by when|deadline|date|when|target)\b|$)[\])]?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnerField { get; }

    [GeneratedRegex(@"[\[(]?\b(due( date)?|by when|deadline|target date|timescale|when|date|complete by)\s?:\s?(?<value>[^.;|\])]{2,60})[\])]?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DueField { get; }
}
