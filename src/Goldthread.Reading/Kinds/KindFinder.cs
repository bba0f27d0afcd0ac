using System.Text.RegularExpressions;
using Goldthread.Core.Readings;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Fields;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Kinds;

/// <summary>The third step: what kind of document the blocks make, by the headings, labels and words that only such a document has.</summary>
internal static partial class KindFinder
{
    private const int Enough = 4;
    private const int Head = 15;
    private const int LongestItem = 100;
    private const int LongestHead = 400;

    public static DocumentKind Find(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var heads = Heads(blocks, layouts);
        var scores = new Dictionary<DocumentKind, int>
        {
            [DocumentKind.Decision] = Decision(blocks, heads, layouts),
            [DocumentKind.Minutes] = IsAgenda(blocks, layouts) ? 0 : Score("minutes", blocks, heads, layouts) + Earlier(blocks, layouts) + Listed(blocks, layouts),
            [DocumentKind.Workshop] = Score("workshop", blocks, heads, layouts),
        };
        var best = scores.MaxBy(score => score.Value);
        return best.Value >= Enough ? best.Key : DocumentKind.Unknown;
    }

    /// <summary>Whether the document says at its head that it is the agenda of a meeting to come, and hardly says more than what it will be about.</summary>
    private static bool IsAgenda(IReadOnlyList<Block> blocks, Layouts layouts) =>
        blocks.Take(Head).Any(block => layouts["kind-not.minutes"].MatchKey(block.Key)) && blocks.Count(block => block.Text.Length > LongestItem) * 6 < blocks.Count
        && !blocks.Any(block => layouts["heading.apologies"].MatchKey(block.Key) && block.Number is null);

    /// <summary>Two where a sentence says that the record of an earlier meeting was agreed, as that of no other kind of document does.</summary>
    private static int Earlier(IReadOnlyList<Block> blocks, Layouts layouts) =>
        blocks.Any(block => block is { IsRow: false } && layouts["previous.agreed-sentences"].FoundIn(block.Key)) ? 2 : 0;

    /// <summary>One where actions stand under a heading for them or in a table with a column of who is to act.</summary>
    private static int Listed(IReadOnlyList<Block> blocks, Layouts layouts) =>
        blocks.Any(block => block.IsRow ? block.Find(layouts["actions.columns.owner"]) >= 0 && block.Find(layouts["actions.columns.due"]) >= 0 : layouts["heading.actions"].MatchKey(block.Key)) ? 1 : 0;

    private static int Decision(IReadOnlyList<Block> blocks, List<string> heads, Layouts layouts)
    {
        var topics = layouts.Under("heading.topic.").Where(topic => topic.Name != "other").Count(topic => Headed(heads, topic.Phrases));
        return Math.Min(topics, 5) + Score("decision", blocks, heads, layouts);
    }

    /// <summary>Counts each group of cues that the document has, by its weight: the digit at the end of the group's name.</summary>
    private static int Score(string kind, IReadOnlyList<Block> blocks, List<string> heads, Layouts layouts)
    {
        var score = 0;
        foreach (var (name, phrases) in layouts.Under($"kind.{kind}."))
        {
            var has = name.StartsWith("title", StringComparison.Ordinal)
                ? blocks.Take(Head).Any(block => block.Text.Length < 200 && !block.Bullet && phrases.FoundIn(WithoutTimes(block.Key)))
                : Headed(heads, phrases);
            score += has ? name[^1] - '0' : 0;
        }

        return score;
    }

    /// <summary>The words without minutes that are a time: <c>less than four minutes</c>.</summary>
    private static string WithoutTimes(string key) => key.Contains("minute", StringComparison.Ordinal) ? Times.Replace(key, " ") : key;

    private static bool Headed(List<string> heads, Phrases phrases) => heads.Exists(head => phrases.MatchKey(head));

    /// <summary>The keys of all headings and labels that are a cue of any kind, each looked for once: most words are a cue of none.</summary>
    private static List<string> Heads(IReadOnlyList<Block> blocks, Layouts layouts)
    {
        var heads = new List<string>();
        foreach (var block in blocks.Where(IsShort))
        {
            Take(block.Key);
            var words = block.IsRow ? block.Cells[block.Leading].Text : block.Text;
            if (block.IsRow && words.Length <= LongestHead)
            {
                Take(words.Key);
            }

            var beginnings = Beginnings.Of(words);
            for (var i = 0; i < beginnings.Count; i++)
            {
                Take(beginnings.Key(i));
            }
        }

        return heads;

        void Take(ReadOnlySpan<char> key)
        {
            if (key.Length > 0 && (layouts.Any("kind.", key) || layouts.Any("heading.topic.", key)))
            {
                heads.Add(key.ToString());
            }
        }
    }

    private static bool IsShort(Block block) => block.Text.Length < 2000;

    [GeneratedRegex(@"\b([0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|few|several|many|more|fewer|some|hundred)\sminutes?\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Times { get; }
}
