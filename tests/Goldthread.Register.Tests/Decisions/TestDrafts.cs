using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;

namespace Goldthread.Register.Tests.Decisions;

/// <summary>A register with the people of an office and the services of drafts. The reviewer is the test's own.</summary>
internal sealed class TestDrafts(TestRegister register) : IAsyncDisposable
{
    public TestRegister Register => register;

    public DraftService Drafts => new(register.Database);

    public DraftFlowService Flow => new(register.Database, TimeSpan.FromMinutes(15));

    public DraftAdvice Advice => new(register.Database);

    public DraftComments Comments => new(register.Database);

    public DraftHistory History => new(register.Database);

    public DraftLists Lists => new(register.Database);

    public Standing Ada { get; private set; } = null!;

    public Standing Bo { get; private set; } = null!;

    public Standing Lawyer { get; private set; } = null!;

    public Standing Chief { get; private set; } = null!;

    public Standing Mayor { get; private set; } = null!;

    public Standing Secretary { get; private set; } = null!;

    /// <summary>What the checks find; the rules demand what is in <see cref="Demanded"/>.</summary>
    public List<DraftFinding> Findings { get; } = [];

    public List<AdviceField> Demanded { get; } = [];

    public bool MayChiefDecide { get; set; }

    /// <summary>The elections before which a day falls.</summary>
    public Func<DateOnly, IReadOnlyList<PollingDay>> Elections { get; set; } = _ => [];

    public static async Task<TestDrafts> NewAsync(On on, PostgresServer server)
    {
        var drafts = new TestDrafts(await TestRegister.NewAsync(on, server));
        drafts.Ada = await drafts.JoinAsync("Policy officer", Role.Officer);
        drafts.Bo = await drafts.JoinAsync("Policy officer", Role.Officer);
        drafts.Lawyer = await drafts.JoinAsync("Head of legal", Role.Adviser, AdviceField.Legal);
        drafts.Chief = await drafts.JoinAsync("Chief executive", Role.ChiefExecutive);
        drafts.Mayor = await drafts.JoinAsync("Deputy Mayor for Policing and Crime", Role.DecisionMaker);
        drafts.Secretary = await drafts.JoinAsync("Secretariat", Role.Secretariat);
        return drafts;
    }

    public static DraftContent Content { get; } = DraftContent.Empty
        .With("title", "Lighting in four parks")
        .With("decision-maker", "Deputy Mayor for Policing and Crime")
        .With("recommendations", "1. Approve spending of £250,000 on lighting.")
        .With("legal", "The powers are there.")
        .With("money", "2026/27|250000.00|Community safety fund|excluded");

    public async Task<Standing> JoinAsync(string office, Role role, AdviceField? field = null, string? organisation = null)
    {
        var people = new PeopleService(register.Database);
        var joined = await people.JoinAsync(new Joining($"{Guid.NewGuid():N}@example.org", $"Sample {office}", office, organisation, [new Holding(role, field, people.Today)]), "A test");
        return (await people.StandingAsync(joined.Person!.Value))! with { ProvedAt = register.Database.Now };
    }

    /// <summary>A draft that Ada began.</summary>
    public async Task<Guid> StartAsync(string? reference = "PCD 1", Func<DraftContent, DraftContent>? with = null) =>
        (await Drafts.StartAsync(TestRegister.Body, with is null ? Content : with(Content), Ada, reference)).Draft!.Value;

    public async Task<DraftEntry> FindAsync(Guid draft) => (await Drafts.FindAsync(draft, Ada))!;

    public Task<DraftSaved> SaveAsync(Guid draft, Standing who, string field, string text, int basedOn) =>
        Drafts.SaveAsync(draft, new Dictionary<string, (string, int)> { [field] = (text, basedOn) }, who);

    /// <summary>Takes a step on what stands there now.</summary>
    public async Task<StepOutcome> TakeAsync(Guid draft, DraftAct act, Standing who, Func<StepRequest, StepRequest>? with = null)
    {
        var request = new StepRequest((await FindAsync(draft)).Head.Version) { Reason = "A test says so." };
        return await Flow.TakeAsync(draft, act, with is null ? request : with(request), who with { ProvedAt = register.Database.Now }, ReviewAsync);
    }

    /// <summary>Takes steps that all must go well; each person is the one that the table wants.</summary>
    public async Task GoAsync(Guid draft, params DraftAct[] acts)
    {
        foreach (var act in acts)
        {
            register.Clock.Move(TimeSpan.FromMinutes(1));
            var state = (await FindAsync(draft)).Head.State;
            var who = act switch
            {
                DraftAct.Recommend => Chief,
                DraftAct.Approve or DraftAct.Return or DraftAct.Refuse => state == DraftState.ChiefExecutive ? Chief : Mayor,
                _ => Ada,
            };
            var outcome = await TakeAsync(draft, act, who, request => request with { Interests = "None." });
            Assert.True(outcome.Fault is null, $"{act}: {outcome.Fault}");
        }
    }

    /// <summary>Takes a draft as far as its signature by the decision maker.</summary>
    public Task SignAsync(Guid draft) => GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend, DraftAct.Approve);

    public Task<DraftReview> ReviewAsync(DraftEntry draft, DateOnly day, CancellationToken stop) => Task.FromResult(
        new DraftReview(DraftDecision.Write(draft.Content, draft.Head.Reference).Decision, Findings) { Demanded = Demanded, MayChiefDecide = MayChiefDecide, ElectionsOn = Elections });

    public ValueTask DisposeAsync() => register.DisposeAsync();
}
