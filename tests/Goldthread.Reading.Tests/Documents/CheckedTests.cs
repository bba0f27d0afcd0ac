using Goldthread.Core.Diagnostics;
using Goldthread.Core.Rules;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>What is found in documents as they are read, from their text to the findings; all bodies and people are invented.</summary>
public sealed class CheckedTests
{
    private static readonly RuleBook Rules =
        RuleBook.Parse(RuleFiles()).Book ?? throw new InvalidOperationException("The rules in rules/ have errors.");

    private const string Rows = " Group                    Grant\n Rowers                  £9,000\n Judo                    £4,000\n";
    private const string Rest = " Boxers                  £6,000\n Total                  £19,000\n";

    [Theory]
    [InlineData(Rows + "\n\n\n       Ferry Council – Page 1\n" + Rest, 0)]
    [InlineData(Rows + "\n\n\n       Ferry Council – Page 1\n Group        Grant\n Divers                  £1,000\n" + Rest, 1)]
    [InlineData(Rows + "\n\n\n   FERRY COUNCIL\n\n   3\n\n   FERRY COUNCIL\n" + Rest, 0)]
    [InlineData(Rows + " Divers                  £1,000\n\n\n   FERRY COUNCIL\n\n   3\n\n   FERRY COUNCIL\n" + Rest, 1)]
    public void Table_ThatGoesOnOverAPage_IsAddedWhole(string table, int found) =>
        Assert.Equal(found, Count("GT2001", "The grants are these.\n\n" + table + "\nHalf is paid at once.\n"));

    [Theory]
    [InlineData("The grants of £19,000 are these.", 0)]
    [InlineData("The grants are these.", 1)]
    public void RowsAtTheTopOfAPage_WithTheTotalNamedBefore_MissThoseOfThePageAbove(string told, int found) =>
        Assert.Equal(found, Count("GT2001", $"{told}\n\nA picture of the rowers.\n\n\n   Page 1 of 2\n Judo                    £4,000\n{Rest}\n"));

    [Fact]
    public void TotalAtTheEndOfAPage_ClosesItsTable() =>
        Assert.Equal(0, Count("GT2001", Rows + Rest + "\n\n\n       Ferry Council – Page 1\n Boats                  £7,000\n Oars                   £1,000\n"));

    [Theory]
    [InlineData("Order placed           26 February 2024", 1)]
    [InlineData("Purchase order raised  26 February 2024", 1)]
    [InlineData("Placing of the order   26 February 2024", 1)]
    [InlineData("Boats delivered        26 February 2024", 1)]
    [InlineData("Order placed           26 March 2024", 0)]
    [InlineData("Order of the council   26 February 2024", 0)]
    [InlineData("Pilot boats delivered  26 February 2024", 0)]
    public void Timetable_OrderBeforeTheDecision_IsGT5001(string row, int found) =>
        Assert.Equal(found, Count("GT5001", $"Stage                  Date\n{row}\nBoats in service       22 July 2024\n"));

    [Theory]
    [InlineData("Has publication been deferred?", "Exempt (Part 2) information?")]
    [InlineData("Deferred publication requested", "Confidential (Part 2) information")]
    public void Form_DeferredWithReasonAndEndBlank_IsGT4001Once(string deferred, string part2)
    {
        var page = $"<html><body>{Report}<h2>Publication</h2><table><tr><th>{deferred}</th><td>Yes</td></tr><tr><th>Deferred until</th><td></td></tr><tr><th>Reason for deferral</th><td></td></tr><tr><th>{part2}</th><td>No</td></tr></table></body></html>";
        var reading = Support.Documents.Read(page, "page.html");
        var publication = Assert.IsType<Core.Decisions.Decision>(reading.Record).Publication;

        Assert.Equal((true, false), (publication.Deferred, publication.Part2));
        Assert.Single(Checks.Run(reading.Record, Rules, page), finding => finding.Code == "GT4001");
    }

    private const string Report = "<h1>Boats for the ferry</h1><h2>Recommendation</h2><p>That boats be bought.</p><h2>Background</h2><p>They leak.</p><h2>Legal implications</h2><p>None.</p>";

    private static Dictionary<string, string> RuleFiles()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rules");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".csv" or ".yaml")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
    }

    private static int Count(string code, string document) =>
        Checks.Run(new Core.Decisions.Decision { DateSigned = new(2024, 3, 14) }, Rules, document).Count(finding => finding.Code == code);
}
