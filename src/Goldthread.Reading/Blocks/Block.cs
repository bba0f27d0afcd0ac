using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Blocks;

/// <summary>A piece of a document: a heading, a paragraph, an item of a list or a row of a table.</summary>
internal sealed class Block
{
    private string? key;
    private readonly Passage? whole;

    /// <summary>The words, without bullet or number; of a row, all its cells.</summary>
    public required Passage Text { get; init; }

    /// <summary>The number as printed, or null.</summary>
    public Numeral? Number { get; init; }

    /// <summary>Whether it begins with a bullet.</summary>
    public bool Bullet { get; init; }

    /// <summary>How far it stands in, in columns.</summary>
    public int Indent { get; init; }

    /// <summary>Whether an empty line, or the end of a paragraph, comes before it.</summary>
    public bool Gap { get; init; }

    /// <summary>1 to 6 for a heading that the format marks as one, 7 for a line in bold, 0 otherwise.</summary>
    public int Rank { get; init; }

    /// <summary>Whether it is a single line with nothing directly above or below it, or a heading by its format.</summary>
    public bool Alone { get; init; }

    /// <summary>The cells of a row, each with its paragraphs; empty for anything else.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>The cell of a row that a label or heading stands in: the first, or the one after a cell that only numbers the row.</summary>
    public int Leading => Cells.Count > 2 && Cells[0].Text is { Length: > 0 and < 5 } number && number.Text.Any(char.IsDigit) ? 1 : 0;

    /// <summary>Which table the row is of.</summary>
    public int Table { get; init; }

    /// <summary>Whether it stood in a column for actions.</summary>
    public bool IsAction { get; init; }

    /// <summary>Whether it is the heading row of its table.</summary>
    public bool Head { get; init; }

    /// <summary>The words in the form in which they are compared; empty for what is too long to be a heading or a label.</summary>
    public string Key => key ??= Text.Length > 300 ? "" : Vocabulary.Key.Mended(Text.Key);

    /// <summary>Whether it is a row of a table.</summary>
    public bool IsRow => Cells.Count > 0;

    /// <summary>The first cell of a row that is one of the phrases; -1 where none is.</summary>
    public int Find(Phrases phrases, int except = -1)
    {
        for (var i = 0; i < Cells.Count; i++)
        {
            if (i != except && phrases.Match(Cells[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether it is neither numbered, nor bulleted, nor a row.</summary>
    public bool IsPlain => Number is null && !Bullet && !IsRow;

    /// <summary>All of it as printed, with its number.</summary>
    public Passage Whole { get => whole ?? Text; init => whole = value; }

    /// <summary>Whether it reads like a heading: short, begun with a capital, not ended like a sentence.</summary>
    public bool LooksLikeTitle =>
        !IsRow && !Bullet && Text.Length is > 1 and <= 140 && Text.Text[^1] is not ('.' or ';' or ',' or '?')
        && (char.IsUpper(Text.Text[0]) || char.IsDigit(Text.Text[0]) || Text.Text[0] is '‘' or '“' or '"' or '\'')
        && Text.Text.AsSpan().Count(' ') < 18;

    /// <summary>Whether it is written in capitals throughout.</summary>
    public bool IsCapitals => Text.Text.Any(char.IsLetter) && !Text.Text.Any(char.IsLower);

    /// <inheritdoc/>
    public override string ToString() => $"{Number?.Printed} {Text}";
}

/// <summary>A cell of a table.</summary>
/// <param name="Blocks">Its paragraphs and items, each as a block of its own.</param>
internal sealed record Cell(IReadOnlyList<Block> Blocks)
{
    private Passage? text;
    private IReadOnlyList<Passage>? paragraphs;

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new([]);

    /// <summary>Its paragraphs as printed, with their numbers and the bullets that were typed.</summary>
    public IReadOnlyList<Passage> Paragraphs => paragraphs ??= [.. Blocks.Select(block => block.Whole)];

    /// <summary>All its words.</summary>
    public Passage Text => text ??= Passage.Join(Paragraphs);

    /// <summary>Its blocks as the points of a list, where there are several that have no numbers.</summary>
    public IEnumerable<Block> Points =>
        Blocks.Select(block => block.Number is not null || block.Bullet || Blocks.Count == 1 ? block : new Block { Text = block.Text, Bullet = true, Gap = true });
}
