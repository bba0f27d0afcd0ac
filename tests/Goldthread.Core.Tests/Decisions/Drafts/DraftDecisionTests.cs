using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;

namespace Goldthread.Core.Tests.Decisions.Drafts;

public sealed class DraftDecisionTests
{
    private static readonly DraftContent Whole = DraftContent.Empty
        .With("title", "A helpline for the night")
        .With("decision-maker", "Deputy Mayor for Policing and Crime")
        .With("summary", "A line that answers from ten to six.")
        .With("recommendations", "1. Approve £300,000.\n\n2. Note the rest.")
        .With("background", "Nobody answers at night.")
        .With("commitment", "C12")
        .With("financial", "It is in the budget.")
        .With("money", "2026/27|200000.00|Home Office grant|none\n2027/28|100000.00|reserves|none")
        .With("powers", "Police Reform and Social Responsibility Act 2011, section 143\nEquality Act 2010, section 149")
        .With("authority", "Scheme of Consent and Delegation, paragraph 4.8")
        .With("supplier", "Lantern (illustrative)")
        .With("personal-data", "yes")
        .With("assessment", "DPIA 2026-014")
        .With("equality", "It was assessed.")
        .With("equality-sex", "More women than men call.")
        .With("declarations", "Legal advice: yes\nFinance: no\nEquality")
        .With("publish", "day")
        .With("deferred-until", "2027-04-01")
        .With("deferral-reason", "The contract is not signed yet.")
        .With("part-2", "no")
        .With("supersedes", "PCD 134")
        .With("papers", "/boards/safety-board/2022-03-07\n/workshops/undated/document-1a2b\n/documents/document-9f");

    [Fact]
    public void Read_OfWhatWasWritten_IsTheForm() =>
        Assert.Equal(Whole.Texts, DraftDecision.Read(DraftDecision.Write(Whole, "PCD 9001").Decision).Texts);

    [Fact]
    public void Write_WithoutNumbers_CountsSectionsAndParagraphs()
    {
        var decision = DraftDecision.Write(Whole, null).Decision;

        Assert.Equal(["1", "2", "3", "4", "5", "6"], decision.Sections.Select(section => section.Number));
        Assert.Equal(["2.1", "2.2", "2.3"], decision.Sections[1].Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("2026/27: £200,000 from Home Office grant (no VAT).", decision.Sections[1].Paragraphs[1].Text);
        Assert.Equal(Topic.Legal, decision.Sections[2].Topic);
    }

    [Fact]
    public void Write_NumbersThatWereTyped_Stand()
    {
        var decision = DraftDecision.Write(DraftContent.Empty.With("legal", "## 4. Law\n\n4.1 One.\n\n4.3 Two.").With("equality", "Three."), null).Decision;

        Assert.Equal(["4", null], decision.Sections.Select(section => section.Number));
        Assert.Equal(["4.1", "4.3"], decision.Sections[0].Paragraphs.Select(paragraph => paragraph.Number));
    }

    [Theory]
    [InlineData("/boards/safety-board/2022-03-07", true)]
    [InlineData("https://register.example/workshops/safety-board/2022-03-07?x=1", true)]
    [InlineData("/documents/document-9f/", true)]
    [InlineData("/boards/safety-board", false)]
    [InlineData("/bodies/other/boards/safety-board/2022-03-07", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Refuse_ALineOfPapers_UnlessItIsAnAddressHere(string line, bool right) => Assert.Equal(right, DraftPapers.Refuse(line) is null);

    [Theory]
    [InlineData("/executiveSummary", "summary")]
    [InlineData("/recommendations/1/text", "recommendations")]
    [InlineData("/sections/2/paragraphs/0/text", "legal")]
    [InlineData("/sections/9", "background")]
    [InlineData("/publication/part2Reason", "part-2-reason")]
    [InlineData("/dateSigned", "title")]
    [InlineData("", "title")]
    public void FieldOf_APlaceInTheDecision_IsWhereItWasWritten(string pointer, string field) =>
        Assert.Equal(field, DraftDecision.Write(Whole, null).FieldOf(pointer));

    [Fact]
    public void Read_WhateverStandsInTheFields_LosesNoWordAndThenStays()
    {
        var words = Gen.Elements("Approve £5", "1.1 One", "## 3. A heading", "- item", "(a) item", "| a | b |", "**bold** word", "", "\t", "i. first", "Supplier: x", "2026/27: £1 from y (no VAT).", "ü £ –");
        var text = words.ListOf().Select(lines => string.Join('\n', lines));
        var fields = DraftForm.Fields.Where(field => field.Kind == DraftFieldKind.Text).ToList();
        var content = text.ListOf().Select(texts => texts.Take(fields.Count).Select((one, i) => (fields[i].Name, one)).Aggregate(DraftContent.Empty, (all, one) => all.With(one.Name, one.one)));

        Prop.ForAll(content.ToArbitrary(), given =>
        {
            var once = DraftDecision.Write(given, "PCD 1");
            var again = DraftDecision.Write(DraftDecision.Read(once.Decision), "PCD 1");
            var oncemore = DraftDecision.Write(DraftDecision.Read(again.Decision), "PCD 1");
            Assert.Equal(once.Decision.Sections.Count, once.Sections.Count);
            Assert.Equal(Words(once.Decision).Order(StringComparer.Ordinal), Words(again.Decision).Order(StringComparer.Ordinal));
            Assert.Equal(Texts(again.Decision), Texts(oncemore.Decision));
        }).Check(TestSeed.Config);
    }

    // The words of the paragraphs; which of them is numbered may change where one of them moves into a field of its own.
    private static IEnumerable<string> Words(Decision decision) =>
        decision.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Text.Split([' ', '\n', '•'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Texts(Decision decision) =>
        decision.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => $"{section.Topic}/{section.Number}/{section.Heading}/{paragraph.Number}/{paragraph.Text}"));
}
