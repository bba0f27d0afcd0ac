using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary>Prints the answer of <c>pathways suggest</c> for a person to read.</summary>
internal static class SuggestionText
{
    public static void Write(TextWriter writer, IReadOnlyList<Suggestion> suggestions)
    {
        if (suggestions.Count == 0)
        {
            writer.WriteLine("No single change lets anyone newly reach anything.");
        }
        foreach (var suggestion in suggestions)
        {
            var share = suggestion.Share is { } part ? $" ({part:P2} of people)" : "";
            writer.WriteLine($"{suggestion.NewlyReached,13:N0}{share}  {Describe(suggestion)}");
        }
    }

    private static string Describe(Suggestion suggestion) => suggestion switch
    {
        AcceptSuggestion accept => $"{accept.Subject} accepts {accept.Dimension} {accept.Value} as well (alternative {accept.Alternative})",
        LinkSuggestion link => $"a link from {link.From} to {link.To}",
        _ => throw new ArgumentOutOfRangeException(nameof(suggestion)),
    };
}
