using Goldthread.Core.Decisions.Part2;
using Goldthread.Rules;
using Goldthread.Site;

namespace Goldthread.Decisions.Part2;

/// <summary>The grounds on which something may be kept confidential, as <c>rules/exemptions.csv</c> has them.</summary>
public sealed class Exemptions
{
    private readonly IReadOnlyList<Exemption> all;

    internal Exemptions(IReadOnlyList<Exemption> all) => this.all = all;

    /// <summary>Those of the rules as they are now, an officer's changes among them; none while the rules cannot be used.</summary>
    public static async Task<Exemptions> NowAsync(IServiceProvider services, CancellationToken stop) =>
        new((await services.GetRequiredService<CurrentRules>().GetAsync(stop)).Rules?.Book.Exemptions ?? []);

    /// <summary>The exemption of a reference, or null.</summary>
    public Exemption? Find(string? reference) => all.FirstOrDefault(exemption => exemption.Reference == reference);

    /// <summary>A ground in words; its reference where the rules do not have it any more.</summary>
    public string Words(string reference) => Find(reference)?.Words ?? reference;

    /// <summary>What may be relied on on a day, by law.</summary>
    public IReadOnlyList<ChoiceGroup> On(DateOnly day) =>
        [.. all.Where(exemption => exemption.Effect.Covers(day)).GroupBy(exemption => exemption.Law).Select(law => new ChoiceGroup(law.Key, [.. law.Select(exemption => (exemption.Reference, Line(exemption)))]))];

    /// <summary>What whoever relies on one of them must show beside, a line for each that asks for something.</summary>
    public IReadOnlyList<string> Asked(DateOnly day) =>
        [.. all.Where(exemption => exemption.Effect.Covers(day) && exemption.Says.Length > 0).Select(exemption => $"{char.ToUpperInvariant(exemption.Provision[0])}{exemption.Provision[1..]}: {exemption.Says}")];

    private static string Line(Exemption exemption) => $"{char.ToUpperInvariant(exemption.Provision[0])}{exemption.Provision[1..]}: {exemption.Name} ({exemption.Weighing.ToString().ToLowerInvariant()})";
}
