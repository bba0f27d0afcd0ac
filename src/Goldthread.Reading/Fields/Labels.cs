using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields;

/// <summary>A label of a form and what stands beside or below it.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">What was filled in; empty where nothing was.</param>
/// <param name="Index">The block in which the label stands.</param>
internal sealed record Labelled(Passage Name, Passage Value, int Index);

/// <summary>Finds labels such as <c>Date signed:</c> and the values that belong to them.</summary>
/// <remarks>Every block is looked at once, whatever the number of labels that are asked for.</remarks>
internal sealed class Labels
{
    private const int LongestUnmarked = 40;
    private static readonly string[] Named = ["label.decisionMaker", "label.signature", "label.printedName"];
    private readonly IReadOnlyList<Block> blocks;
    private readonly Layouts layouts;
    private readonly People people;
    private readonly SignedLine signedLine;
    private readonly HashSet<string> firstWords;
    private readonly IReadOnlyList<(string Group, Phrases Phrases)> groups;
    private readonly Dictionary<string, List<Labelled>> found = new(StringComparer.Ordinal);

    public Labels(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        (this.blocks, this.layouts) = (blocks, layouts);
        people = layouts.Prepared(all => new People(all));
        signedLine = new SignedLine(layouts);
        (firstWords, groups) = layouts.Prepared(all => new Known(all));
        for (var index = 0; index < blocks.Count; index++)
        {
            Index(index);
        }
    }

    /// <summary>All places where one of the phrases of a group is a label, in order.</summary>
    public IEnumerable<Labelled> Find(string group, int from = 0, int? to = null) =>
        found.GetValueOrDefault(group, []).Where(label => label.Index >= from && label.Index < (to ?? int.MaxValue));

    /// <summary>The first label of a group, one with a value before one without.</summary>
    public Labelled? First(string group, int from = 0, int? to = null)
    {
        var labels = Find(group, from, to).ToList();
        return labels.Find(label => !label.Value.IsEmpty) ?? labels.FirstOrDefault();
    }

    /// <summary>Splits a passage that begins with one of the phrases into label and value.</summary>
    public static (Passage Name, Passage Value)? Split(Passage words, Phrases phrases)
    {
        var beginnings = Beginnings.Of(words);
        for (var i = 0; i < beginnings.Count; i++)
        {
            if (phrases.MatchKey(beginnings.Key(i)))
            {
                return Cut(words, beginnings.End(i));
            }
        }

        return null;
    }

    /// <summary>Whether the block is, or begins with, a known label or heading.</summary>
    public bool IsKnown(Block block) =>
        layouts.Any("heading.", block.Key) || IsLabel(block.Text);

    private bool IsLabel(Passage words)
    {
        var beginnings = Beginnings.Of(words);
        for (var i = 0; i < beginnings.Count; i++)
        {
            if (layouts.Any("label.", beginnings.Key(i)))
            {
                return true;
            }
        }

        return Unmarked(words).Any(at => layouts.Any("label.", Key.Of(words.Text.AsSpan(0, at))));
    }

    private void Index(int index)
    {
        var block = blocks[index];
        if (!block.IsRow)
        {
            var stretches = signedLine.Stretches(block.Text);
            for (var i = 0; i < stretches.Count; i++)
            {
                var isLast = i + 1 == stretches.Count;
                Index(stretches[i], value => value.IsEmpty && isLast ? Below(index) : value, index);
            }

            if (stretches.Count == 1 && BeforeCapital(index) is { } at)
            {
                HashSet<string>? taken = null;
                Index(block.Text, at, Key.Of(block.Text.Text.AsSpan(0, at)), ref taken, value => value, index);
            }

            return;
        }

        for (var column = 0; column < block.Cells.Count; column++)
        {
            var cell = column;
            var paragraphs = block.Cells[cell].Paragraphs;
            for (var i = 0; i < paragraphs.Count; i++)
            {
                var next = i + 1 < paragraphs.Count ? paragraphs[i + 1] : null;
                Index(paragraphs[i], value => !value.IsEmpty ? value : next is null ? Beside(block, index, cell) : IsLabel(next) ? Passage.Empty : next, index);
            }
        }
    }

    private void Index(Passage words, Func<Passage, Passage> fill, int index)
    {
        HashSet<string>? taken = null;
        var beginnings = Beginnings.Of(words);
        for (var i = 0; i < beginnings.Count; i++)
        {
            Index(words, beginnings.End(i), beginnings.Key(i), ref taken, fill, index);
        }

        foreach (var at in Unmarked(words))
        {
            Index(words, at, Key.Of(words.Text.AsSpan(0, at)), ref taken, fill, index);
        }
    }

    private void Index(Passage words, int at, ReadOnlySpan<char> key, ref HashSet<string>? taken, Func<Passage, Passage> fill, int index)
    {
        if (!layouts.Any("label.", key))
        {
            return;
        }

        taken ??= new HashSet<string>(StringComparer.Ordinal);
        foreach (var (group, phrases) in groups)
        {
            if (!phrases.MatchKey(key) || !taken.Add(group))
            {
                continue;
            }

            var (name, value) = Cut(words, at);
            if (!found.TryGetValue(group, out var list))
            {
                found[group] = list = [];
            }

            list.Add(new Labelled(name, fill(value), index));
        }
    }

    private static (Passage Name, Passage Value) Cut(Passage words, int at) =>
        at >= words.Length ? (words, Passage.Empty) : (words.UpTo(at), Filled(words.From(at).Trim(":?–—-|").Trim(":?")));

    /// <summary>What was written on a dotted line.</summary>
    private static Passage Filled(Passage value) => value.Text is "." ? Passage.Empty : value.Length > 1 && value.Text[0] is '.' or '_' or '…' ? value.Trim("._… ") : value;

