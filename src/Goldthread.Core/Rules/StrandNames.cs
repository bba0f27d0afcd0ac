using System.Security.Cryptography;
using System.Text;

namespace Goldthread.Core.Rules;

/// <summary>Finds in a text the forms of violence against women and girls that it names: the topics that search sorts by.</summary>
/// <remarks>
/// A form is named by its words (<c>rules/strands.csv</c>), whole and in any case; whoever names a narrower form
/// names its parents as well. The file is built into the program: what is derived from a body depends on nothing
/// but the body and the build.
/// </remarks>
public sealed class StrandNames
{
    private readonly Dictionary<string, List<Phrase>> byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Takes the forms to look for.</summary>
    public StrandNames(IReadOnlyList<Strand> strands)
    {
        All = [.. strands.DistinctBy(strand => strand.Reference)];
        foreach (var strand in All)
        {
            var named = new List<string>();
            AddWithParents(strands, strand.Reference, named);
            foreach (var words in strand.Words.Select(words => WordSearch.Plain(words).Split(' ')).Where(words => words[0].Length > 0))
            {
                if (!byFirstWord.TryGetValue(words[0], out var phrases))
                    byFirstWord[words[0]] = phrases = [];
                phrases.Add(new Phrase(words, named));
            }
        }
    }

    /// <summary>The forms of the file that this build was made with.</summary>
    public static StrandNames BuiltIn { get; } = new(CsvFiles.Strands(BuiltInText(), new CsvRows(RuleBookReader.StrandsFile, [])));

    /// <summary>A mark of the file that this build was made with; it changes when the file does.</summary>
    public static string BuiltInMark { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BuiltInText())))[..12];

    /// <summary>The forms, each once, in the order of the file.</summary>
    public IReadOnlyList<Strand> All { get; }

    /// <summary>The references of the forms that a text names, and of their parents, in the order of the file.</summary>
    public IReadOnlyList<string> FindIn(string text)
    {
        var words = WordSearch.Plain(text).Split(' ');
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < words.Length; at++)
        {
            if (byFirstWord.TryGetValue(words[at], out var phrases))
                foreach (var phrase in phrases.Where(phrase => words.AsSpan(at).StartsWith(phrase.Words)))
                    found.UnionWith(phrase.Named);
        }

        return [.. All.Select(strand => strand.Reference).Where(found.Contains)];
    }

    private static void AddWithParents(IReadOnlyList<Strand> strands, string reference, List<string> named)
    {
        if (named.Contains(reference))
            return;
        named.Add(reference);
        foreach (var parent in strands.Where(strand => strand.Reference == reference && strand.Parent is not null))
            AddWithParents(strands, parent.Parent!, named);
    }

    private static string BuiltInText()
    {
        using var file = typeof(StrandNames).Assembly.GetManifestResourceStream(RuleBookReader.StrandsFile)!;
        return new StreamReader(file, Encoding.UTF8).ReadToEnd();
    }

    private sealed record Phrase(string[] Words, IReadOnlyList<string> Named);
}
