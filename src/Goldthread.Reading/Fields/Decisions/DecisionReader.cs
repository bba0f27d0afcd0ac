using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>The fields of a decision, each from its part of the document.</summary>
internal static class DecisionReader
{
    public static Decision Read(IReadOnlyList<Block> blocks, Layouts layouts, Places places)
    {
        blocks = FormRows.Unfold(YesNoColumns.Expand([.. blocks.Select(NumberedByWord.Read)]), layouts);
        var parts = Outline.Of(blocks, layouts);
        var labels = new Labels(blocks, layouts);
        var front = new FrontReader(blocks, parts, labels, layouts, places);
        var approval = new ApprovalReader(blocks, parts, labels, layouts, places);
        var reference = front.Reference();
        var units = Units.Of(parts);
        var citations = new Citations.CitationReader(units, layouts).Read();
        return new Decision
        {
            Reference = reference,
            Title = front.Title(reference),
            DateSigned = approval.DateSigned(),
            DecisionMaker = approval.DecisionMaker(),
            ExecutiveSummary = SummaryReader.Read(parts, places),
            Recommendations = RecommendationReader.Read(parts, layouts, places),
            Sections = SectionReader.Read(parts, places),
            Amounts = AmountReader.Read(units, places),
            Authorities = CitationWriter.Authorities(citations, places),
            Statutes = CitationWriter.Statutes(citations, places),
            RelatedDecisions = RelatedDecisions.Read(reference, units, layouts, places),
            Declarations = DeclarationReader.Read(parts, layouts, places),
            Publication = PublicationReader.Read(parts, labels, layouts, places),
        };
    }
}
