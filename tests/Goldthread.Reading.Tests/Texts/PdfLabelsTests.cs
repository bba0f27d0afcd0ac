using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Texts;

public sealed class PdfLabelsTests
{
    [Fact]
    public void Lift_LabelHalfWayDown_StandsOnTheFirstLine() =>
        Assert.Equal(
            """
            Present        Harbour Trust; Quay Traders;
                           Pilots' Guild

            Ends
            """,
            PdfLabels.Lift(
                """
                               Harbour Trust; Quay Traders;
                Present
                               Pilots' Guild

                Ends
                """));

    [Fact]
    public void Lift_SeveralRows_AreToldApartByCounting() =>
        Assert.Equal(
            """
            Deferred?      No
            Grounds        The bids are
                           confidential
            Owner of       Ann Lee, who
            the paper      wrote it
                           last May
                           in haste
            """,
            PdfLabels.Lift(
                """
                Deferred?      No
                               The bids are
                Grounds
                               confidential
                               Ann Lee, who
                Owner of       wrote it
                the paper      last May
                               in haste
                """));

    [Theory]
    [InlineData("Present        Ann Lee,\n               Bo Hay\nApologies      None\n               at all")]
    [InlineData("               A heading far in\nText that runs over the whole line\n               another")]
    [InlineData("Present        Ann Lee\nApologies      Bo Hay")]
    public void Lift_LabelsOnTheFirstLine_StayAsTheyAre(string text) => Assert.Equal(text, PdfLabels.Lift(text));
}
