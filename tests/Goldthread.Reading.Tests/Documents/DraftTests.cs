using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>A decision that was read, opened as a draft and read again from its fields.</summary>
public sealed class DraftTests
{
    public static TheoryData<string> Decisions => [.. Family.All.Where(one => one.Name.EndsWith(".txt", StringComparison.Ordinal) && File.ReadAllText(one.Expected).Contains("\"decision\"", StringComparison.Ordinal)).Select(one => one.Name)];

    [Theory]
    [InlineData("001_")]
    [InlineData("002_")]
    [InlineData("003_")]
    public void Complete_OneOfTheRealDecisions_FindsWhatTheReaderFound(string prefix)
    {
        if (Support.Documents.Shared(prefix).Record is Decision decision)
            AssertSame(decision);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Complete_ADecisionOfTheFamily_FindsWhatTheReaderFound(string name) =>
        AssertSame(Support.Documents.Decision(File.ReadAllText(Family.All.Single(one => one.Name == name).File), name));

    private static void AssertSame(Decision read)
    {
        var written = DraftDecision.Write(DraftDecision.Read(read), read.Reference).Decision;
        var found = Support.Documents.Reader.Complete(written);

        Assert.Equal(read.Title, found.Title);
        Assert.Equal(read.Recommendations.Select(one => one.Text), found.Recommendations.Select(one => one.Text));
        var numbered = read.Sections.Any(section => section.Number is not null || section.Paragraphs.Any(paragraph => paragraph.Number is not null));
        Assert.Equal(Paragraphs(read, numbered), Paragraphs(found, numbered));
        Assert.Equal(InTexts(read), found.Amounts.Select(one => one.Pounds).Distinct().Order());
    }

    // In the order of the form, which numbers what a document does not.
    private static IEnumerable<string> Paragraphs(Decision decision, bool numbered) =>
        decision.Sections.GroupBy(section => section.Topic).OrderBy(topic => topic.Key).SelectMany(topic => topic).SelectMany(section => section.Paragraphs)
            .Select(paragraph => $"{(numbered ? paragraph.Number : "")} {paragraph.Text}");

    // What stands in a table's figures alone is in no text of the record.
    private static IEnumerable<decimal> InTexts(Decision read)
    {
        var texts = read.Sections.SelectMany(section => section.Paragraphs.Select(paragraph => paragraph.Text).Append(section.Heading))
            .Concat(read.Recommendations.Select(one => one.Text)).Append(read.Title ?? "").Append(read.ExecutiveSummary ?? "").Append(read.Publication.DeferralReason ?? "").Append(read.Publication.Part2Reason ?? "").ToList();
        return read.Amounts.Where(amount => amount.Quote.Contains('£') && texts.Exists(text => text.Contains(amount.Quote, StringComparison.Ordinal))).Select(amount => amount.Pounds).Distinct().Order();
    }
}
