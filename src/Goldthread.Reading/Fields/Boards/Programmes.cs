using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Finds named operations, plans and strategies.</summary>
internal sealed partial class Programmes(Layouts layouts)
{
    private const int Most = 500;
    private readonly Phrases nouns = layouts["programmes.nouns"];
    private readonly Phrases before = layouts["programmes.words-before"];
    private readonly Phrases generic = layouts["programmes.generic"];

    /// <summary>The names in the passages, each once; one that is the end of a longer one, or stands elsewhere with its years, is left out.</summary>
    public IReadOnlyList<Passage> In(IEnumerable<Passage> passages)
    {
        var found = passages.SelectMany(In).Select(name => (Name: name, Key: " " + Key.Of(name.Text))).DistinctBy(entry => entry.Key).Take(Most).ToList();
        return [.. found.Where(entry => !found.Exists(other => other.Key.Length > entry.Key.Length && other.Key.EndsWith(entry.Key, StringComparison.Ordinal)) && !found.Exists(other => IsDated(other.Key, entry.Key))).Select(entry => entry.Name)];
    }

    private IEnumerable<Passage> In(Passage passage)
    {
        var names = Operation.Matches(passage.Text).Select(match => (match.Index, match.Length))
            .Concat(Named.Matches(passage.Text).SelectMany(match => Trimmed(match.Value, match.Index)));
        return names.Where(name => name.Length > 0).OrderBy(name => name.Index).Select(name => passage.Slice(name.Index, name.Length));
    }

    private static bool IsDated(string longer, string name) =>
        longer.Length > name.Length && longer.StartsWith(name, StringComparison.Ordinal) && char.IsDigit(longer[^1]) && longer.AsSpan(name.Length).IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>Cuts a run of capitals into names that each end in a noun such as "Plan".</summary>
    private IEnumerable<(int Index, int Length)> Trimmed(string run, int index)
    {
        var words = WordPattern.Matches(run).ToList();
        var first = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var isLast = i + 1 == words.Count || !nouns.Match(words[i + 1].Value);
            if (!nouns.Match(words[i].Value) || !isLast)
            {
                continue;
            }

            while (first < i && (before.Match(words[first].Value) || !char.IsUpper(words[first].Value[0])))
            {
                first++;
            }

            // "Publish the People Strategy": what is done with a plan is no part of its name.
            if (i - first > 2 && words[first + 1].Value == "the")
            {
                first += 2;
            }

            var last = i + 1 < words.Count && Years.IsMatch(words[i + 1].Value) ? i + 1 : i;
            var end = words[last].Index + words[last].Length;
            var name = run[words[first].Index..end];
            if (first < i && !generic.Match(name))
            {
                yield return (index + words[first].Index, name.Length);
            }

            first = last + 1;
        }
    }

    [GeneratedRegex(@"\bOPERATION\s(?!OF|AND|THE|TO|IN|FOR)[A-Z][A-Z’'\-]{2,30}\b|\b(Operation|Project)\s(?!Board|Group|Team|Manager|Officer|Lead|Plan|Director|Initiation|Support|Sponsor|Coordinator|Worker|Management|Update|Report|Assistant|Budget|Closure)[A-Z][\w’'\-]{1,30}(\s(?!Group|Team|Board)[A-Z][a-z]{2,20})?\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Operation { get; }

    [GeneratedRegex(@"\b[A-Z][\w’'&\-/]{0,40}(\s(?:[A-Z&][\w’'&\-/]{0,40}|and|of|the|for|on|against|in|to|with|[0-9]{4}[\-–/][0-9]{2,4})){0,12}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"^(19|20)[0-9]{2}[\-–/][0-9]{2,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Years { get; }

    [GeneratedRegex(@"\S{1,60}", RegexOptions.None, 2000)]
    private static partial Regex WordPattern { get; }
}
