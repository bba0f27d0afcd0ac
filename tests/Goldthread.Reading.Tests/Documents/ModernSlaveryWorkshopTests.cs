using Goldthread.Core.Boards;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>The workshop of the London Modern Slavery Partnership Board of 11 July 2018.</summary>
public sealed class ModernSlaveryWorkshopTests
{
    private readonly Core.Readings.Reading reading = Support.Documents.Shared("001_");

    private Workshop Workshop => Assert.IsType<Workshop>(reading.Record);

    [Fact]
    public void Read_Head_GivesBodyDateAndNineOrganisations()
    {
        Assert.Equal("London Modern Slavery Partnership Board", Workshop.Body);
        Assert.Equal(new DateOnly(2018, 7, 11), Workshop.Date);
        Assert.Equal(9, Workshop.Attendees.Count);
        Assert.Equal("Focus on Labour Exploitation (FLEX)", Workshop.Attendees[2]);
        Assert.EndsWith("expert led steer from stakeholders.", Workshop.Purpose, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Topics_KeepNestedPointsWithTheirParent()
    {
        Assert.Equal(["MPS Problem Profile", "Part 1", "Part 2"], Workshop.Topics.Select(topic => topic.Heading));
        Assert.Equal([6, 6, 7], Workshop.Topics.Select(topic => topic.Points.Count));
        Assert.StartsWith("Focus on the victim: Awareness", Workshop.Topics[2].Points[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatPartnersAgreed_IsDividedByWhatItLeadsTo()
    {
        Assert.Single(Workshop.Agreements);
        Assert.Equal(3, Workshop.SuccessMeasures.Count);
        Assert.Equal(2, Workshop.NextSteps.Count);
        Assert.DoesNotContain("*", Workshop.NextSteps[0], StringComparison.Ordinal);
        Assert.EndsWith("Modern Slavery London Working Group", Workshop.NextSteps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Provenance_CoversEveryLeaf() => Leaves.AllHavePlaces(reading);
}