    /// <summary>Where a label may end that has no mark after it.</summary>
    private IEnumerable<int> Unmarked(Passage words) => BeforeDate(words).Concat(BeforeName(words));

    /// <summary>Where a label ends that a narrow column has left only a space to what is filled in: it stands between rows of labels, and a capital or figure follows.</summary>
    private int? BeforeCapital(int index)
    {
        var words = blocks[index].Text;
        if (words.Length is < 8 or > 300 || !((IsRowOfLabel(index - 1) && !blocks[index].Gap) || (IsRowOfLabel(index + 1) && !blocks[index + 1].Gap)))
        {
            return null;
        }

        var last = Math.Min(words.Length, LongestUnmarked);
        for (var at = words.Text.LastIndexOf(' ', last - 1); at > 0; at = words.Text.LastIndexOf(' ', at - 1))
        {
            if ((char.IsUpper(words.Text[at + 1]) || char.IsAsciiDigit(words.Text[at + 1])) && Key.Of(words.Text.AsSpan(0, at)) is var key && groups.Any(group => group.Group != "label.documentNumber" && group.Phrases.Exact.Contains(key)))
            {
                return at;
            }
        }

        return null;
    }

    private bool IsRowOfLabel(int index) =>
        index >= 0 && index < blocks.Count && blocks[index] is { IsRow: true, Cells.Count: 2 } row && layouts.Any("label.", row.Cells[0].Text.Key);

    /// <summary>Where a label ends that has nothing but a space between it and a name, as in <c>Decision maker Ann Lee, Mayor</c>.</summary>
    private IEnumerable<int> BeforeName(Passage words)
    {
        var at = words.Length is > 8 and <= Beginnings.Longest ? words.Text.IndexOf(' ') : -1;
        at = at > 0 && firstWords.Contains(words.Text[..at].ToLowerInvariant()) ? at : -1;
        for (var word = 0; word < 5 && at > 0; word++, at = words.Text.IndexOf(' ', at + 1))
        {
            if (at > 3 && char.IsUpper(words.Text[at + 1]) && NamesSomeone(Key.Of(words.Text.AsSpan(0, at))) && people.IsName(FirstPart(words.Text[(at + 1)..])) && !layouts["decision.document-words"].FoundIn(Key.Of(words.Text.AsSpan(at + 1))))
            {
                yield return at;
            }
        }
    }

    private bool NamesSomeone(string key) =>
        key.Length > 4 && Array.Exists(Named, group => layouts[group].MatchKey(key));

    private static string FirstPart(string words)
    {
        var end = words.AsSpan().IndexOfAny(',', '(', '–');
        return (end < 0 ? words : words[..end]).Trim();
    }

    /// <summary>Where a label ends that has nothing but a space between it and a date, as in <c>Date 3 May 2019</c>.</summary>
    private static IEnumerable<int> BeforeDate(Passage words)
    {
        var mayEnd = words.Length is > 0 and <= Beginnings.Longest && char.IsAsciiDigit(words.Text[^1]);
        return mayEnd && Dates.First(words) is { } date && words.Text.EndsWith(date.Where.Text, StringComparison.Ordinal)
            ? [words.Length - date.Where.Length - Dates.WeekdayBefore(words.Text.AsSpan(0, words.Length - date.Where.Length))]
            : [];
    }

    /// <summary>What stands in the next cell that holds anything, or in the cell below a row of labels.</summary>
    private Passage Beside(Block row, int index, int column)
    {
        if (row.Cells.Count == 1)
        {
            return Below(index);
        }

        var rest = row.Cells.Skip(column + 1).Select(next => next.Text).Where(text => !text.IsEmpty).ToList();
        return UnderHead(row, index, column)
            ?? (rest.Count > 1 && Passage.Join(rest) is var boxes && Answers.HasBoxes(boxes.Text) ? boxes : rest.Select(WithoutColon).FirstOrDefault(value => !value.IsEmpty) ?? Passage.Empty);
    }

    /// <summary>What is filled in after a colon that stands far from its label, in line with those above and below.</summary>
    private static Passage WithoutColon(Passage value) => value.Text.StartsWith(": ", StringComparison.Ordinal) || value.Text is ":" ? value.From(1) : value;

    private Passage? UnderHead(Block row, int index, int column)
    {
        var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
        var isHead = next is { IsRow: true } && next.Table == row.Table && column < next.Cells.Count
            && row.Cells.All(cell => Key.Of(cell.Text.Text) is var key && (layouts.Any("label.", key) || layouts["heading.form.approval"].MatchKey(key)));
        return isHead ? next!.Cells[column].Text : null;
    }

    private Passage Below(int index)
    {
        var next = index + 1 < blocks.Count ? blocks[index + 1] : null;
        return next is null || next.Rank is > 0 and < 7 || next.Text.Length > 2000 || IsKnown(next) || BlockReader.IsAnswer(next.Text.Text) ? Passage.Empty : next.Text;
    }

    /// <summary>What is asked of the labels of every document: the first words of those before a name, and all groups.</summary>
    private sealed class Known(Layouts layouts)
    {
        private readonly HashSet<string> firstWords = [.. Named.SelectMany(group => layouts[group].Exact).Select(phrase => phrase.Split(' ')[0])];
        private readonly List<(string Group, Phrases Phrases)> groups = [.. layouts.Under("label.").Select(group => ("label." + group.Name, group.Phrases))];

        public void Deconstruct(out HashSet<string> words, out IReadOnlyList<(string Group, Phrases Phrases)> all) => (words, all) = (firstWords, groups);
    }
}
