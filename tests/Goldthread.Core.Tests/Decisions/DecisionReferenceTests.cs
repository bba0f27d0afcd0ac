using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Decisions;

public class DecisionReferenceTests
{
    [Theory]
    [InlineData("PCD 542", "PCD 542", "pcd-542", "PCD")]
    [InlineData("pcd542", "PCD 542", "pcd-542", "PCD")]
    [InlineData("PCD-542", "PCD 542", "pcd-542", "PCD")]
    [InlineData("Reference code: PCD 542", "PCD 542", "pcd-542", "PCD")]
    [InlineData("Ref. OPCC/2019/017", "OPCC/2019/017", "opcc-2019-017", "OPCC")]
    [InlineData("OPCC - 2019 - 017", "OPCC/2019/017", "opcc-2019-017", "OPCC")]
    [InlineData("Decision No. 2021-034", "2021/034", "2021-034", "")]
    [InlineData("DMPCD 2014 23", "DMPCD/2014/23", "dmpcd-2014-23", "DMPCD")]
    public void TryParse_TypedOrPrinted_IsCanonical(string text, string canonical, string slug, string prefix)
    {
        Assert.True(DecisionReference.TryParse(text, out var reference));
        Assert.Equal((canonical, slug, prefix), (reference.ToString(), reference.Slug, reference.Prefix));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PCD")]
    [InlineData("the decision of last week in 2019 that nobody remembers at all")]
    [InlineData("<script>1</script>")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(DecisionReference.TryParse(text, out _));

    [Fact]
    public void TryParse_CanonicalForm_IsItself()
    {
        Prop.ForAll(Gen.Choose(1, 99_999).ToArbitrary(), number =>
            DecisionReference.TryParse($"pcd{number}", out var one) && DecisionReference.TryParse(one.Canonical, out var again) && one == again
            && DecisionReference.TryParse(one.Slug, out var fromSlug) && fromSlug == one).Check(TestSeed.Config);
    }
}
