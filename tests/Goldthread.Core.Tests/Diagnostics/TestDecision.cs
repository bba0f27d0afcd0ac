using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Tests.Diagnostics;

/// <summary>A decision in which no check finds anything, changed by <c>With…</c> for each test.</summary>
internal static class TestDecision
{
    public static Decision Valid { get; } = new()
    {
        Reference = "PCD 901",
        Title = "Advocacy for young women",
        DateSigned = new(2019, 3, 8),
        DecisionMaker = new("A. Example", "Deputy Mayor for Policing and Crime"),
        ExecutiveSummary = "The Deputy Mayor is asked to approve £600,000 for advocates.",
        Recommendations = [new("1", "Approve expenditure of £600,000 for advocates in 2019/20."), new("2", "Approve the procurement strategy.")],
        Sections =
        [
            Section("1", "Introduction and background", Topic.Background, ("1.1", "Young women asked for advocates."), ("1.2", "Advocates will start in June 2019.")),
            Section("2", "Financial comments", Topic.Financial, ("2.1", "The £600,000 comes from the victims budget of 2019/20.")),
            Section("3", "Legal comments", Topic.Legal, ("3.1", "Paragraph 4.8 of the Scheme of Consent and Delegation applies.")),
            Section("4", "Data protection", Topic.DataProtection, ("4.1", "No personal data is used.")),
            Section("5", "Equality comments", Topic.Equality, ("5.1", "An equality assessment was made.")),
        ],
        Amounts = [new(600_000, "£600,000", null, ["2019/20"])],
        Authorities = [new("Scheme of Consent and Delegation", "4.8")],
        Publication = new() { Deferred = false, Part2 = false },
    };

    public static Section Section(string? number, string heading, Topic topic, params (string? Number, string Text)[] paragraphs) =>
        new(number, heading, topic, [.. paragraphs.Select(paragraph => new Paragraph(paragraph.Number, paragraph.Text))]);

    public static Decision WithRecommendations(this Decision decision, params string[] texts) =>
        decision with { Recommendations = [.. texts.Select((text, i) => new Recommendation($"{i + 1}", text))] };

    public static Decision WithNumbers(this Decision decision, params string?[] numbers) =>
        decision with { Recommendations = [.. numbers.Select(number => new Recommendation(number, "Approve the approach."))] };

    public static Decision WithParagraphs(this Decision decision, int section, params (string? Number, string Text)[] paragraphs) =>
        decision.WithSection(section, decision.Sections[section] with { Paragraphs = [.. paragraphs.Select(paragraph => new Paragraph(paragraph.Number, paragraph.Text))] });

    public static Decision WithText(this Decision decision, int section, string text) => decision.WithParagraphs(section, ($"{section + 1}.1", text));

    public static Decision WithSection(this Decision decision, int index, Section section) =>
        decision with { Sections = [.. decision.Sections.Select((own, i) => i == index ? section : own)] };

    public static Decision WithoutSections(this Decision decision, params int[] indexes) =>
        decision with { Sections = [.. decision.Sections.Where((_, i) => !indexes.Contains(i))] };

    public static Decision WithAuthority(this Decision decision, params string[] paragraphs) =>
        decision with { Authorities = [.. paragraphs.Select(paragraph => new Authority("Scheme of Consent and Delegation", paragraph))] };

    /// <summary>A decision about one sum, named wherever it must be.</summary>
    public static Decision WithSum(this Decision decision, string sum, string act = "Approve expenditure of") =>
        (decision with { ExecutiveSummary = $"The Deputy Mayor is asked to approve {sum}." })
            .WithRecommendations($"{act} {sum} in 2019/20.")
            .WithText(1, $"The {sum} comes from the budget of 2019/20.");

    public static IReadOnlyList<Finding> Check(this object record, string? document = null) =>
        Checks.Run(record, RepositoryFiles.RuleBook, document);

    public static IReadOnlyList<Finding> Check(this object record, string code, string? document) =>
        [.. Checks.Run(record, RepositoryFiles.RuleBook, document).Where(finding => finding.Code == code)];

    public static IReadOnlyList<string> Places(this object record, string code, string? document = null) =>
        [.. record.Check(code, document).Select(finding => finding.Pointer)];
}
