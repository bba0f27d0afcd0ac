using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>What a part of a decision document is.</summary>
internal enum PartKind
{
    /// <summary>Before the first heading: reference, title, dates.</summary>
    Front,

    /// <summary>The executive summary.</summary>
    Summary,

    /// <summary>What is asked for.</summary>
    Recommendations,

    /// <summary>A heading that only divides the document, such as <c>Part 1</c>.</summary>
    Divider,

    /// <summary>A section of the report.</summary>
    Section,

    /// <summary>A block of the form: approval, public access, declarations.</summary>
    Form,
}

/// <summary>A heading and the blocks under it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Heading">Its heading; null for the front.</param>
/// <param name="Topic">What a section is about.</param>
/// <param name="Form">Which block of the form it is, as the data names it.</param>
/// <param name="From">The first block after the heading.</param>
internal sealed record Part(PartKind Kind, Block? Heading, Topic Topic, string Form, int From)
{
    /// <summary>The blocks under the heading.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>Just after the last block.</summary>
    public int To => From + Blocks.Count;
}
