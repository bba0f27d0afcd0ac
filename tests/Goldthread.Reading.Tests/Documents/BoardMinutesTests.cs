using Goldthread.Core.Boards;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>The minutes of the London VAWG Board of 7 March 2022.</summary>
public sealed class BoardMinutesTests
{
    private readonly Core.Readings.Reading reading = Support.Documents.Shared("002_");

    private Minutes Minutes => Assert.IsType<Minutes>(reading.Record);

    [Fact]
    public void Read_Head_GivesBodyAndDates()
    {
        Assert.Equal("London VAWG Board", Minutes.Body);
        Assert.Equal(new DateOnly(2022, 3, 7), Minutes.Date);
        Assert.Equal(new DateOnly(2022, 3, 7), Minutes.Published);
        Assert.Equal(new DateOnly(2021, 12, 6), Minutes.PreviousMeeting);
        Assert.True(Minutes.PreviousMinutesAgreed);
    }

    [Fact]
    public void Read_Attendance_CountsEighteenAndFive()
    {
        Assert.Equal(18, Minutes.Present.Count);
        Assert.Equal(5, Minutes.Apologies.Count);
        Assert.Equal("Diana Luchford", Minutes.Chair);
        Assert.Equal(new Attendee("Diana Luchford", "MOPAC", "Chair"), Minutes.Present[0]);
        Assert.Equal(new Attendee("Diane Egan", "London Heads of Community Safety", null), Minutes.Present[8]);
        Assert.Equal("Housing Directors Network", Minutes.Apologies[3].Organisation);
    }

    [Fact]
    public void Read_Items_AreSevenAfterTheContents()
    {
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], Minutes.Items.Select(item => item.Number));
        Assert.Equal([1, 1, 6, 2, 2, 5, 2], Minutes.Items.Select(item => item.Paragraphs.Count));
        Assert.Equal("Any other business", Minutes.Items[6].Heading);
    }

    [Fact]
    public void Read_Actions_AreNoneWhereAllAreReportedDone() => Assert.Empty(Minutes.Actions);

    [Fact]
    public void Read_Programmes_AreOperationsPlansAndStrategies() =>
        Assert.Equal(
            ["MPS VAWG Action Plan", "Operation Soteria", "Operation Sigma", "MOPAC VAWG Strategy", "Police and Crime Plan"],
            Minutes.Programmes);

    [Fact]
    public void Read_Provenance_CoversEveryLeaf() => Leaves.AllHavePlaces(reading);
}
