using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Standards;

/// <summary>What lists show of an assessment.</summary>
public static class AssessmentColumns
{
    /// <summary>The columns: whose it is, and the day of the first answer that still stands.</summary>
    public static Columns Of(Assessment assessment) => new(
        $"{(assessment.Name.Length > 0 ? assessment.Name : assessment.Organisation.Reference)}{(assessment.Borough.Length > 0 ? $", {assessment.Borough}" : "")} and the standards",
        assessment.Organisation.Reference,
        assessment.Statements.Count == 0 ? null : assessment.Statements.Min(one => one.On));
}
