using Goldthread.Core.Publishing;

namespace Goldthread.Core.Boards;

/// <summary>A board, sub-group or panel that meets.</summary>
public sealed record Board
{
    /// <summary>Its name, such as <c>London VAWG Board</c>.</summary>
    [SeenBy(Audience.Public)] public string Name { get; init; } = "";
}
