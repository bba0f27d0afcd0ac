using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>How advice is put into words.</summary>
public static class AdviceWords
{
    /// <summary>Where advice stands, in a few words.</summary>
    public static string State(AdviceEntry advice) => advice switch
    {
        { State: AdviceState.Asked } => "asked for",
        { State: AdviceState.Given, Changed.Count: > 0 } => "given on other words",
        { State: AdviceState.Declined, Changed.Count: > 0 } => "declined on other words",
        { State: AdviceState.Given } => "given",
        { State: AdviceState.Declined } => "none needed",
        _ => "taken back",
    };
}
