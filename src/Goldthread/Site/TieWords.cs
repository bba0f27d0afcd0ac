using Goldthread.Core.Records;
using Goldthread.Core.Rules;

namespace Goldthread.Site;

/// <summary>How the tie between two records reads from either end, as <c>rules/relations.csv</c> has it.</summary>
public sealed class TieWords(IReadOnlyList<RelationRule> rules)
{
    /// <summary>The words for a link on the page of a record of this kind, such as <c>Rests on decision PCD 345</c>.</summary>
    public string Of(PageKind here, LinkedRecord link)
    {
        var kind = link.Other is { } other ? PageKind.Of(other.Kind) : null;
        var name = link.Other is null ? link.WaitingFor : kind == PageKind.Decision ? $"{kind.One} {link.Other.Reference}" : kind is null ? null : $"the {kind.One}";
        var words = rules.FirstOrDefault(rule => rule.Relation == link.Relation
            && (link.Upstream ? rule.FromKind == here.Name && (kind is null || rule.ToKind == kind.Name) : rule.ToKind == here.Name && rule.FromKind == kind?.Name));
        var tie = (words, link.Upstream) switch
        {
            (null, true) => link.Relation.Replace('-', ' '),
            (null, false) => "is tied to",
            (_, true) => words.Upstream,
            (_, false) => words.Downstream,
        };
        return $"{char.ToUpperInvariant(tie[0])}{tie[1..]} {name}";
    }
}
