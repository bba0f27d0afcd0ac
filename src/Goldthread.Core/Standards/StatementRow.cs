using Goldthread.Core.Rules;

namespace Goldthread.Core.Standards;

/// <summary>A statement that an organisation is asked about, with its answer.</summary>
/// <param name="Statement">The statement as it holds on the day looked at.</param>
/// <param name="Answer">The answer; null where there is none.</param>
/// <param name="OfTheWhole">Whether the answer is that of the organisation as a whole, a borough having none of its own.</param>
public sealed record StatementRow(StandardStatement Statement, AssessedStatement? Answer, bool OfTheWhole = false)
{
    /// <summary>Whether the answer is to an earlier wording, so that a new one is asked for.</summary>
    public bool IsOfEarlierWording => Answer is { } answer && answer.Since != Statement.Effect.From;

    /// <summary>Whether an answer to the present wording is waited for.</summary>
    public bool IsOpen => Answer is null || IsOfEarlierWording;

    /// <summary>The rows of an assessment.</summary>
    /// <param name="asked">The statements that are for the organisation.</param>
    /// <param name="own">The assessment; null where nobody answered yet.</param>
    /// <param name="whole">For a borough, the organisation's as a whole.</param>
    public static IReadOnlyList<StatementRow> Of(IReadOnlyList<StandardStatement> asked, Assessment? own, Assessment? whole = null) =>
        [.. asked.Select(one => own?.To(one.Number) is { } answer ? new StatementRow(one, answer) : whole?.To(one.Number) is { } general ? new StatementRow(one, general, true) : new StatementRow(one, null))];
}
