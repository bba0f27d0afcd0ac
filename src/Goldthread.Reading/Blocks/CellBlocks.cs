using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>Reads what a cell holds as paragraphs and items.</summary>
internal static class CellBlocks
{
    /// <summary>Of a cell whose paragraphs the format gives.</summary>
    public static Cell Of(SourceText source, IReadOnlyList<CellPart> parts) =>
        Of(parts.Select(part => Block(source, [(part.Start, part.End)], part.Marked, part.Rank)));

    /// <summary>Of a cell that is drawn: each paragraph as the lines it was broken into.</summary>
    public static Cell Of(SourceText source, IEnumerable<IReadOnlyList<(int Start, int End)>> paragraphs) =>
        Of(paragraphs.Select(lines => Block(source, lines, given: 0, rank: 0)));

    /// <summary>The marker, unless it is a doubtful one that was typed: an initial or a figure.</summary>
    public static Marker? MarkerOf(SourceText source, int start, int end, int given = 0) =>
        Marker.Read(source, start, end) is not { } marker ? null
        : marker.Length <= given || !marker.Weak ? marker
        : Marker.OnlyBullet(source, start, end);

    private static Cell Of(IEnumerable<Block> blocks) => new([.. blocks.Where(block => !block.Text.IsEmpty)]);

    private static Block Block(SourceText source, IReadOnlyList<(int Start, int End)> lines, int given, int rank)
    {
        var (start, end) = lines[0];
        var marker = MarkerOf(source, start, end, given);
        var isGivenBullet = marker is { Bullet: true } && marker.Length <= given;
        var words = Words(source, lines, marker?.Length ?? 0);
        return new Block
        {
            Text = words,
            Whole = marker is null || isGivenBullet ? words : Words(source, lines, 0),
            Number = marker?.Number,
            Bullet = marker?.Bullet ?? false,
            Indent = marker is null ? 0 : 2,
            Gap = true,
            Rank = rank,
            Alone = true,
        };
    }

    private static Passage Words(SourceText source, IReadOnlyList<(int Start, int End)> lines, int from) =>
        Folding.Fold(source, [(lines[0].Start + from, lines[0].End), .. lines.Skip(1)]);
}
