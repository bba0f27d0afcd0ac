namespace Goldthread.Core.History;

/// <summary>A piece of a text that is held against an earlier one.</summary>
/// <param name="Edit">Whether its words stand in both, were taken out or put in.</param>
/// <param name="Text">Its words, without white space at either end.</param>
/// <param name="Gap">The white space before it.</param>
public sealed record Piece(Edit Edit, string Text, string Gap = " ");

/// <summary>What changed between two texts, word by word.</summary>
/// <remarks>White space alone is no difference. A word or two that stand between greater changes are taken with them, so that the result reads well aloud.</remarks>
public static class WordDiff
{
    private const int FewWords = 2;

    /// <summary>The pieces in order: those that are not inserted make up the words before, those that are not deleted the words after.</summary>
    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var (was, isNow) = (Words(before), Words(after));
        var stretches = ShortestEdit.Between([.. was.Select(word => word.Text)], [.. isNow.Select(word => word.Text)]);
        var pieces = new List<Piece>();
        foreach (var change in Grouped(stretches))
        {
            Add(pieces, Edit.Same, isNow, change.After, change.Same);
            Add(pieces, Edit.Deleted, was, change.Before + change.Same, change.Deleted);
            Add(pieces, Edit.Inserted, isNow, change.After + change.Same, change.Inserted);
        }

        return pieces;
    }

    /// <summary>Words that stay, then words that go, then words that come; short stays between longer changes go and come as well.</summary>
    private static List<Change> Grouped(IReadOnlyList<Stretch> stretches)
    {
        var changes = new List<Change>();
        foreach (var stretch in stretches)
        {
            var last = changes.Count > 0 ? changes[^1] : null;
            if (stretch.Edit == Edit.Same || last is null)
                changes.Add(last = new Change(stretch.Before, stretch.After, stretch.Edit == Edit.Same ? stretch.Length : 0));
            if (stretch.Edit == Edit.Deleted)
                last.Deleted += stretch.Length;
            else if (stretch.Edit == Edit.Inserted)
                last.Inserted += stretch.Length;
        }

        for (var i = changes.Count - 1; i > 0; i--)
        {
            var (left, here) = (changes[i - 1], changes[i]);
            if (here.Same <= FewWords && here.Same < left.Size && here.Same < here.Size)
            {
                left.Deleted += here.Same + here.Deleted;
                left.Inserted += here.Same + here.Inserted;
                changes.RemoveAt(i);
            }
        }

        return changes;
    }

    private static void Add(List<Piece> pieces, Edit edit, List<Word> words, int from, int count)
    {
        if (count > 0)
            pieces.Add(new Piece(edit, string.Concat(words.Skip(from).Take(count).Select((word, i) => i == 0 ? word.Text : word.Gap + word.Text)), words[from].Gap));
    }

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var gap = i;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
                i++;
            var word = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            if (i > word)
                words.Add(new Word(text[gap..word], text[word..i]));
        }

        return words;
    }

    private readonly record struct Word(string Gap, string Text);

    private sealed class Change(int before, int after, int same)
    {
        public int Before => before;

        public int After => after;

        public int Same => same;

        public int Deleted { get; set; }

        public int Inserted { get; set; }

        public int Size => Math.Max(Deleted, Inserted);
    }
}
