using System.Text.RegularExpressions;
using Goldthread.Reading.Blocks;

namespace Goldthread.Reading.Fields;

/// <summary>Takes the number out of headings that have a word before it: <c>Section 2: Alternatives</c>, <c>Agenda item 3 – Weir</c>.</summary>
internal static partial class NumberedByWord
{
    /// <summary>The block with its number apart; any other block as it is.</summary>
    public static Block Read(Block block)
    {
        var label = block is { Number: null, Bullet: false, IsRow: false, LooksLikeTitle: true } ? Label.Match(block.Text.Text) : Match.Empty;
        return !label.Success ? block : new Block
        {
            Text = block.Text.From(label.Length),
            Number = Numeral(block.Text.Slice(label.Groups["number"].Index, label.Groups["number"].Length)),
            Indent = block.Indent,
            Gap = block.Gap,
            Rank = block.Rank,
            Alone = block.Alone,
        };
    }

    /// <summary>What the words number, or null where they are no number.</summary>
    public static Numeral? Numeral(Texts.Passage words)
    {
        var digits = words.Trim(". )(");
        return digits.Length is > 0 and <= 5 && digits.Text.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            ? new Numeral(digits.Text, digits.Text.Contains('.') ? NumeralStyle.Decimal : NumeralStyle.Integer, digits, Bracketed: false)
            : null;
    }

    [GeneratedRegex(@"^((agenda )?item|section) (no\.? ?)?(?<number>[0-9]{1,3}(\.[0-9]{1,2})?)\s?[:.–—-]\s?(?=\p{Lu})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label { get; }
}
