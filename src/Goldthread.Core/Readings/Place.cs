using Goldthread.Core.Publishing;

namespace Goldthread.Core.Readings;

/// <summary>A passage of a document's extracted text.</summary>
/// <remarks>Lines and columns count from 1; columns are Unicode code points; the end is the last character's place.</remarks>
[SeenBy(Audience.Staff)]
public readonly record struct Place(int Line, int Column, int EndLine, int EndColumn);
