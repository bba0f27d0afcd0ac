using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>The sample of London, scored as the family is.</summary>
public sealed class SampleTests
{
    private const double Floor = 0.94;
    private const double MeanFloor = 0.98;

    public static TheoryData<string> Names => [.. Family.Sample.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SampleDocument_ScoresAboveTheFloor(string name)
    {
        var score = Family.Score(Family.Sample.First(candidate => candidate.Name == name))!.Value;

        Assert.True(score.F1 >= Floor, $"{name}: F1 {score.F1:0.000}; missing {string.Join(" | ", score.Missing)}; beyond {string.Join(" | ", score.Beyond)}");
    }

    [Fact]
    public void Read_WholeSample_ScoresAboveTheMean()
    {
        var scores = Family.Sample.Select(Family.Score).OfType<FieldScore>().ToList();

        Assert.NotEmpty(scores);
        Assert.True(scores.Average(score => score.F1) >= MeanFloor, $"mean {scores.Average(score => score.F1):0.0000}");
    }
}
