using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Decisions;
using Goldthread.Decisions.Part2;
using Goldthread.Register.Decisions;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.People;
using Goldthread.Tests.Decisions.Part2;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions.Leaks;

/// <summary>
/// An office whose people take decisions to every state there is, and leave a canary of its own in everything that they
/// write on the way: in each field of the form, comments, advice, reasons, confidential parts, and what they ask of each other.
/// </summary>
internal sealed class CanaryOffice(TestSite site)
{
    private readonly List<PlantedDecision> decisions = [];
    private int words;
    private Standing officer = null!, adviser = null!, chief = null!, mayor = null!, secretary = null!;

    /// <summary>The decisions.</summary>
    public IReadOnlyList<PlantedDecision> Decisions => decisions;

    /// <summary>Every canary.</summary>
    public IEnumerable<Canary> Canaries => decisions.SelectMany(decision => decision.Canaries);

    /// <summary>The people who wrote them; none of them is among those who look for what she may not see.</summary>
    public IReadOnlyList<Guid> People => [officer.Person, adviser.Person, chief.Person, mayor.Person, secretary.Person];

    private T The<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    /// <summary>Writes so many decisions, each state in turn.</summary>
    public async Task WriteAsync(int count)
    {
        officer = await JoinAsync("officer", [new(Role.Officer, null, The<PeopleService>().Today)]);
        adviser = await JoinAsync("adviser", [.. Enum.GetValues<AdviceField>().Select(field => new Holding(Role.Adviser, field, The<PeopleService>().Today))]);
        chief = await JoinAsync("chief executive", [new(Role.ChiefExecutive, null, The<PeopleService>().Today)]);
        mayor = await JoinAsync("decision maker", [new(Role.DecisionMaker, null, The<PeopleService>().Today)]);
        secretary = await JoinAsync("secretary", [new(Role.Secretariat, null, The<PeopleService>().Today)]);
        var states = Enum.GetValues<DraftState>();
        for (var number = 1; number <= count; number++)
        {
            var decision = new PlantedDecision(number, states[(number - 1) % states.Length], () => CanaryWords.Of(++words));
            decisions.Add(decision);
            await TakeToItsStateAsync(decision);
        }
    }

    private async Task TakeToItsStateAsync(PlantedDecision decision)
    {
        await BeginAsync(decision);
        await AdviseAsync(decision);
        await AskSomethingAsync(decision);
        switch (decision.State)
        {
            case DraftState.Draft:
                await ReturnAsync(decision);
                break;
            case DraftState.Advice:
                break;
            case DraftState.Abandoned:
                await TakeAsync(decision, DraftAct.TakeBack, officer);
                await TakeAsync(decision, DraftAct.Abandon, officer);
                break;
            default:
                await DecideAsync(decision);
                break;
        }
    }

    private async Task DecideAsync(PlantedDecision decision)
    {
        await ReturnAsync(decision);
        await TakeAsync(decision, DraftAct.AskAdvice, officer);
        await TakeAsync(decision, DraftAct.SendOn, officer);
        if (decision.State == DraftState.ChiefExecutive)
            return;
        await TakeAsync(decision, DraftAct.Recommend, chief);
        if (decision.State == DraftState.DecisionMaker)
            return;
        if (decision.State == DraftState.Refused)
        {
            await TakeAsync(decision, DraftAct.Refuse, mayor);
            return;
        }

        await TakeAsync(decision, DraftAct.Approve, mayor);
        decision.Record = (await FindAsync(decision)).Head.Record;
        foreach (var hash in await new Part2Signing(site.Database).HashesAsync(decision.Draft, default) ?? [])
            decision.Plant(hash, "the hash of the confidential part", Fate.Kept);
        await GoOnAsync(decision);
    }

    // What follows the signature; every second goes by way of a deferral, every third is withdrawn before anybody saw it.
    private async Task GoOnAsync(PlantedDecision decision)
    {
        var isDeferred = decision.State == DraftState.Deferred || (decision.State is DraftState.Published or DraftState.Withdrawn && decision.Number / 11 % 2 == 1);
        if (isDeferred)
            await TakeAsync(decision, DraftAct.Defer, secretary);
        if (decision.State is DraftState.Approved or DraftState.Deferred)
            return;
        decision.WasPublished = decision.State != DraftState.Withdrawn || decision.Number / 11 % 3 != 1;
        if (decision.WasPublished)
        {
            await TakeAsync(decision, DraftAct.Publish, secretary);
            await TakeAsync(decision, DraftAct.Correct, officer);
        }

        if (decision.State == DraftState.Withdrawn)
            await TakeAsync(decision, DraftAct.Withdraw, secretary);
        if (decision.State == DraftState.Superseded)
            await SupersedeAsync(decision);
    }

