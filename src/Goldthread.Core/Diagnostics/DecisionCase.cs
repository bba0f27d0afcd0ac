using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics;

/// <summary>A decision under check: the record, the rules, and what several checks ask of it.</summary>
/// <param name="decision">The record.</param>
/// <param name="rules">The rules.</param>
/// <param name="document">The whole extracted text, where there is one: some facts stand in no field.</param>
internal sealed class DecisionCase(Decision decision, RuleBook rules, string? document)
{
    private IReadOnlyList<Passage>? financial;
    private IReadOnlyList<Ask>? asks;

    public Decision Decision { get; } = decision;

    public RuleBook Rules { get; } = rules;

    public string? Document { get; } = document;

    public IReadOnlyList<Passage> Passages { get; } = Passage.Of(decision);

    public IReadOnlyList<Ask> Asks => asks ??= Ask.Of(Decision);

    public bool AsksForMoney => Asks.Any(ask => ask.IsForMoney);

    /// <summary>The paragraphs of every section whose heading or topic is financial.</summary>
    public IReadOnlyList<Passage> Financial => financial ??=
        [.. Decision.Sections.Select((section, i) => (section, i)).Where(one => IsFinancial(one.section)).SelectMany(one => Passage.Of(one.section, one.i))];

    public bool IsFinancial(Section section) =>
        section.Topic == Topic.Financial || Rules.ExpectedTopics.Any(topic => topic.Topic == Topic.Financial && topic.IsNamedBy(section.Heading));
}
