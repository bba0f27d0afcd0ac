namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Spending, a contract or a grant with no authority of the body's own rules cited.</summary>
internal static class GT3004NoAuthority
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.Decision.Authorities.Count == 0 && one.Asks.FirstOrDefault(ask => ask.IsForMoney) is not null)
        {
            yield return new("GT3004", "Spending, a contract or a grant is asked for and no rule of the body itself is cited. Expected the instrument and the paragraph that give the power, such as its scheme of delegation.", "/authorities");
        }
    }
}
