using Goldthread.Core.Decisions;
using Goldthread.Core.Rules;
using Goldthread.Site;

namespace Goldthread.Tests.Site;

/// <summary>Short forms are spelt out once a page.</summary>
public sealed class ShortFormsTests
{
    private static readonly ShortForms Forms = new(
        [new KnownOrganisation("riverside-police", "Riverside Police", "police", ["RP", "the Riverside force"], [], default, "")],
        "# a comment\nshort,meaning,source\nVAWG,violence against women and girls,here\nBAME,\"Black, Asian and minority ethnic\",there\n");

    [Fact]
    public void In_TextWithShortForms_SpellsEachOutOnce()
    {
        var decision = new Decision { Title = "VAWG campaign", ExecutiveSummary = "VAWG, BAME and RP; but not the vawg of CAPITALS." };

        var forms = Forms.In(decision);

        Assert.Equal(
            [new ShortForm("BAME", "Black, Asian and minority ethnic"), new ShortForm("RP", "Riverside Police"), new ShortForm("VAWG", "violence against women and girls")],
            forms);
    }

    [Fact]
    public void In_TextWithout_IsEmpty() => Assert.Empty(Forms.In(new Decision { Title = "Campaign" }));
}
