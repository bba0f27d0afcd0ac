using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Decisions;

/// <summary>A decision's reference within its body, such as <c>PCD 542</c> or <c>OPCC/2019/017</c>.</summary>
/// <remarks>
/// The same reference is typed in many ways (<c>pcd542</c>, <c>PCD-542</c>, <c>Ref. PCD 542</c>); two that
/// mean the same are equal. The letters that it begins with tell the body where the body's rules say so.
/// The forms are those of published decisions; there is no national standard.
/// </remarks>
public readonly partial record struct DecisionReference
{
    private const int MostPrefixSets = 100;
    private static readonly ConcurrentDictionary<string, Regex> ByPrefixes = new(StringComparer.Ordinal);

    private DecisionReference(string canonical) => Canonical = canonical;

    /// <summary>The form that is shown: letters and number with a space (<c>PCD 542</c>), or its parts with slashes.</summary>
    public string Canonical { get; }

    /// <summary>The form used in addresses: <c>pcd-542</c>.</summary>
    public string Slug => NotSlug().Replace(Canonical.ToLowerInvariant(), "-").Trim('-');

    /// <summary>The letters that the reference begins with (<c>PCD</c>), or empty.</summary>
    public string Prefix => Letters().Match(Canonical).Value;

    /// <summary>Reads a reference as typed or printed, with or without "Ref." or "Decision number" before it.</summary>
    public static bool TryParse(string? text, out DecisionReference reference)
    {
        reference = default;
        var bare = Label().Replace((text ?? "").Trim(), "").Trim(' ', '.', ':', '#', '(', ')', '[', ']');
        if (bare.Length is 0 or > 40 || !Shape().IsMatch(bare))
        {
            return false;
        }

        reference = new DecisionReference(Canonise(bare.ToUpperInvariant()));
        return true;
    }

    /// <summary>The reference of any text as it stands in an address; what is no decision's reference has its plain slug.</summary>
    public static string SlugOf(string text) => TryParse(text, out var reference) ? reference.Slug : Records.Slug.Of(text);

    /// <summary>The references in a text that begin with one of these prefixes and end in a number, each once, in order.</summary>
    public static IReadOnlyList<DecisionReference> FindIn(string text, IReadOnlyCollection<string> prefixes)
    {
        if (prefixes.Count == 0)
            return [];
        return [.. Like(string.Join('|', prefixes.Select(Regex.Escape))).Matches(text).Select(match => TryParse(match.Value, out var found) ? found : default).Where(found => found != default).Distinct()];
    }

    /// <inheritdoc/>
    public override string ToString() => Canonical ?? "";

    // The prefixes are those of the rules, the same from call to call.
    private static Regex Like(string alternatives)
    {
        if (ByPrefixes.Count >= MostPrefixSets)
        {
            ByPrefixes.Clear();
        }

        return ByPrefixes.GetOrAdd(alternatives, static any => new Regex($@"\b(?:{any})[\s-]?[0-9]{{1,6}}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)));
    }

    private static string Canonise(string bare)
    {
        var simple = Simple().Match(bare);
        return simple.Success
            ? $"{simple.Groups["letters"].Value} {simple.Groups["number"].Value}"
            : Separators().Replace(bare, "/");
    }

    [GeneratedRegex(@"^(?:our\s+)?(?:ref(?:erence)?(?:\s+(?:code|no|number))?|decision\s+(?:ref(?:erence)?|no|number)|decision)\b\.?\s*(?:no\b\.?)?\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    // Some letters or a year, and at least one digit: "PCD 542", "OPCC/2019/017", "2021-034", "D19/0042A".
    [GeneratedRegex(@"^(?=.*[0-9])[A-Za-z0-9]+(?:\s*[/\-\u2010-\u2015. ]\s*[A-Za-z0-9]+){0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<letters>[A-Z]+)[\s\-\u2010-\u2015]*(?<number>[0-9]+[A-Z]?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Simple();

    [GeneratedRegex(@"\s*[/\-\u2010-\u2015. ]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex("^[A-Z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotSlug();
}
