using System.Text.Json.Nodes;
using Goldthread.Core.History;

namespace Goldthread.Core.Tests.History;

public sealed class FieldChangesTests
{
    [Fact]
    public void Between_TheSame_IsNothing() => Assert.Empty(Between("""{"title":"A","recommendations":[{"number":"1","text":"Do it"}],"amounts":[]}""", """{"title":"A","recommendations":[{"number":"1","text":"Do it"}],"amounts":null}"""));

    [Fact]
    public void Between_AnItemPutInFront_SaysThatItAloneIsNew()
    {
        var change = Assert.Single(Between(
            """{"recommendations":[{"number":"1","text":"Approve the plan"},{"number":"2","text":"Approve the money"}]}""",
            """{"recommendations":[{"number":"0","text":"Note the report"},{"number":"1","text":"Approve the plan"},{"number":"2","text":"Approve the money"}]}"""));

        Assert.Equal(("/recommendations/0", Edit.Inserted), (change.Pointer, change.Edit));
        Assert.Equal("0 Note the report", Assert.Single(change.Pieces).Text);
    }

    [Fact]
    public void Between_AnItemTakenOutAndAnotherAmended_PairsTheAmendedOne()
    {
        var changes = Between(
            """{"agreements":["Meet every month with all partners","Publish what the survey found in May","Fund a helpline for a year"]}""",
            """{"agreements":["Meet every month with all partners","Fund a helpline for two years"]}""");

        Assert.Equal([("/agreements/1", Edit.Deleted), ("/agreements/1", Edit.Same)], changes.Select(change => (change.Pointer, change.Edit)));
        Assert.Contains(changes[1].Pieces, piece => piece is { Edit: Edit.Inserted, Text: "two years" });
    }

    [Fact]
    public void Between_AParagraphOfASection_PointsAtItsText()
    {
        var change = Assert.Single(Between(
            """{"sections":[{"number":"1","heading":"Money","paragraphs":[{"number":"1.1","text":"The cost is £600,000 in all"}]}]}""",
            """{"sections":[{"number":"1","heading":"Money","paragraphs":[{"number":"1.1","text":"The cost is £650,000 in all"}]}]}"""));

        Assert.Equal("/sections/0/paragraphs/0/text", change.Pointer);
    }

    [Theory]
    [InlineData("""{"dateSigned":null}""", """{"dateSigned":"2022-03-07"}""", Edit.Inserted)]
    [InlineData("""{"publication":{"part2":true}}""", """{"publication":{"part2":false}}""", Edit.Same)]
    [InlineData("""{"publication":{"part2Reason":"Bids"}}""", "{}", Edit.Deleted)]
    public void Between_AValue_SaysWhatBecameOfIt(string before, string after, Edit edit) => Assert.Equal(edit, Assert.Single(Between(before, after)).Edit);

    private static IReadOnlyList<FieldChange> Between(string before, string after) => FieldChanges.Between(JsonNode.Parse(before)!, JsonNode.Parse(after)!);
}
