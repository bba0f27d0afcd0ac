using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts;

/// <summary>What the first step gives: the text of a document and what its format says about each line.</summary>
/// <param name="Source">The text.</param>
/// <param name="Lines">Its lines, blank ones left out.</param>
/// <param name="Structured">Whether the format itself says what is a heading, an item or a table; else the layout must be read.</param>
internal sealed record ExtractedText(SourceText Source, IReadOnlyList<Line> Lines, bool Structured)
{
    /// <summary>What the file holds beside its text, for staff; none of its words.</summary>
    public IReadOnlyList<Finding> Hidden { get; init; } = [];

    /// <summary>Whether it is a page of a site, which has lines of its own around the document.</summary>
    public bool IsPage { get; init; }
}

/// <summary>A line of the extracted text.</summary>
internal sealed record Line(int Start, int End)
{
    /// <summary>How far it stands in, in columns.</summary>
    public int Indent { get; init; }

    /// <summary>How wide the column of the page is in which it stands; 0 where it has the page to itself.</summary>
    public int Room { get; init; }

    /// <summary>Whether it goes on with the line above, which was broken for want of room.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether it stands in a column for actions, beside what was said.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether an empty line, or the end of a paragraph, comes before it.</summary>
    public bool Gap { get; init; }

    /// <summary>1 to 6 for a heading of that rank, 7 for a line wholly in bold, 0 otherwise.</summary>
    public int Rank { get; init; }

    /// <summary>How long the bullet or number is that the format itself gave the line; 0 where it was typed or there is none.</summary>
    public int Marked { get; init; }

    /// <summary>The cells of a table's row, each with its paragraphs; empty for any other line.</summary>
    public IReadOnlyList<IReadOnlyList<CellPart>> Cells { get; init; } = [];

    /// <summary>Which table of the document the row is of.</summary>
    public int Table { get; init; }

    /// <summary>Whether the row is a heading row.</summary>
    public bool Head { get; init; }
}

/// <summary>A paragraph of a cell.</summary>
/// <param name="Start">Where it begins, with its bullet or number.</param>
/// <param name="End">Just after its end.</param>
/// <param name="Marked">How long the bullet or number is that the format itself gave it, or 0.</param>
/// <param name="Rank">1 to 6 for a heading of that rank, 7 for words wholly in bold, 0 otherwise.</param>
internal readonly record struct CellPart(int Start, int End, int Marked, int Rank);
