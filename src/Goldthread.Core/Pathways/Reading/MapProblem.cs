using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>Something wrong in a map's files, at its place.</summary>
/// <param name="File">The name of the file, such as <c>links.csv</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in that line, from 1, in Unicode code points.</param>
/// <param name="Severity">An error stops the map from being used; a warning does not.</param>
/// <param name="Message">What is wrong; it names the CSV column where there is one.</param>
public sealed record MapProblem(string File, int Line, int Column, Severity Severity, string Message)
{
    /// <summary>The form that compilers use and editors follow: <c>links.csv:12:5: error: …</c>.</summary>
    public override string ToString() =>
        $"{File}:{Line}:{Column}: {(Severity == Severity.Error ? "error" : "warning")}: {Message}";
}
