using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;

namespace Goldthread.Site;

/// <summary>A short form and what it stands for.</summary>
public sealed record ShortForm(string Short, string Meaning);

/// <summary>Spells out, once a page, the short forms that a record uses: those of <c>rules/short-forms.csv</c> and of organisations.</summary>
public sealed partial class ShortForms
{
    private readonly FrozenDictionary<string, string> meanings;

    /// <summary>Puts the forms together.</summary>
    /// <param name="organisations">Organisations, whose aliases in capitals are short forms.</param>
    /// <param name="csv">The text of <c>short-forms.csv</c>.</param>
    public ShortForms(IEnumerable<KnownOrganisation> organisations, string csv)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var organisation in organisations)
        {
            foreach (var alias in organisation.Aliases.Where(alias => Capitals().Match(alias).Length == alias.Length))
            {
                known.TryAdd(alias, organisation.Name);
            }
        }

        foreach (var line in csv.ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(',', StringComparison.Ordinal) && line[0] != '#').Skip(1))
        {
            // A form and a source hold no comma; what stands between them may.
            var (first, last) = (line.IndexOf(',', StringComparison.Ordinal), line.LastIndexOf(','));
            known[line[..first]] = line[(first + 1)..Math.Max(first + 1, last)].Trim('"');
        }

        meanings = known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The short forms in what the public may read of a body, in the order of the alphabet.</summary>
    public IReadOnlyList<ShortForm> In(object body)
    {
        var text = FieldMap.For(body.GetType()).Text(body).GetValueOrDefault(Audience.Public, "");
        return [.. Capitals().Matches(text).Select(match => match.Value.TrimEnd('s')).Distinct(StringComparer.Ordinal)
            .Where(meanings.ContainsKey).Order(StringComparer.Ordinal).Select(form => new ShortForm(form, meanings[form]))];
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]?[A-Z]{1,8}s?\b", RegexOptions.None, 5000)]
    private static partial Regex Capitals();
}
