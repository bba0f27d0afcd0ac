using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>The executive summary: all that stands under its heading.</summary>
internal static class SummaryReader
{
    public static string? Read(IReadOnlyList<Part> parts, Places places)
    {
        var summary = parts.FirstOrDefault(part => part.Kind == PartKind.Summary);
        if (summary is null)
        {
            return null;
        }

        places.Expect("/executiveSummary", summary.Heading!.Text);
        var words = Passage.Join(summary.Blocks.Select(block => block.Text));
        return words.IsEmpty ? null : places.Put("/executiveSummary", words);
    }
}
