using System.Text.Json;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>The family: documents of invented bodies in many layouts, with what a reader of the contract expects of each.</summary>
public sealed class FamilyTests
{
    private const double Floor = 0.9;
    private const double MeanFloor = 0.97;

    public static TheoryData<string> Names => [.. Family.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_FamilyDocument_ScoresAboveTheFloor(string name)
    {
        var document = Family.All.First(candidate => candidate.Name == name);

        var score = Family.Score(document);

        Assert.SkipWhen(score is null, "pdftotext is not installed.");
        Assert.True(score!.Value.F1 >= Floor, $"{name}: F1 {score.Value.F1:0.000}; missing {string.Join(" | ", score.Value.Missing)}; beyond {string.Join(" | ", score.Value.Beyond)}");
    }

    [Fact]
    public void Read_WholeFamily_ScoresAboveTheMean()
    {
        var scores = Family.All.Select(Family.Score).OfType<FieldScore>().ToList();

        Assert.NotEmpty(scores);
        Assert.True(scores.Average(score => score.F1) >= MeanFloor, $"mean {scores.Average(score => score.F1):0.0000}");
    }
}
