using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>The sections of the report with their paragraphs.</summary>
internal static class SectionReader
{
    public static IReadOnlyList<Section> Read(IReadOnlyList<Part> parts, Places places)
    {
        var sections = parts.Where(part => part.Kind == PartKind.Section).ToList();
        if (sections.Count > 0)
        {
            places.Expect("/sections", sections[^1].Heading!.Text);
        }

        return [.. sections.Select((part, index) => Write(part, $"/sections/{index}", places))];
    }

    private static Section Write(Part part, string pointer, Places places)
    {
        var heading = part.Heading!;
        if (heading.Number is not null)
        {
            places.Put(pointer + "/number", heading.Number.Where);
        }

        places.Put(pointer + "/topic", heading.Text);
        var units = Units.OfSection(part);
        var paragraphs = units.Where(unit => !unit.Text.IsEmpty).Select((unit, index) => Write(unit, $"{pointer}/paragraphs/{index}", places)).ToList();
        places.Expect(pointer + "/paragraphs", heading.Text);
        return new Section(heading.Number?.Printed, places.Put(pointer + "/heading", heading.Text.Trim(":")), part.Topic, paragraphs);
    }

    private static Paragraph Write(Unit unit, string pointer, Places places)
    {
        if (unit.Number is not null)
        {
            places.Put(pointer + "/number", unit.Number.Where);
        }

        return new Paragraph(unit.Number?.Printed, places.Put(pointer + "/text", unit.Text));
    }
}