    // Another decision takes its place; its own canaries are counted with it.
    private async Task SupersedeAsync(PlantedDecision decision)
    {
        var later = new PlantedDecision(90_000 + decision.Number, DraftState.Published, () => CanaryWords.Of(++words)) { WasPublished = true };
        decisions.Add(later);
        await BeginAsync(later, content => content.With("supersedes", decision.Reference));
        await AdviseAsync(later);
        await AskSomethingAsync(later);
        await TakeAsync(later, DraftAct.SendOn, officer);
        await TakeAsync(later, DraftAct.Recommend, chief);
        await TakeAsync(later, DraftAct.Approve, mayor);
        later.Record = (await FindAsync(later)).Head.Record;
        await TakeAsync(later, DraftAct.Publish, officer);
        Assert.Equal(DraftState.Superseded, (await FindAsync(decision)).Head.State);
    }

    // Every field of the form holds a word, or several in turn; one is written over, one comes too late, one is said beside it.
    private async Task BeginAsync(PlantedDecision decision, Func<DraftContent, DraftContent>? with = null)
    {
        var content = DraftForm.Fields.Aggregate(DraftContent.Empty, (some, field) => some.With(field.Name, TextOf(decision, field)));
        if (with is not null)
            content = with(content);
        var early = content.With("summary", $"Before {decision.Word("an earlier text of the summary", Fate.Kept)}.");
        decision.Draft = (await The<DraftService>().StartAsync(TestSite.Body, early, officer, decision.Reference)).Draft!.Value;
        decision.Plant(decision.Draft.ToString(), "the draft's id", Fate.Kept);
        decision.Plant(decision.Slug, "the reference", Fate.Names);
        await SaveAsync(decision, "summary", content["summary"], 1);
        await SaveAsync(decision, "issues", $"Too late {decision.Word("a text kept aside", Fate.Kept)}.", 7);
        var comments = The<DraftComments>();
        var open = await comments.AddAsync(decision.Draft, "background", "", decision.Word("an open comment", Fate.Kept), adviser);
        await comments.AnswerAsync(open.Draft!.Value, decision.Word("an answer to a comment", Fate.Kept), officer);
        var closed = await comments.AddAsync(decision.Draft, "legal", "", decision.Word("a resolved comment", Fate.Kept), chief);
        await comments.ResolveAsync(closed.Draft!.Value, officer);
        await KeepConfidentialAsync(decision);
    }

    private static string TextOf(PlantedDecision decision, DraftField field)
    {
        string Word() => decision.Word($"the field “{field.Label}”", Fate.Published);
        return field.Name switch
        {
            "recommendations" => $"1. Approve a grant of £250,000 in 2026/27 for {Word()}.",
            "money" => $"2026/27|250000.00|Fund {Word()}|none",
            "decision-maker" => $"Deputy Mayor for Policing and Crime {Word()}",
            "personal-data" => "no",
            "papers" => $"/documents/{Word()}",
            "declarations" => $"Head of unit {Word()}: yes\nLegal advice: yes",
            "supersedes" or "deferred-until" => "",
            "publish" => decision.Number % 2 == 0 ? "now" : "event",
            "part-2" => "yes",
            _ when field.Kind is DraftFieldKind.Choice or DraftFieldKind.Day => "",
            _ => $"Words of {Word()}.",
        };
    }

    private async Task KeepConfidentialAsync(PlantedDecision decision)
    {
        var (vault, exemption) = (new Part2Vault(site.Database, site.Key(), officer), (await Exemptions.NowAsync(site.Services, default)).Find("foia-41"));
        var about = $"{decision.Reference}: {decision.Word("what the confidential part is called", Fate.Kept)}";
        for (var number = 0; number < 2; number++)
            Assert.Null((await vault.WriteAsync(decision.Draft, new Part2Writing(number, about, decision.Word("the confidential part", Fate.Secret), exemption, decision.Word("why it is confidential", Fate.Secret), new DateOnly(2199, 3, 31)))).Fault);
    }

    // One field is advised on, taken back and advised on anew; one is declined, with reasons; the others are advised on.
    private async Task AdviseAsync(PlantedDecision decision)
    {
        await TakeAsync(decision, DraftAct.AskAdvice, officer);
        var (advice, content) = (The<DraftAdvice>(), (await FindAsync(decision)).Content);
        foreach (var field in Enum.GetValues<AdviceField>())
        {
            var seal = DraftAdvice.Seal(field, content);
            if (field == AdviceField.Legal)
            {
                Assert.Null((await advice.GiveAsync(decision.Draft, field, decision.Word("advice that was taken back", Fate.Kept), seal, adviser)).Fault);
                Assert.Null((await advice.WithdrawAsync(decision.Draft, field, decision.Word("why advice was taken back", Fate.Kept), adviser)).Fault);
            }

            Assert.Null((field == AdviceField.Equality
                ? await advice.DeclineAsync(decision.Draft, field, decision.Word("why none was given", Fate.Kept), seal, adviser)
                : await advice.GiveAsync(decision.Draft, field, decision.Word($"{field.Words()} advice", Fate.Kept), seal, adviser)).Fault);
        }
    }

