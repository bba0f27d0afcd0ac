using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>What is asked for: the top level of the list; what is nested belongs to the text above it.</summary>
internal static partial class RecommendationReader
{
    private const int LongestLeadIn = 200;

    public static IReadOnlyList<Recommendation> Read(IReadOnlyList<Part> parts, Layouts layouts, Places places)
    {
        var asked = parts.Where(part => part.Kind == PartKind.Recommendations).ToList();
        var heading = asked.Select(part => part.Heading ?? part.Blocks.FirstOrDefault()).FirstOrDefault(block => block is not null);
        if (heading is not null)
        {
            places.Expect("/recommendations", heading.Text);
        }

        var read = Numbered(asked.Select(part => Split(part.Blocks, layouts)).Where(list => list.Count > 0).ToList());
        return [.. read.Select((item, index) => Write(item, index, places))];
    }

    /// <summary>The first list, or the first with numbers where what comes before says in one sentence what it is about.</summary>
    private static List<(Numeral? Number, Passage Text)> Numbered(List<List<(Numeral? Number, Passage Text)>> lists) =>
        lists.Count > 1 && lists[0].Count == 1 && lists[0][0].Number is null ? lists.Find(list => list[0].Number is not null) ?? lists[0] : lists.FirstOrDefault() ?? [];

    private static Recommendation Write((Numeral? Number, Passage Text) item, int index, Places places)
    {
        if (item.Number is not null)
        {
            places.Put($"/recommendations/{index}/number", item.Number.Where);
        }

        return new Recommendation(item.Number?.Printed, places.Put($"/recommendations/{index}/text", item.Text));
    }

    private static List<(Numeral? Number, Passage Text)> Split(List<Block> blocks, Layouts layouts)
    {
        blocks = WithoutLeadIn(blocks.ConvertAll(Numbered), layouts);
        var level = Level.Of(blocks);
        var items = new List<(Numeral? Number, List<Passage> Words)>();
        foreach (var block in blocks)
        {
            if (level.IsItem(block))
            {
                items.Add((block.Number, [block.Text]));
            }
            else if (level.IsNested(block, items.Count > 0))
            {
                items[^1].Words.Add(block.Text);
            }
        }

        return [.. items.Where(item => !IsLeadIn(item, items.Count, layouts) && !layouts["recommendations.none"].Match(item.Words[0])).Select(item => (item.Number, Passage.Join(item.Words)))];
    }

    /// <summary>The block with the number that stands behind a word: <c>Recommendation 2: That …</c>.</summary>
    private static Block Numbered(Block block)
    {
        var match = block is { IsPlain: true, IsRow: false } ? Named.Match(block.Text.Text) : Match.Empty;
        var (number, words) = (match.Groups["number"], block.Text.From(match.Length));
        return !match.Success || words.IsEmpty ? block : new Block
        {
            Text = words,
            Number = new Numeral(number.Value, char.IsDigit(number.Value[0]) ? NumeralStyle.Integer : NumeralStyle.Letter, block.Text.Slice(number.Index, number.Length), Bracketed: false),
            Indent = block.Indent,
            Gap = block.Gap,
            Alone = block.Alone,
        };
    }

    [GeneratedRegex(@"^(Recommendation|Decision|Resolution)\s(no\.?\s)?(?<number>[0-9]{1,2}|[A-Z])\s?[:.–—-]\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named { get; }

    /// <summary>The blocks without a numbered paragraph that only leads in to a list of another style: <c>2.1 The director is asked to: (i) …</c>.</summary>
    private static List<Block> WithoutLeadIn(List<Block> blocks, Layouts layouts)
    {
        var isLeadIn = blocks.Count > 1 && blocks[0].Number is { } number && blocks[0].Text.Text.EndsWith(':')
            && (blocks[1].Bullet || (blocks[1].Number is { } next && next.Style != number.Style))
            && !blocks.Skip(1).Any(block => block.Number?.Style == number.Style)
            && layouts["recommendations.lead-ins"].FoundIn(Key.Of(blocks[0].Text.Text));
        return isLeadIn ? blocks[1..] : blocks;
    }

    private static bool IsLeadIn((Numeral? Number, List<Passage> Words) item, int count, Layouts layouts) =>
        (count > 1 || item.Words[0].Length < LongestLeadIn) && item.Number is null && item.Words[0].Text.EndsWith(':') && item.Words.Count == 1
        && layouts["recommendations.lead-ins"].FoundIn(Key.Of(item.Words[0].Text));

    /// <summary>What a recommendation of this document looks like: numbered in one way, else bulleted, else a paragraph.</summary>
    private sealed class Level
    {
        private readonly Block? first;
        private int last;

        private Level(Block? first) => this.first = first;

        public static Level Of(List<Block> blocks) =>
            new(blocks.Find(block => block.Number is not null) ?? blocks.Find(block => block.Bullet));

        public bool IsItem(Block block)
        {
            if (first is null)
            {
                return true;
            }

            if (first.Number is null)
            {
                return block.Bullet && block.Indent <= first.Indent;
            }

            var isItem = block.Number is { } number && (IsNext(number) || (SameStyle(number) && block.Indent <= first.Indent + 1));
            last = isItem ? Letter(block.Number!) : last;
            return isItem;
        }

        public bool IsNested(Block block, bool any) =>
            any && first is not null && (block.Number is not null || block.Bullet || block.IsRow || block.Indent > first.Indent || !block.Gap);

        /// <summary>Whether it counts on, where <c>i</c> after <c>h</c> is a letter and not one in Roman.</summary>
        private bool IsNext(Numeral number) =>
            last > 0 && first!.Number!.Style == NumeralStyle.Letter && number.Bracketed == first.Number.Bracketed && Letter(number) == last + 1;

        private static int Letter(Numeral number) =>
            number.Printed.Length == 1 ? char.ToLowerInvariant(number.Printed[0]) - 'a' + 1 : 0;

        private bool SameStyle(Numeral number) =>
            number.Style == first!.Number!.Style && number.Bracketed == first.Number.Bracketed
            && number.Printed.Count(letter => letter == '.') == first.Number.Printed.Count(letter => letter == '.')
            && char.IsUpper(number.Printed[0]) == char.IsUpper(first.Number.Printed[0]);
    }
}
