using System.Collections.Concurrent;
using Goldthread.Reading.Vocabulary;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Goldthread.Reading;

/// <summary>The words by which public bodies lay out their documents: headings, labels, lead-ins, furniture.</summary>
/// <remarks>
/// Kept as data in <c>rules/layouts</c>, in groups of phrases, each group with its source. Several files
/// may add to one group, so that another body's layout is a file of its own and no code.
/// </remarks>
public sealed class Layouts
{
    private readonly Dictionary<string, Phrases> groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Phrases> unions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Name, Phrases Phrases)[]> under = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> prepared = [];

    private Layouts()
    {
    }

    /// <summary>The phrases of a group; none where the data has no such group.</summary>
    internal Phrases this[string group] => groups.GetValueOrDefault(group, Phrases.None);

    /// <summary>The names of the groups that begin with a prefix, without it.</summary>
    internal IReadOnlyList<(string Name, Phrases Phrases)> Under(string prefix) => under.GetOrAdd(prefix, Find);

    /// <summary>Whether the key is a phrase of any group under a prefix.</summary>
    internal bool Any(string prefix, ReadOnlySpan<char> key) =>
        unions.GetOrAdd(prefix, Union).MatchKey(key);

    /// <summary>Something made from the phrases, made once.</summary>
    internal T Prepared<T>(Func<Layouts, T> make)
        where T : class => (T)prepared.GetOrAdd(typeof(T), _ => make(this));

    /// <summary>Reads the files of <c>rules/layouts</c>, handed in as path and text.</summary>
    /// <exception cref="FormatException">A file is not what a layout must be; the message names it and says what is wrong.</exception>
    public static Layouts Parse(IReadOnlyDictionary<string, string> files)
    {
        var layouts = new Layouts();
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            try
            {
                layouts.Add(text);
            }
            catch (Exception problem) when (problem is YamlException or InvalidCastException or KeyNotFoundException)
            {
                throw new FormatException($"{path}: {problem.Message} A layout is a list of groups, each with name, source and phrases.", problem);
            }
        }

        return layouts;
    }

    private void Add(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        foreach (var group in yaml.Documents.SelectMany(document => (YamlSequenceNode)document.RootNode).Cast<YamlMappingNode>())
        {
            var name = Scalar(group, "name");
            if (Scalar(group, "source").Length == 0)
            {
                throw new KeyNotFoundException($"The group {name} has no source.");
            }

            if (!groups.TryGetValue(name, out var phrases))
            {
                groups[name] = phrases = new Phrases();
            }

            foreach (var phrase in (YamlSequenceNode)group.Children[new YamlScalarNode("phrases")])
            {
                phrases.Add(((YamlScalarNode)phrase).Value ?? "");
            }
        }
    }

    private static string Scalar(YamlMappingNode group, string name) =>
        ((YamlScalarNode)group.Children[new YamlScalarNode(name)]).Value ?? "";

    private (string Name, Phrases Phrases)[] Find(string prefix) =>
        [.. groups.Where(group => group.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(group => (group.Key[prefix.Length..], group.Value))];

    private Phrases Union(string prefix)
    {
        var all = new Phrases();
        foreach (var (_, phrases) in Under(prefix))
        {
            all.Include(phrases);
        }

        return all;
    }
}