    private async Task AskSomethingAsync(PlantedDecision decision)
    {
        var asks = The<AskService>();
        var asked = await asks.AskAsync(new NewAsk(decision.Word("what somebody asked", Fate.Secret), asks.Today.AddDays(5), decision.Word("the words of what was asked", Fate.Secret), adviser.Person), officer);
        decision.Ask = asked.Ask!.Value;
        Assert.Null((await asks.HandOverAsync(decision.Ask, adviser, secretary.Person, decision.Word("a note of a hand-over", Fate.Secret))).Fault);
        Assert.Null((await asks.DoneAsync(decision.Ask, secretary, decision.Word("an answer", Fate.Secret))).Fault);
        Assert.Null((await asks.AskAsync(new NewAsk(decision.Word("what an organisation was asked", Fate.Secret), asks.Today.AddDays(5), "", Organisation: "riverside-police"), officer)).Fault);
    }

    // Sent on, returned with questions, and sent on again is the way of most; each says why.
    private async Task ReturnAsync(PlantedDecision decision)
    {
        await TakeAsync(decision, DraftAct.SendOn, officer);
        await TakeAsync(decision, DraftAct.Return, chief);
    }

    private Task TakeAsync(PlantedDecision decision, DraftAct act, Standing who) => TakeAsync(decision, act, who, request => act switch
    {
        DraftAct.Approve => request with { Interests = decision.Word("interests", Fate.Published) },
        DraftAct.Publish => request with { Reason = decision.Word("what was kept with the publication", Fate.Published) },
        DraftAct.Correct => request with
        {
            Reason = decision.Word("why it was corrected", Fate.Published),
            Corrections = new Dictionary<string, string>(StringComparer.Ordinal) { ["background"] = $"Mended {decision.Word("corrected words", Fate.Published)}." },
        },
        DraftAct.Withdraw => request with { Reason = decision.Word("the ground of the withdrawal", Fate.Names) },
        DraftAct.Defer => request with
        {
            Reason = decision.Word("why it was deferred", Fate.Published),
            DeferUntil = IsToADay(decision) ? The<DraftFlowService>().Today.AddDays(30) : null,
            DeferEvent = IsToADay(decision) ? "" : decision.Word("the event it waits for", Fate.Published),
        },
        DraftAct.SendOn or DraftAct.AskAdvice or DraftAct.Recommend => request,
        _ => request with { Reason = decision.Word($"the reason of “{act.Words()}”", Fate.Kept) },
    });

    private static bool IsToADay(PlantedDecision decision) => decision.State == DraftState.Deferred && decision.Number / 11 % 2 == 0;

    private async Task TakeAsync(PlantedDecision decision, DraftAct act, Standing who, Func<StepRequest, StepRequest> with)
    {
        var entry = await FindAsync(decision);
        var warnings = (await The<DraftAuthorities>().ReviewAsync(entry, The<DraftFlowService>().Today, default)).Findings.Select(found => found.Subject).ToList();
        var outcome = await The<DraftFlowService>().TakeAsync(decision.Draft, act, with(new StepRequest(entry.Head.Version) { Acknowledged = warnings }), who, The<DraftAuthorities>().ReviewAsync);
        Assert.True(outcome.Fault is null, $"{act} of {decision.Reference}, {decision.State}: {outcome.Fault} {string.Join(" | ", outcome.Findings.Select(found => $"{found.Code} {found.Message}"))}");
    }

    private async Task<DraftEntry> FindAsync(PlantedDecision decision) => (await The<DraftService>().FindAsync(decision.Draft, officer))!;

    private async Task SaveAsync(PlantedDecision decision, string field, string text, int basedOn) =>
        Assert.Null((await The<DraftService>().SaveAsync(decision.Draft, new Dictionary<string, (string, int)>(StringComparer.Ordinal) { [field] = (text, basedOn) }, officer)).Fault);

    private async Task<Standing> JoinAsync(string name, IReadOnlyList<Holding> holdings)
    {
        var people = The<PeopleService>();
        var joined = await people.JoinAsync(new Joining($"{name.Replace(' ', '-')}-who-writes@example.org", $"Sample {name}", $"Office of the {name}", null, holdings), "A test");
        return (await people.StandingAsync(joined.Person!.Value))! with { ProvedAt = site.Database.Now };
    }
}
