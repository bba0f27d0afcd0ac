using System.Text;
using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Fields.Decisions.Citations;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>
/// Finds in the texts of a decision that is being written what is found in those of a document that is read: sums, the law
/// and the rules it cites, other decisions that it names. The parts need not be found: the form knows them.
/// </summary>
internal static class DraftReader
{
    public static Decision Read(Decision written, Layouts layouts)
    {
        var text = new StringBuilder();
        var pieces = new List<(Part Part, string? Number, int Start, int End)>();
        Take(new Part(PartKind.Front, null, Topic.Other, "", 0), null, written.Title);
        Take(new Part(PartKind.Summary, null, Topic.Other, "", 0), null, written.ExecutiveSummary);
        var asked = new Part(PartKind.Recommendations, null, Topic.Other, "", 0);
        foreach (var one in written.Recommendations)
            Take(asked, one.Number, one.Text);
        foreach (var section in written.Sections)
        {
            var part = new Part(PartKind.Section, null, section.Topic, "", 0);
            Take(part, null, section.Heading);
            foreach (var paragraph in section.Paragraphs)
                Take(part, paragraph.Number, paragraph.Text);
        }

        var form = new Part(PartKind.Form, null, Topic.Other, "", 0);
        Take(form, null, written.Publication.DeferralReason);
        Take(form, null, written.Publication.Part2Reason);

        var source = new SourceText(text.ToString());
        var units = pieces.Select(piece => UnitOf(source, piece.Part, piece.Number, piece.Start, piece.End)).ToList();
        var places = new Places(source);
        var citations = new CitationReader(units, layouts).Read();
        return written with
        {
            Amounts = AmountReader.Read(units, places),
            Authorities = CitationWriter.Authorities(citations, places),
            Statutes = CitationWriter.Statutes(citations, places),
            RelatedDecisions = RelatedDecisions.Read(written.Reference, units, layouts, places),
        };

        void Take(Part part, string? number, string? words)
        {
            if (words is not { Length: > 0 })
                return;
            var start = text.Length;
            text.Append(words);
            pieces.Add((part, number, start, text.Length));
            text.Append("\n\n");
        }
    }

    private static Unit UnitOf(SourceText source, Part part, string? number, int start, int end)
    {
        var words = Folding.Fold(source, start, end);
        var printed = number is { Length: > 0 } ? new Numeral(number, number.Contains('.') ? NumeralStyle.Decimal : NumeralStyle.Integer, words, Bracketed: false) : null;
        return new Unit(part, printed, [new Block { Text = words, Number = printed, Gap = true }]);
    }
}
