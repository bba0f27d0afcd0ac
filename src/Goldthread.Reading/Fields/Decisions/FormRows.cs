using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Turns the rows of a form that hold a heading and, beside it, what is written under it into that heading and its paragraphs.</summary>
/// <remarks>
/// A whole decision may be one table. What tells it from a table of figures is a summary, a recommendation or
/// two topics with sentences beside them, each before any heading of a section or, after one, on the topics that are always expected.
/// </remarks>
internal sealed class FormRows
{
    private const int LongestHeading = 120;
    private const int Sentence = 4;
    private const int LongSentence = 8;
    private static readonly string[] Expected = ["heading.topic.financial", "heading.topic.legal", "heading.topic.equality", "heading.topic.dataProtection"];
    private readonly IReadOnlyList<Block> blocks;
    private readonly Layouts layouts;
    private readonly Topics topics;
    private readonly List<Block> unfolded = [];
    private Block? lastLine;
    private readonly Row?[] rows;
    private readonly int topicRows;
    private readonly int lastRequest;
    private bool inBody;

    private FormRows(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        (this.blocks, this.layouts, topics) = (blocks, layouts, new Topics(layouts));
        rows = [.. blocks.Select(block => block.IsRow ? new Row(block, layouts) : null)];
        lastRequest = blocks.ToList().FindLastIndex(block => !block.IsRow && layouts["heading.recommendations"].MatchKey(block.Key));
        topicRows = rows.Count(row => row is { IsTopic: true } && row.IsSentence(Sentence));
    }

    /// <summary>The blocks with every form of headings written out.</summary>
    public static IReadOnlyList<Block> Unfold(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        if (!blocks.Any(block => block.IsRow))
        {
            return blocks;
        }

        var form = new FormRows(blocks, layouts);
        for (var index = 0; index < blocks.Count;)
        {
            index = form.Take(index);
        }

        return form.unfolded;
    }

    private int Take(int index)
    {
        var block = blocks[index];
        if (!block.IsRow)
        {
            lastLine = block;
            inBody |= block.LooksLikeTitle && topics.Known(block.Key) is not null;
            unfolded.Add(block);
            return index + 1;
        }

        var end = index;
        while (end < blocks.Count && blocks[end].IsRow && blocks[end].Table == block.Table)
        {
            end++;
        }

        Table([.. rows[index..end].OfType<Row>()], index);
        return end;
    }

    private void Table(List<Row> table, int index)
    {
        var isForm = IsForm(table);
        var begun = false;
        for (var i = 0; i < table.Count; i++)
        {
            var row = table[i];
            if (!inBody && row.IsTitle && index + i < lastRequest)
            {
                unfolded.Add(row.Block);
            }
            else if (row.Form is { } form && row.IsHead && !row.IsSigned && !IsUnderHeading)
            {
                lastLine = form;
                unfolded.Add(form);
            }
            else if (isForm && !InChecklist && (row.IsKnown ? row.IsSection : begun && row.IsSentence(LongSentence) && row.LooksLikeHeading))
            {
                begun = true;
                unfolded.Add(row.Heading!);
                unfolded.AddRange(row.Content);
                lastLine = row.Heading;
            }
            else if (row.IsStatement || (row.IsLone && !InChecklist && layouts["label.office"].MatchKey(row.Key)) || (i + 1 < table.Count && row.IsLone && table[i + 1].IsStatement))
            {
                unfolded.Add(row.AsLine());
            }
            else
            {
                unfolded.Add(row.Block);
            }
        }
    }

    /// <summary>Whether the rows stand under a heading such as "officer declaration", where a topic is only somebody who was asked.</summary>
    private bool InChecklist => lastLine is not null && layouts["heading.form.declarations"].MatchKey(lastLine.Key);

    /// <summary>Whether such a heading stands just above: the heads of its columns begin nothing new.</summary>
    private bool IsUnderHeading => InChecklist && ReferenceEquals(unfolded[^1], lastLine);

    private bool IsForm(List<Row> table)
    {
        if (InChecklist)
        {
            return false;
        }

        var written = table.Where(row => row.IsKnown && row.IsSentence(Sentence)).ToList();
        return inBody
            ? written.Count(row => Expected.Any(group => layouts[group].MatchKey(row.Key))) > 1
            : written.Exists(row => row.IsRequest || topicRows > 1);
    }

