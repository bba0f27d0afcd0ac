using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;

namespace Goldthread.Search.Bench;

/// <summary>
/// A generated register, the same for the same number: twelve words that stand in 20 to 58 % of the records, as
/// "violence" will, 30,000 others as rare as words are, phrases that name topics, organisations that records name.
/// One record in twenty is for staff alone.
/// </summary>
internal static class Texts
{
    public const string Body = "bench";

    public static readonly (string Word, double Share)[] Common =
    [
        ("violence", .58), ("women", .55), ("girls", .50), ("police", .48), ("support", .45), ("service", .40),
        ("london", .38), ("survivors", .35), ("funding", .30), ("partnership", .28), ("board", .25), ("safety", .20),
    ];

    private static readonly (string Phrase, double Share)[] Named =
    [
        ("domestic abuse", .30), ("sexual violence", .12), ("stalking", .08), ("modern slavery", .05), ("forced marriage", .04),
        ("female genital mutilation", .03), ("coercive control", .03), ("misogyny", .02), ("upskirting", .005),
    ];

    private static readonly string[] Syllables = ["ba", "cor", "den", "el", "fa", "gri", "hol", "im", "jan", "kel", "lu", "mer", "nor", "os", "pra", "qui", "ros", "sta", "tor", "ul", "vin", "wes", "yar", "zo"];

    /// <summary>The other words, the commonest first: letters alone, as words are.</summary>
    public static readonly string[] Other = [.. Enumerable.Range(0, 30_000).Select(Made).Distinct(StringComparer.Ordinal)];

    private static readonly double[] Until = Cumulated();

    public const int Organisations = 200;

    public static Change Organisation(int number) => Change(RecordKinds.Organisation, $"organisation-{number}", Audience.Public, new Organisation
    {
        Name = $"{Capital(Other[500 + number])} {Capital(Other[900 + number])} Trust",
        Aliases = [$"Org{number}", $"the {Capital(Other[500 + number])}"],
    });

    public static Change Record(int number)
    {
        var random = new Random(number * 7919);
        var common = Common.Where(word => random.NextDouble() < word.Share).Select(word => word.Word).ToList();
        var named = Named.Where(phrase => random.NextDouble() < phrase.Share).Select(phrase => phrase.Phrase).ToList();
        var organisations = Enumerable.Range(0, random.Next(4)).Select(_ => new Ref<Organisation>($"organisation-{(int)(Organisations * Math.Pow(random.NextDouble(), 3))}")).Distinct().ToList();
        var day = new DateOnly(2012, 1, 1).AddDays((number * 5) % 5100);
        var seen = random.Next(20) == 0 ? Audience.Staff : Audience.Public;
        return (number % 10) switch
        {
            < 7 => Change(RecordKinds.Decision, $"PCD {number}", seen, new Decision
            {
                Reference = $"PCD {number}",
                Title = Words(random, 6, [.. common.Take(2)]),
                DateSigned = day,
                DecisionMaker = new DecisionMaker(null, "Deputy Mayor for Policing and Crime"),
                ExecutiveSummary = Words(random, 80, common) + " " + string.Join(", ", named),
                Recommendations = [new Recommendation("1", $"Approve spending of £{Sum(random):N0} on " + Words(random, 12, []))],
                Sections = [.. Enum.GetValues<Topic>().Take(5).Select((topic, i) => new Section($"{i + 1}", topic.ToString(), topic, [new Paragraph($"{i + 1}.1", Words(random, 100, common))]))],
                Amounts = [new Amount(Sum(random), "£", null, ["2022/23"])],
                Organisations = organisations,
            }),
            < 9 => Change(RecordKinds.Meeting, $"{Other[100 + (number % 40)]}-board/{number}", seen, new Minutes
            {
                Body = Capital(Other[100 + (number % 40)]) + " Board",
                Date = day,
                Items = [.. Enumerable.Range(1, 6).Select(i => new Item($"{i}", Words(random, 4, []), [Words(random, 100, common), string.Join(", ", named)]))],
                Organisations = organisations,
            }),
            _ => Change(RecordKinds.Workshop, $"workshop/{number}", seen, new Workshop
            {
                Body = Capital(Other[100 + (number % 40)]) + " Board",
                Date = day,
                Purpose = Words(random, 40, common) + " " + string.Join(", ", named),
                Topics = [.. Enumerable.Range(1, 4).Select(_ => new WorkshopTopic(Words(random, 4, []), [Words(random, 100, common)]))],
                Organisations = organisations,
            }),
        };
    }

    private static string Words(Random random, int count, IReadOnlyList<string> common)
    {
        var words = Enumerable.Range(0, count).Select(_ => Other[Math.Min(Other.Length - 1, Math.Abs(Array.BinarySearch(Until, random.NextDouble() * Until[^1])))]).ToArray();
        foreach (var word in common)
            for (var i = 0; i < 1 + (count / 100); i++)
                words[random.Next(count)] = word;
        return string.Join(' ', words);
    }

    private static long Sum(Random random) => (long)(1000 * Math.Pow(10, random.NextDouble() * 4));

    private static string Made(int number)
    {
        var word = "";
        for (var rest = number + 600; rest > 0; rest /= Syllables.Length)
            word += Syllables[rest % Syllables.Length];
        return word;
    }

    private static double[] Cumulated()
    {
        var sums = new double[Other.Length];
        for (var i = 0; i < sums.Length; i++)
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + (1.0 / (i + 10));
        return sums;
    }

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private static Change Change(RecordKind kind, string reference, Audience seen, object content) => new()
    {
        Kind = kind,
        Body = Body,
        Reference = reference,
        Content = content,
        Visibility = seen,
        Who = "Records office",
        Process = "bench",
        Reason = "Generated.",
    };
}
