using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

public sealed class StrandNamesTests
{
    [Theory]
    [InlineData("A unit against Stalking.", "stalking")]
    [InlineData("Honour-based\nviolence and FGM", "harmful-practices fgm honour-based-violence")]
    [InlineData("forced marriages", "harmful-practices forced-marriage modern-slavery")]
    [InlineData("upskirting", "image-based-sexual-offending upskirting")]
    [InlineData("Grapes, drapes and a stalk of rapeseed", "")]
    [InlineData("domestic", "")]
    [InlineData("", "")]
    public void FindIn_Text_NamesStrandsAndTheirParents(string text, string references) =>
        Assert.Equal(references.Split(' ', StringSplitOptions.RemoveEmptyEntries), StrandNames.BuiltIn.FindIn(text));

    [Fact]
    public void BuiltIn_Strands_AreThoseOfTheRules()
    {
        Assert.NotEmpty(StrandNames.BuiltIn.All);
        Assert.All(StrandNames.BuiltIn.All, strand => Assert.Contains(strand.Reference, StrandNames.BuiltIn.FindIn(string.Join(". ", strand.Words))));
        Assert.All(StrandNames.BuiltIn.All, strand => Assert.Equal(strand.Reference, Slug.Of(strand.Reference)));
    }

    [Fact]
    public void Derive_TopicInAFieldForStaff_IsAFieldForStaff()
    {
        var derived = RecordKinds.Document.Derive(new Core.Documents.Document { Text = "On stalking." });

        Assert.Equal(new Field(Strand.Field, "stalking", Audience: Audience.Staff), Assert.Single(derived.Columns.Fields));
    }
}
