using Goldthread.Core.Boards;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Lists of those present that name bodies before people, and the notes of who is to act; all bodies and people are invented.</summary>
public sealed class AttendanceLayoutTests
{
    [Fact]
    public void Read_PeopleBesideTheirOrganisation_AreEachOfIt()
    {
        var minutes = Support.Documents.Minutes("<html><body><h1>Minutes of the Quay Board, 3 May 2023</h1><h2>Present</h2><dl><dt>Quay Police</dt><dd>Insp Ann Lee (Chair), Bo Hay (Clerk)</dd><dt>Free traders</dt><dd>Cy Dunn</dd></dl><h2>1. Boats</h2><p>Noted.</p><h2>2. Nets</h2><p>Noted.</p></body></html>", "page.html");

        Assert.Equal([new("Insp Ann Lee", "Quay Police", "Chair"), new("Bo Hay", "Quay Police", "Clerk"), new("Cy Dunn", "Free traders", null)], minutes.Present);
    }

    [Fact]
    public void Read_OneStyleOfAddressForAll_NamesEach()
    {
        var minutes = Minutes("Present: Councillors A. Lee (Chair), B. Hay and C. Dunn\nQuay Police: Insp Ivy Moss; Sgt Jon Reed");

        Assert.Equal(["A. Lee", "B. Hay", "C. Dunn", "Insp Ivy Moss", "Sgt Jon Reed"], minutes.Present.Select(person => person.Name));
        Assert.Equal("Quay Police", minutes.Present[^1].Organisation);
    }

    [Fact]
    public void Read_ApologiesOfAnOffice_AreOnesOwn()
    {
        var minutes = Minutes("Present: Ann Lee, Bo Hay", "Apologies were received from Cllr Cy Dunn and from the Harbour Master.");

        Assert.Equal(["Cllr Cy Dunn", "Harbour Master"], minutes.Apologies.Select(person => person.Name));
    }

    [Fact]
    public void Read_NoteOfWhoActsAlone_HasTheSentenceBeforeIt()
    {
        var minutes = Minutes("Present: Ann Lee, Bo Hay", "The nets are torn. They will be mended by 4 June 2023. Action: BH");

        Assert.Equal(new ActionPoint("They will be mended by 4 June 2023.", "BH", new DateOnly(2023, 6, 4)), Assert.Single(minutes.Actions));
    }

    [Fact]
    public void Read_Resolution_IsOneParagraph()
    {
        var minutes = Minutes("Present: Ann Lee, Bo Hay", "Nets were shown.\n\nRESOLVED:\n\n(1) That nets be mended.\n\n(2) That boats be hired.");

        Assert.Equal(["Nets were shown.", "RESOLVED: That nets be mended. That boats be hired."], minutes.Items[0].Paragraphs);
    }

    [Fact]
    public void Read_Agenda_IsNoMinutes() =>
        Assert.Equal(Core.Readings.DocumentKind.Unknown, Support.Documents.Read("AGENDA\n\nQuay Board\n3 May 2023\n\n1. Welcome and apologies\n2. Minutes of the last meeting\n3. Nets\n4. Any other business\n").Kind);

    private static Minutes Minutes(string present, string item = "Noted.") =>
        Support.Documents.Minutes($"Quay Board\nMinutes of the meeting held on 3 May 2023\n\n{present}\n\n1. NETS\n\n{item}\n\n2. BOATS\n\nNoted.\n");
}
