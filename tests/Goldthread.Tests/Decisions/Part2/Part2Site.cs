using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;
using Goldthread.Decisions.Part2;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions.Part2;

/// <summary>Confidential parts on a test's site.</summary>
internal static class Part2Site
{
    /// <summary>The site's key, made where there is none.</summary>
    public static Part2Key Key(this TestSite site)
    {
        site.Services.GetRequiredService<Secrets>().Get(Secrets.Part2);
        return Part2KeyFile.Read(site.Services.GetRequiredService<Secrets>()).Key!;
    }

    /// <summary>Who somebody is today.</summary>
    public static async Task<Standing> StandingAsync(this TestSite site, Guid person) => (await site.Services.GetRequiredService<PeopleService>().StandingAsync(person))!;

    /// <summary>A draft to begin a confidential part on.</summary>
    public static async Task<Guid> DraftAsync(this TestSite site, Guid officer) =>
        (await site.Services.GetRequiredService<DraftService>().StartAsync(TestSite.Body, DraftContent.Empty, await site.StandingAsync(officer))).Draft!.Value;

    /// <summary>Begins a confidential part, written by an officer.</summary>
    public static async Task<Guid> BeginPart2Async(this TestSite site, Guid officer, string text, string why, string about = "Award of the helpline", DateOnly? ends = null, string ground = "foia-43", Guid? record = null)
    {
        var subject = await site.DraftAsync(officer);
        var exemption = (await Exemptions.NowAsync(site.Services, default)).Find(ground);
        var vault = new Part2Vault(site.Database, site.Key(), await site.StandingAsync(officer));
        var outcome = await vault.WriteAsync(subject, new Part2Writing(0, about, text, exemption, why, ends ?? site.Services.GetRequiredService<PeopleService>().Today.AddDays(120)));
        Assert.Null(outcome.Fault);
        if (record is { } of)
            Assert.Null((await new Part2Signing(site.Database).BindAsync(subject, of, "Sample officer · Sample office")).Fault);
        return subject;
    }
}
