using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary>Prints the answer of <c>pathways compare</c> for a person to read.</summary>
internal static class ComparisonText
{
    public static void Write(TextWriter writer, PathwayMap map, Comparison comparison)
    {
        foreach (var need in comparison.Needs)
        {
            writer.WriteLine($"{need.Need}: {need.Gained:N0} profiles gain, {need.Lost:N0} lose");
            WriteBoxes(writer, map, "gap opened", need.GapsOpened);
            WriteBoxes(writer, map, "gap closed", need.GapsClosed);
        }
    }

    private static void WriteBoxes(TextWriter writer, PathwayMap map, string what, IReadOnlyList<Box> boxes)
    {
        foreach (var box in boxes)
        {
            writer.WriteLine($"  {what}: {AnswerText.Describe(map, box)}");
        }
    }
}
