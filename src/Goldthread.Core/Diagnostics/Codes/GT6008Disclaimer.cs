using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A body that commissions the work says it is neither controller nor processor, and no legal check of that is recorded.</summary>
internal static partial class GT6008Disclaimer
{
    public static IEnumerable<Finding> Check(DecisionCase one)
    {
        var isChecked = one.Decision.Sections.Where(section => section.Topic == Topic.Legal)
            .SelectMany(section => section.Paragraphs).Any(paragraph => Controller().IsMatch(paragraph.Text));
        var disclaimed = one.Passages.FirstOrDefault(passage => Disclaims().IsMatch(passage.Text));
        if (disclaimed is not null && !isChecked)
        {
            yield return new("GT6008", "The body says it is neither controller nor processor of data used in work that it commissions, and records no legal check of that. Expected the legal comments to say why.", disclaimed.Pointer, Disclaims().Match(disclaimed.Text).Value);
        }
    }

    [GeneratedRegex(@"\b(?:not|neither)\s+(?:be\s+|act\s+as\s+)?(?:an?\s+|the\s+)?(?:data\s+)?controllers?\s+(?:n?or|and|/)\s+(?:an?\s+|the\s+)?(?:data\s+)?process[eo]rs?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Disclaims();

    [GeneratedRegex(@"\b(?:controllers?|process[eo]rs?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Controller();
}
