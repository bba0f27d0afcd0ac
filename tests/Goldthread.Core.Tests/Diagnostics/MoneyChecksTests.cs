using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class MoneyChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    [Theory]
    [InlineData("£600,000 is spent as follows: £200,000 for one, £125,000 for two, £270,000 for three.")]
    [InlineData("A total of £600,000, comprising £350,000 for staff and £200,000 for rent.")]
    [InlineData("£200,000 for one and £300,000 for two, giving a total of £600,000.")]
    [InlineData("£600,000, of which £350,000 is for staff and £270,000 for rent.")]
    [InlineData("The budget of £600,000 is broken down as £300,000 in 2018/19 and £310,000 in 2019/20.")]
    [InlineData("Staff £200,000 Rent £100,000 Training £50,000 Total £360,000")]
    [InlineData("Staff £200,000 £210,000 Rent £100,000 £110,000 Total £300,000 £330,000")]
    [InlineData("The fridge costs £11,460 and its alarm £1,940, £13,500 in all.")]
    [InlineData("£70,000 for staff plus £30,000 for training, a total of £90,000.")]
    [InlineData("The total cost is £120,000: £70,000 for staff, £30,000 for training and £10,000 for evaluation.")]
    [InlineData("A budget of £600,000 (£200,000 for one, £125,000 for two and £270,000 for three) is sought.")]
    [InlineData("The cost is £200,000 per year for three years, £650,000 in total.")]
    [InlineData("£1.5m split between £0.9m for advocates and £0.5m for training.")]
    [InlineData("The cost of £90,000, which is £40,000 in 2019/20 and £50,000 in 2020/21, is met as follows: vans: £30,000 in 2019/20 and £35,000 in 2020/21; and boots: £5,000 in 2019/20 and £15,000 in 2020/21.")]
    [InlineData("Staff at £300,000 and training at £200,000 come to £600,000.")]
    [InlineData("The £600,000 is composed of £300,000 for staff and £200,000 for training.")]
    public void Parts_NotAddingUp_AreGT2001(string text) =>
        Assert.Single(Valid.WithText(0, text).Places("GT2001"));

    [Theory]
    [InlineData("£600,000 is spent as follows: £200,000 for one, £125,000 for two, £275,000 for three.")]
    [InlineData("£600,000, including £200,000 for one and £100,000 for two.")]
    [InlineData("£600,000, of which £200,000 is for one and £100,000 for two.")]
    [InlineData("The fridge costs £11,460 and its alarm £1,940, together £13,400.")]
    [InlineData("The cost is £200,000 per year for three years, £600,000 in total.")]
    [InlineData("The fund of £5m supports three projects: £1m for one, £2m for two.")]
    [InlineData("£70,000 for staff and £30,000 for training, in total £10,000 less than last year.")]
    [InlineData("A budget of £600,000 (£500,000 without VAT) is sought. It was £400,000 (£350,000 without VAT) before.")]
    [InlineData("£600,000 as follows: £200,000 per year and £100,000 for set-up.")]
    [InlineData("£600,000 as follows: £200,000 in 2018/19 and £300,000 in 2019/20, the remainder later.")]
    [InlineData("£600,000 was awarded. The contract is for £200,000 and the grant £100,000.")]
    [InlineData("Staff £200,000 £210,000 Rent £100,000 £110,000 Total £300,000 £320,000")]
    [InlineData("£4m, comprising £2.1m for one and £1.8m for two.")]
    [InlineData("£200,000 for one and £300,000 for two from a total of £1m.")]
    [InlineData("£600,000 allocated as follows: £200,000 FGM £125,000 Modern Slavery £275,000 Stakeholders Total £600,000")]
    [InlineData("The cost of £90,000, which is £40,000 in 2019/20 and £50,000 in 2020/21, is met as follows: vans: £30,000 in 2019/20 and £35,000 in 2020/21; and boots: £10,000 in 2019/20 and £15,000 in 2020/21.")]
    [InlineData("Vans take £300,000 in 2019/20; boots and coats: £20,000 for one and £30,000 for the other.")]
    [InlineData("Staff at £300,000 and training at £200,000 come to £500,000.")]
    [InlineData("Savings of £300,000 and £200,000 amount to £600,000 over ten years, less £100,000.")]
    public void Parts_AddingUpOrPartial_AreNone(string text) =>
        Assert.Empty(Valid.WithText(0, text).Places("GT2001"));

    [Theory]
    [InlineData("£000 | 2019/20 | 2020/21\n\nVans | 210 | 105\n\nCameras | 36 | 18\n\nTotal | 246 | 133\n", 1)]
    [InlineData("Item            2019\nVans    £210,000\nCameras   £36,000\nTotal   £256,000\n", 1)]
    [InlineData("Item | 2019/20 | 2020/21 | Total\nVans | 210 | 105 | 325\nCameras | 36 | 18 | 54\n", 1)]
    [InlineData("£000 | 2019/20 | 2020/21\n\nVans | 210 | 105\n\nCameras | 36 | –\n\nTotal | 246 | 105\n", 0)]
    [InlineData("Group | Number | Share\nWomen | 30 | 75%\nMen | 10 | 25%\nTotal | 40 | 100%\n", 0)]
    [InlineData("Vans  210\nSub-total  210\nCameras  36\nTotal  999\n", 0)]
    [InlineData("£m | 2019/20 | 2020/21\nVans | 0.4 | 0.3\nCameras | 0.3 | 0.2\nTotal | 0.8 | 0.5\n", 0)]
    [InlineData("£m | 2019/20 | 2020/21\nVans | 0.4 | 0.3\nCameras | 0.3 | 0.2\nTotal | 0.9 | 0.5\n", 1)]
    public void Parts_InATableOfTheDocument_AreAdded(string document, int found) => Assert.Equal(found, Valid.Places("GT2001", document).Count);

    [Fact]
    public void Parts_InATableKnownByItsAmountsAlone_AreAdded()
    {
        Amount[] amounts = [new(210_000, "210", null, ["2019/20"]), new(105_000, "105", null, ["2020/21"]), new(36_000, "36", null, ["2019/20"]), new(18_000, "18", null, ["2020/21"]), new(246_000, "246", null, ["2019/20"]), new(133_000, "133", null, ["2020/21"])];
        Assert.Equal(["/amounts/5/pounds"], (Valid with { Amounts = amounts }).Places("GT2001"));
    }

    [Fact]
    public void Parts_InTheLinesThatFollow_AreAdded()
    {
        var decision = Valid.WithParagraphs(0, ("1.1", "The £600,000 is allocated as follows:"), (null, "£200,000 FGM"), (null, "£125,000 Modern slavery"), (null, "£270,000 Stakeholders"), (null, "There is no other money."));
        Assert.Equal(["/sections/0/paragraphs/0/text"], decision.Places("GT2001"));
    }

    [Theory]
    [InlineData("Approve £600,000, of which £400,000 in 2019/20 and £200,000 in 2020/21.", 0)]
    [InlineData("Approve £600,000, of which £400,000 in 2019/20 and £250,000 in 2020/21.", 1)]
    public void Sum_DividedIntoParts_NeedsNoMentionOfThem(string recommendation, int found) =>
        Assert.Equal(found, Valid.WithRecommendations(recommendation).Check("GT2002", null).Count());

    [Fact]
    public void Sum_InNoFinancialSection_IsGT2002()
    {
        var found = Assert.Single(Valid.WithRecommendations("Approve £600,000 and £20,000 for audit.").Check("GT2002", null));
        Assert.Equal("£20,000", found.Quote);
    }

    [Theory]
    [InlineData("Approve £600k for advocates.")]
    [InlineData("Approve £0.6m for advocates.")]
    [InlineData("Approve £600,000 and delegate the award of contracts to the value of £499,000 or less.")]
    [InlineData("Note that £75,000 was spent last year.")]
    public void Sum_InFinancialSectionOrNotAskedFor_IsNone(string recommendation) =>
        Assert.Empty(Valid.WithRecommendations(recommendation).Places("GT2002"));

    [Fact]
    public void Sum_InATableAlone_IsTakenAsFinanced()
    {
        var decision = Valid.WithRecommendations("Approve £620,000.");
        Assert.Empty((decision with { Amounts = [new(620_000, "£620,000", null, []), new(620_000, "620", null, ["2019/20"])] }).Places("GT2002"));
    }

    [Fact]
    public void FinancialYear_NamedNowhere_IsGT2003()
    {
        var decision = (Valid with { Amounts = [new(600_000, "£600,000", null, [])] }).WithRecommendations("Approve £600,000.").WithText(1, "The £600,000 comes from reserves.");
        Assert.Equal(["/recommendations/0/text"], decision.Places("GT2003"));
    }

    [Theory]
    [InlineData("The £600,000 is for 2019-20.")]
    [InlineData("The £600,000 is for the financial year ending March 2020.")]
    [InlineData("The £600,000 is for FY19.")]
    [InlineData("The £600,000 is for the 2019 financial year.")]
    [InlineData("The £600,000 is in the 19-20 budget.")]
    public void FinancialYear_NamedSomehow_IsNone(string text)
    {
        var decision = (Valid with { Amounts = [new(600_000, "£600,000", null, [])] }).WithRecommendations("Approve £600,000.").WithText(1, text);
        Assert.Empty(decision.Places("GT2003"));
    }

    [Fact]
    public void FinancialYear_NoSpending_IsNone() =>
        Assert.Empty((Valid with { Amounts = [] }).WithRecommendations("Approve the publication of the strategy.").WithText(1, "There is no cost.").Places("GT2003"));
}
