using Goldthread.Core.Rules;
using Goldthread.Core.Standards;

namespace Goldthread.Standards;

/// <summary>How answers to the standards are told.</summary>
public static class StandardsWords
{
    /// <summary>An answer in a word or two, with a capital.</summary>
    public static string Say(Answered answer) => answer switch
    {
        Answered.Met => "Met",
        Answered.Partly => "Partly met",
        Answered.NotMet => "Not met",
        Answered.DoesNotApply => "Does not apply",
    };

    /// <summary>The end of the class that shows an answer.</summary>
    public static string Class(Answered? answer) => answer switch
    {
        Answered.Met => "met",
        Answered.Partly => "partly",
        Answered.NotMet => "not",
        Answered.DoesNotApply => "none",
        null => "open",
    };

    /// <summary>What a standard is called.</summary>
    public static string Name(StandardLevel level) => level == StandardLevel.Minimum ? "The minimum standard" : "The gold standard";

    /// <summary>How far an organisation meets a standard: <c>9 of 11 met</c>.</summary>
    public static string Count((int Met, int Of) count) => count.Of == 0 ? "Not yet answered" : $"{count.Met} of {count.Of} met";

    /// <summary>An organisation, and the borough that is spoken of.</summary>
    public static string Whose(string name, string borough) => borough.Length == 0 ? name : $"{name} in {borough}";
}
