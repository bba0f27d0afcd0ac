using System.Text.RegularExpressions;

namespace Goldthread.Core.Diagnostics.Words;

/// <summary>Tells an answer from what people write where they have none: "N/A", "None", "TBC", a dash.</summary>
internal static partial class Blank
{
    public static bool Is(string? text) => string.IsNullOrWhiteSpace(text) || Filler().IsMatch(text);

    [GeneratedRegex(@"^[\s\p{P}]*(?:n\s*/?\s*a|none|nil|not applicable|t\.?b\.?[cda]\.?|to be (?:confirmed|decided|advised|added|completed)|not (?:stated|given|known)|blank|unknown|yes|no)?[\s\p{P}_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filler();
}
