namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A decision without a date signed.</summary>
internal static class GT1001DateSigned
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.DateSigned is null)
        {
            yield return new("GT1001", "The decision gives no date signed. Expected the day on which the decision maker approved it.", "/dateSigned");
        }
    }
}
