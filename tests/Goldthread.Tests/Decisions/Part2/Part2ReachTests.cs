using System.Reflection;
using Goldthread.Decisions.Part2;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Decisions.Part2;

/// <summary>What code can come by a confidential text at all: found in the compiled program, not in its names.</summary>
public sealed class Part2ReachTests
{
    private static readonly Assembly Program = typeof(Part2KeyFile).Assembly;
    private static readonly Assembly Register = typeof(Part2Vault).Assembly;

    [Fact]
    public void Vault_IsNamedByItsOwnPageAlone() =>
        Assert.Equal(["Goldthread.Pages.Staff.Part2.Part2Model"], Program.ThatName(typeof(Part2Vault)).Select(type => type.FullName));

    [Fact]
    public void Key_IsReadByItsPageItsCommandsAndTheAuditAlone() =>
        Assert.Equal(
            ["Goldthread.Decisions.Part2.Part2Command", "Goldthread.Decisions.Part2.Part2KeyFile", "Goldthread.History.AuditCommand", "Goldthread.History.DoctorCommand", "Goldthread.Pages.Staff.Part2.Part2Model"],
            Program.ThatName(typeof(Part2Key), typeof(Part2KeyFile), typeof(Part2Rekey)).Select(type => type.FullName).Order(StringComparer.Ordinal));

    [Fact]
    public void Key_OpensForTheVaultTheAuditAndNewKeysAlone() =>
        Assert.Equal(
            ["Part2Audit", "Part2Rekey", "Part2Vault"],
            Register.ThatCall(typeof(Part2Key).GetMethod("Open", BindingFlags.Instance | BindingFlags.NonPublic)!).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Text_IsNamedByItsPageAlone() =>
        Assert.DoesNotContain(Program.ThatName(typeof(Part2Text), typeof(Part2Opening)), type => type.FullName != "Goldthread.Pages.Staff.Part2.Part2Model" && !type.Name.StartsWith("Pages_Staff_Part2_", StringComparison.Ordinal));

    [Fact]
    public async Task Services_OfTheSite_GiveOutNeitherVaultNorKey()
    {
        await using var site = new TestSite { Empty = true };
        await site.InitializeAsync();

        foreach (var type in (Type[])[typeof(Part2Vault), typeof(Part2Key), typeof(Part2Rekey)])
            Assert.Null(site.Services.GetService(type));
    }

    [Fact]
    public void ThatName_TypeThatNamesIt_IsFound() // the search itself
    {
        Assert.Contains(typeof(Part2ReachTests), typeof(Part2ReachTests).Assembly.ThatName(typeof(Part2Vault)));
        Assert.DoesNotContain(typeof(TestSite), typeof(TestSite).Assembly.ThatName(typeof(Part2Vault)));
    }
}
