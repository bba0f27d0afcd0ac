using Goldthread.Core.Boards;

namespace Goldthread.Core.Tests.Diagnostics;

/// <summary>What the record of a meeting or a workshop says of its own days, sums and parts; all invented.</summary>
public sealed class MeetingChecksTests
{
    private static Minutes Board => new() { Body = "Example Board", Date = new(2024, 9, 3) };

    [Theory]
    [InlineData("Minutes of 4 June 2024", "The minutes of 6 June 2024 were agreed.", 1)]
    [InlineData("Minutes of 4 June 2024", "The minutes of 4 June 2024 were agreed.", 0)]
    [InlineData("Last minutes", "The minutes of 6 June 2024 were agreed.", 0)]
    [InlineData("Minutes of 4 June 2024", "A letter of 6 June 2024 was read.", 0)]
    public void MinutesAgreed_OfAnotherDayThanTheHeading_AreGT1007(string heading, string said, int count) =>
        Assert.Equal(count, (Board with { PreviousMeeting = new(2024, 6, 4), Items = [new("1", heading, [said])] }).Places("GT1007").Count());

    [Theory]
    [InlineData("These notes record what was said at the group held on 19 March 2025.", 1)]
    [InlineData("These notes record what was said at the group held on 12 March 2025.", 0)]
    public void Notes_OfAnotherDayThanTheirOwn_AreGT1007(string line, int count) =>
        Assert.Equal(count, (Board with { Date = new(2025, 3, 12) }).Places("GT1007", $"Example Board\nDate: 12 March 2025\n{line}\nMembers\nAnn Lee").Count());

    [Theory]
    [InlineData("Thanks are due to all who gave up their morning on 15 May 2025 for this workshop.", 1)]
    [InlineData("Thanks are due to all who gave up their morning on 8 May 2025 for this workshop.", 0)]
    [InlineData("The workshop was held at the town hall on 15 May 2025 to learn from the year before.", 1)]
    [InlineData("The workshop was held at the town hall on 8 May 2025 to learn from the year before.", 0)]
    [InlineData("The workshop on prevention was asked for on 15 May 2025.", 0)]
    [InlineData("Those who attended on 15 May 2025 the launch of the plan asked for this.", 0)]
    public void Workshop_OfTwoDays_IsGT1007(string line, int count) =>
        Assert.Equal(count, new Workshop { Date = new(2025, 5, 8) }.Places("GT1007", $"Workshop\n8 May 2025\n{line}").Count());

    [Theory]
    [InlineData("30,450", 1)]
    [InlineData("29,450", 0)]
    public void TableInMinutes_WhoseRowsDoNotMakeItsTotal_IsGT2001(string total, int count) =>
        Assert.Equal(count, Board.Places("GT2001", $"3 Awards\nProject | Award (£)\nBus marshals | 12,400\nBoxing club | 7,850\nDoor locks | 9,200\nTotal | {total}\n").Count());

    [Theory]
    [InlineData("The figures are set out in Appendix B to these minutes.", 1)]
    [InlineData("The plan was presented. The figures are given in Appendix 2 to these minutes.", 1)]
    [InlineData("The plan was presented. The figures are given in Appendix 2 to the plan.", 0)]
    [InlineData("The figures are set out in Appendix B to the strategy.", 0)]
    public void Appendix_ToTheseMinutes_IsTheirOwn(string said, int count) =>
        Assert.Equal(count, (Board with { Items = [new("1", "Figures", [said])] }).Places("GT1006").Count());

    [Theory]
    [InlineData("Three grants were awarded: £40,000 to the baths, £25,000 to the hall and £18,500 to the library, a total of £88,500.", 1)]
    [InlineData("Three grants were awarded: £40,000 to the baths, £25,000 to the hall and £18,500 to the library, a total of £83,500.", 0)]
    [InlineData("The grants are: North College: £212,000 in 2025/26 South College: £164,000 in 2025/26 West College: £100,000 in 2025/26", 0)]
    public void SentenceInMinutes_WhosePartsDoNotMakeItsTotal_IsGT2001(string said, int count) =>
        Assert.Equal(count, (Board with { Items = [new("1", "Grants", [said])] }).Places("GT2001").Count());
}
