using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>The amount falls between two limits of the scheme and so to nobody.</summary>
internal static class GT6009NobodysAmount
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        if (one.WhoDecides.Acts.FirstOrDefault(act => act.Gap is not null) is { Gap: var (below, above), Amount: { } amount })
        {
            yield return new("GT6009", $"{Sum.Show(amount)} belongs to nobody: {below.Role.Name} decides up to {Sum.Show(below.Most!.Value)}, {above.Role.Name} from {Sum.Show(above.Least!.Value)}. Worth asking who decides.", "/recommendations/0/text");
        }
    }
}
