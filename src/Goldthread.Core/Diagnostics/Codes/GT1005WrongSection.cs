using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>A paragraph's number does not belong to the section it stands under.</summary>
internal static class GT1005WrongSection
{
    public static IEnumerable<Finding> Check(DecisionCase one) => one.Decision.Sections.SelectMany(Check);

    private static IEnumerable<Finding> Check(Section section, int index)
    {
        var own = PrintedNumber.Leading(section.Number) ?? PrintedNumber.Leading(section.Paragraphs.FirstOrDefault(paragraph => PrintedNumber.HasParts(paragraph.Number))?.Number);
        for (var i = 0; own is not null && i < section.Paragraphs.Count; i++)
        {
            var number = section.Paragraphs[i].Number;
            if (PrintedNumber.HasParts(number) && PrintedNumber.Leading(number) is { } leading && leading != own)
            {
                var pointer = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/sections/{index}/paragraphs/{i}/number");
                yield return new("GT1005", $"Paragraph {number} stands under “{section.Heading}”, whose paragraphs begin with {own}. Expected a heading {leading} before it, or a number that begins with {own}.", pointer);
            }
        }
    }
}
