using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Codes;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics;

/// <summary>A decision under check: the record, the rules, and what several checks ask of it.</summary>
/// <param name="decision">The record.</param>
/// <param name="rules">The rules.</param>
/// <param name="document">The whole extracted text, where there is one: some facts stand in no field.</param>
internal sealed class DecisionCase(Decision decision, RuleBook rules, string? document)
{
    // A form without sections puts short headings before its paragraphs: "Legal implications: …".
    private const int HeadingLength = 60;
    private IReadOnlyList<Passage>? financial;
    private IReadOnlyList<Ask>? asks;
    private Request? request;
    private WhoDecides? whoDecides;

    public Decision Decision { get; } = decision;

    public RuleBook Rules { get; } = rules;

    public string? Document { get; } = document;

    public IReadOnlyList<Passage> Passages { get; } = Passage.Of(decision);

    public IReadOnlyList<Ask> Asks => asks ??= Ask.Of(Decision);

    /// <summary>What it asks for, by its words; whether personal data is handled is left out, because that takes a look at every text.</summary>
    public Request Request => request ??= RequestWords.Of(this);

    /// <summary>Who must decide it.</summary>
    public WhoDecides WhoDecides => whoDecides ??= WhoDecides.Of(Request, Rules);

    public bool SaysPersonalDataIsUsed => GT4003Privacy.Said(Passages) is not null;

    public bool AsksForMoney => Asks.Any(ask => ask.IsForMoney);

    /// <summary>The heading that stands before the words of a paragraph, as in "Legal: …", or all of a short one; null where there is none.</summary>
    public static string? RunInHeading(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var heading = colon > 0 ? text[..colon] : text;
        return heading.Length <= HeadingLength && !heading.TrimEnd().EndsWith('.') ? heading : null;
    }

    /// <summary>The paragraphs of every section whose heading or topic is financial, and those headed so themselves.</summary>
    public IReadOnlyList<Passage> Financial => financial ??=
        [.. Decision.Sections.SelectMany((section, i) => Passage.Of(section, i).Where(passage => IsFinancial(section) || IsFinancial(passage)))];

    private bool IsFinancial(Passage passage) =>
        RunInHeading(passage.Text) is { } heading && Rules.ExpectedTopics.Any(topic => topic.Topic == Topic.Financial && topic.BeginsWith(heading));

    public bool IsFinancial(Section section) =>
        section.Topic == Topic.Financial || Rules.ExpectedTopics.Any(topic => topic.Topic == Topic.Financial && topic.IsNamedBy(section.Heading));
}
