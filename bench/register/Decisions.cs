using System.Globalization;
using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;

namespace Goldthread.Register.Bench;

/// <summary>Generated decisions, the same for the same seed: sections of plausible length, common and rare words, citations of earlier ones.</summary>
internal sealed class Decisions(int seed)
{
    public const string Body = "bench";

    private static readonly string[] Common = ["violence", "women", "girls", "police", "support", "service", "London", "survivors", "funding", "the", "of", "and", "to", "for", "partnership", "board"];

    private static readonly string[] Other = [.. Enumerable.Range(0, 3000).Select(i => "word" + i.ToString("x", CultureInfo.InvariantCulture))];

    public Change Change(int number)
    {
        var random = new Random((seed * 31) ^ number);
        var decision = new Decision
        {
            Reference = $"PCD {number}",
            Title = Words(random, 8),
            DateSigned = new DateOnly(2012, 1, 1).AddDays(random.Next(5000)),
            DecisionMaker = new DecisionMaker(null, "Deputy Mayor for Policing and Crime"),
            ExecutiveSummary = Words(random, 80) + $" unique{number}",
            Recommendations = [new Recommendation("1", $"Approve spending of £{random.Next(10, 900)},000 on " + Words(random, 12))],
            Sections = [.. Enum.GetValues<Topic>().Take(6).Select((topic, i) => new Section($"{i + 1}", topic.ToString(), topic, [new Paragraph($"{i + 1}.1", Words(random, 60)), new Paragraph($"{i + 1}.2", Words(random, 60))]))],
            Amounts = [new Amount(random.Next(10, 900) * 1000, "£", null, ["2022/23"])],
            RelatedDecisions = number > 10 ? [new Ref<Decision>($"PCD {1 + random.Next(number - 1)}")] : [],
        };
        return new Change
        {
            Kind = RecordKinds.Decision,
            Body = Body,
            Reference = decision.Reference,
            Content = decision,
            Visibility = Audience.Public,
            Who = "Records office",
            Process = "bench",
            Reason = "Generated.",
        };
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? Common[random.Next(Common.Length)] : Other[random.Next(Other.Length)]));
}
