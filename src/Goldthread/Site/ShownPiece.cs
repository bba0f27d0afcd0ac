using Goldthread.Core.History;

namespace Goldthread.Site;

/// <summary>Words of a changed text as the page shows them: what stayed is shortened to the words around what did not.</summary>
/// <param name="Edit">Whether they stayed, were taken out or put in.</param>
/// <param name="Text">The words.</param>
/// <param name="Gap">The white space before them.</param>
public sealed record ShownPiece(Edit Edit, string Text, string Gap)
{
    private const int Around = 12;

    /// <summary>The pieces of a change in one field.</summary>
    public static IReadOnlyList<ShownPiece> Of(FieldChange change)
    {
        var path = FieldWords.PathOf(change.Pointer);
        return Of(change.Pieces, text => FieldWords.Value(path, text));
    }

    /// <summary>The pieces of a change in any text.</summary>
    public static IReadOnlyList<ShownPiece> Of(IReadOnlyList<Piece> pieces) => Of(pieces, text => text);

    private static IReadOnlyList<ShownPiece> Of(IReadOnlyList<Piece> pieces, Func<string, string> words) =>
        [.. pieces.Select((piece, i) => new ShownPiece(
            piece.Edit, piece.Edit == Edit.Same ? Shorten(piece.Text, i > 0, i < pieces.Count - 1) : words(piece.Text), i == 0 ? "" : piece.Gap.Length == 0 ? " " : piece.Gap))];

    private static string Shorten(string text, bool changedBefore, bool changedAfter)
    {
        var words = text.Split(' ');
        var first = changedBefore ? Around : 0;
        var last = changedAfter ? Around : 0;
        return words.Length <= first + last + 4 ? text : $"{string.Join(' ', words.Take(first))} … {string.Join(' ', words.TakeLast(last))}".Trim();
    }
}
