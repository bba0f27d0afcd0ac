using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>Reads what a cell holds as paragraphs and items.</summary>
internal static class CellBlocks
{
    /// <summary>Of a cell whose paragraphs the format gives.</summary>
    public static IReadOnlyList<Block> Of(SourceText source, IReadOnlyList<CellPart> parts) =>
        [.. parts.Select(part => Block(source, [(part.Start, part.End)], MarkerOf(source, part.Start, part.End, part.Marked), part.Rank))];

    /// <summary>Of a cell that is drawn line by line: a line with a number or bullet begins an item.</summary>
    public static IReadOnlyList<Block> Of(SourceText source, IReadOnlyList<(int Start, int End)> lines)
    {
        var blocks = new List<Block>();
        var open = new List<(int, int)>();
        Marker? marker = null;
        foreach (var line in lines.Where(line => line.End > line.Start))
        {
            var next = MarkerOf(source, line.Start, line.End, given: 0);
            if (next is not null && open.Count > 0)
            {
                blocks.Add(Block(source, open, marker, rank: 0));
                open.Clear();
            }

            marker = open.Count == 0 ? next : marker;
            open.Add(line);
        }

        return open.Count == 0 ? blocks : [.. blocks, Block(source, open, marker, rank: 0)];
    }

    /// <summary>The marker, unless it is a doubtful one that was typed: an initial or a figure.</summary>
    private static Marker? MarkerOf(SourceText source, int start, int end, int given) =>
        Marker.Read(source, start, end) is not { } marker ? null
        : marker.Length <= given || !marker.Weak ? marker
        : Marker.OnlyBullet(source, start, end);

    private static Block Block(SourceText source, IReadOnlyList<(int Start, int End)> lines, Marker? marker, int rank) => new()
    {
        Text = Folding.Fold(source, [(lines[0].Start + (marker?.Length ?? 0), lines[0].End), .. lines.Skip(1)]),
        Number = marker?.Number,
        Bullet = marker?.Bullet ?? false,
        Indent = marker is null ? 0 : 2,
        Gap = true,
        Rank = rank,
        Alone = true,
    };
}
