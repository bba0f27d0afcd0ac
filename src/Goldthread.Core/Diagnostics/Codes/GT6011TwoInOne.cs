using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics.Words;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>One entry of a long list holds two organisations that the rules know, with no comma between.</summary>
internal static partial class GT6011TwoInOne
{
    private const int LongList = 8;

    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        foreach (var passage in one.Passages.Where(passage => Separators(passage.Text) + 1 >= LongList))
        {
            var entries = passage.Text.Split([',', ';', ':']).Select(entry => entry.Trim()).Where(entry => entry.Length is > 0 and < 80).ToList();
            foreach (var entry in entries.Count >= LongList ? entries : [])
            {
                if (one.Rules.Organisation(entry) is null && Two(one.Rules, Words().Matches(entry).Select(word => word.Value).ToList()) is var (first, second))
                {
                    yield return new("GT6011", $"“{entry}” stands as one entry and holds two organisations: {first.Name} and {second.Name}. Expected a comma between them.", passage.Pointer, entry);
                }
            }
        }
    }

    private static int Separators(ReadOnlySpan<char> text) => text.Count(',') + text.Count(';') + text.Count(':');

    private static (KnownOrganisation First, KnownOrganisation Second)? Two(RuleBook rules, List<string> words)
    {
        for (var cut = 1; cut < words.Count; cut++)
        {
            if (rules.Organisation(string.Join(' ', words.Take(cut))) is { } first && rules.Organisation(string.Join(' ', words.Skip(cut))) is { } second)
            {
                return (first, second);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
