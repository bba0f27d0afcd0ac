using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;

namespace Goldthread.Register.Tests.Decisions.Part2;

/// <summary>People and confidential parts for the tests of them.</summary>
internal static class Part2Bench
{
    public const string Secret = "The lowest bid is £412,000, from the second bidder.";

    public static readonly Exemption Commercial = new("foia-43", "Freedom of Information Act 2000", "section 43", "Commercial interests", Weighing.Qualified, "", new Effect(null, null), "A test");

    public static Part2Key Key { get; } = new([[.. Enumerable.Range(0, 32).Select(each => (byte)each)]]);

    public static Part2Key OtherKey { get; } = new([[.. Enumerable.Range(100, 32).Select(each => (byte)each)]]);

    public static Part2Writing Writing(TestRegister register, int expected = 0, string text = Secret) =>
        new(expected, "Award of the helpline", text, Commercial, "Bids are still being compared.", Today(register).AddDays(90));

    public static DateOnly Today(TestRegister register) => DateOnly.FromDateTime(register.Clock.GetUtcNow().UtcDateTime);

    public static async Task<Standing> JoinAsync(TestRegister register, Role role)
    {
        var people = new PeopleService(register.Database);
        var holding = new Holding(role, role == Role.Adviser ? AdviceField.Legal : null, people.Today);
        var joined = await people.JoinAsync(new Joining($"{Guid.NewGuid():N}@example.org", $"Sample {role.Words()}", "An office", Roles.Outside.Contains(role) ? "lantern" : null, [holding]), "A test");
        return (await people.StandingAsync(joined.Person!.Value))!;
    }

    public static Part2Vault Vault(TestRegister register, Standing who, Part2Key? key = null) => new(register.Database, key ?? Key, who);

    /// <summary>A draft to begin one on.</summary>
    public static async Task<Guid> DraftAsync(TestRegister register, Standing officer) =>
        (await new DraftService(register.Database).StartAsync(TestRegister.Body, DraftContent.Empty, officer)).Draft!.Value;

    /// <summary>A confidential part with its officer.</summary>
    public static async Task<(Guid Subject, Standing Officer)> BeginAsync(TestRegister register)
    {
        var officer = await JoinAsync(register, Role.Officer);
        var subject = await DraftAsync(register, officer);
        Assert.Null((await Vault(register, officer).WriteAsync(subject, Writing(register))).Fault);
        return (subject, officer);
    }
}
