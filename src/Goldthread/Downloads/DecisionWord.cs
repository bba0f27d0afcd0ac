using Goldthread.Core.Decisions;
using Goldthread.Site;

namespace Goldthread.Downloads;

/// <summary>A decision as a Word file, in the order of published decisions, so that it can be read back.</summary>
internal static class DecisionWord
{
    /// <summary>Writes the decision.</summary>
    public static void Write(WordFile word, Decision decision)
    {
        if (decision.Reference is { } reference)
        {
            word.Fact("Reference code", reference);
        }

        if (decision.DateSigned is { } day)
        {
            word.Fact("Date signed", Wording.Date(day));
        }

        if (string.Join(", ", new[] { decision.DecisionMaker.Name, decision.DecisionMaker.Role }.OfType<string>()) is { Length: > 0 } maker)
        {
            word.Fact("Decision by", maker);
        }

        if (decision.ExecutiveSummary is { } summary)
        {
            word.Heading("Executive summary");
            word.Paragraph(summary);
        }

        if (decision.Recommendations.Count > 0)
        {
            word.Heading(decision.Recommendations.Count == 1 ? "Recommendation" : "Recommendations");
            foreach (var asked in decision.Recommendations)
            {
                word.Numbered(asked.Number, asked.Text);
            }
        }

        foreach (var section in decision.Sections)
        {
            word.Heading(section.Number is { } number ? $"{number}. {section.Heading}" : section.Heading);
            foreach (var paragraph in section.Paragraphs)
            {
                if (paragraph.Number is null)
                {
                    word.Paragraph(paragraph.Text);
                }
                else
                {
                    word.Numbered(paragraph.Number, paragraph.Text);
                }
            }
        }

        Close(word, decision);
    }

    private static void Close(WordFile word, Decision decision)
    {
        if (decision.Amounts.Count > 0)
        {
            word.Heading("Every sum it names");
            word.Table(["Sum", "As printed", "Financial year", "Paragraph"], [.. decision.Amounts.Select(amount => (IReadOnlyList<string>)[Wording.Pounds(amount.Pounds), amount.Quote, string.Join(", ", amount.FinancialYears), amount.Paragraph ?? ""])]);
        }

        if (decision.Authorities.Count + decision.Statutes.Count > 0)
        {
            word.Heading("On what authority");
            foreach (var authority in decision.Authorities)
            {
                word.Numbered(null, string.Join(", ", new[] { authority.Instrument, authority.Paragraph is { } at && char.IsAsciiDigit(at[0]) ? $"paragraph {at}" : authority.Paragraph }.OfType<string>()));
            }

            foreach (var statute in decision.Statutes)
            {
                word.Numbered(null, string.Join(", ", new[] { statute.Year is { } year ? FormattableString.Invariant($"{statute.Act} {year}") : statute.Act, statute.Provision }.OfType<string>()));
            }
        }

        if (decision.Declarations.Count > 0)
        {
            word.Heading("Who was consulted");
            word.Table(["Role", "Given"], [.. decision.Declarations.Select(declared => (IReadOnlyList<string>)[declared.Role, declared.Given switch { true => "Given", false => "Not given", null => "Left blank" }])]);
        }

        var publication = decision.Publication;
        word.Heading("Publication");
        word.Paragraph($"{Publications.Deferral(publication)} {Publications.Confidential(publication)}");
        foreach (var reason in new[] { publication.DeferralReason, publication.Part2Reason }.OfType<string>())
        {
            word.Paragraph(reason);
        }
    }
}
