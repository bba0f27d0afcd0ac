namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A decision without a recommendation.</summary>
internal static class GT1002Recommendation
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.Recommendations.Count == 0)
        {
            yield return new("GT1002", "The decision recommends nothing. Expected at least one thing that the decision maker is asked to approve.", "/recommendations");
        }
    }
}