    /// <summary>A row as a heading and what stands beside it.</summary>
    private sealed class Row
    {
        private readonly Layouts layouts;
        private readonly List<Cell> values;

        public Row(Block block, Layouts layouts)
        {
            (Block, this.layouts) = (block, layouts);
            var label = block.Cells[block.Leading];
            values = block.Cells.Skip(block.Leading + 1).Where(cell => !cell.Text.IsEmpty).ToList();
            Heading = label.Text.Length is > 1 and <= LongestHeading ? HeadingOf(label) : null;
            Key = Heading?.Key ?? "";
        }

        public Block Block { get; }

        public Block? Heading { get; }

        public string Key { get; }

        public bool IsLone => Block.Cells.Count(cell => !cell.Text.IsEmpty) == 1;

        public bool IsRequest => layouts["heading.summary"].MatchKey(Key) || layouts["heading.recommendations"].MatchKey(Key);

        /// <summary>Whether what is beside words such as "approval sought" is what the decision is called, and no sentence.</summary>
        public bool IsTitle => layouts["label.titlePerhaps"].MatchKey(Key) && values is [{ Text: { Length: <= 200 } title }] && title.Text[^1] is not ('.' or ':' or ';');

        public bool IsTopic => layouts.Any("heading.topic.", Key);

        public bool IsKnown => Heading is not null && (IsRequest || IsTopic || layouts.Any("heading.form.", Key));

        public bool LooksLikeHeading => Heading is { LooksLikeTitle: true } && !layouts.Any("label.", Key);

        /// <summary>A heading with something under it that is no answer, or with nothing.</summary>
        public bool IsSection => values.Count == 0 || IsSentence(Sentence) || (values.Count == 1 && IsRequestOrTopic && Answers.Of(values[0].Text.Text) is null && !layouts.Any("label.", Key));

        /// <summary>The heading of a block of the form, where the row is one.</summary>
        public Block? Form => Heading is not null && layouts.Any("heading.form.", Key) ? Heading : null;

        /// <summary>Whether all that stands beside the heading are the heads of columns.</summary>
        public bool IsHead => values.Count > 0 && values.TrueForAll(value => layouts["declarations.heads"].Match(value.Text.Text));

        /// <summary>Whether a signature goes under one of the heads: the row heads what is signed below it.</summary>
        public bool IsSigned => values.Exists(value => layouts["label.signature"].Match(value.Text.Text));

        public bool IsStatement => IsLone && Block.Text.Length > 20 && layouts["approval.statements"].MatchKey(Vocabulary.Key.Of(Block.Text.Text.AsSpan(0, Math.Min(200, Block.Text.Length))));

        public IEnumerable<Block> Content => values.SelectMany(value => value.Blocks.Count > 0 ? value.Blocks : [Line(value.Text)]);

        private bool IsRequestOrTopic => IsRequest || IsTopic;

        public bool IsSentence(int words) =>
            values.Count == 1 && (values[0].Blocks.Count > 1 || values[0].Text.Text.AsSpan().Count(' ') + 1 >= words || (words == Sentence && values[0].Text.Text.EndsWith('.') && values[0].Text.Text.Any(char.IsLower)))
            && values[0].Text.Text.Count(char.IsDigit) * 3 < values[0].Text.Length;

        public Block AsLine() => Line(Block.Text);

        private Block Line(Passage words) => new() { Text = words, Gap = true, Alone = true };

        /// <summary>The heading of a cell, without what is noted below it or in brackets.</summary>
        private Block HeadingOf(Cell cell)
        {
            var first = cell.Blocks.Count > 0 ? cell.Blocks[0] : null;
            var words = first?.Text ?? cell.Text;
            var bracket = words.Text.IndexOf('(');
            var bare = bracket > 3 && !layouts.Any("heading.", Vocabulary.Key.Of(words.Text)) ? words.UpTo(bracket) : words;
            return new Block { Text = layouts.Any("heading.", Vocabulary.Key.Of(bare.Text)) ? bare : cell.Blocks.Count > 1 ? cell.Text : words, Number = first?.Number, Rank = 7, Gap = true, Alone = true };
        }
    }
}
