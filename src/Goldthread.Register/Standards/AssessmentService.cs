using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Register.Standards;

/// <summary>Keeps how organisations stand to the standards: their answers, what others say to them, and who signs up. Who may is in <see cref="AssessmentRules"/>.</summary>
public sealed class AssessmentService(RegisterDatabase database)
{
    private const string Process = "assessment";
    private const int Tries = 3;

    private DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>Answers a statement for an organisation, as a whole or in a borough. What others said to an earlier answer goes with that one.</summary>
    /// <param name="of">Whose standing it is.</param>
    /// <param name="answer">The answer; its day and office are set here.</param>
    /// <param name="who">Who answers.</param>
    /// <param name="stop">Stops it.</param>
    public Task<StandardsOutcome> AnswerAsync(Assessed of, AssessedStatement answer, Standing who, CancellationToken stop = default)
    {
        if (!AssessmentRules.MayAssess(who, of.Organisation))
            return Task.FromResult(StandardsOutcome.NotHers);
        if (of.Asked.FirstOrDefault(one => one.Number == answer.Number) is not { } statement)
            return Task.FromResult(StandardsOutcome.Nothing);
        var given = answer with
        {
            Since = statement.Effect.From,
            Wording = statement.Statement,
            Evidence = Plain(answer.Evidence),
            On = Today,
            By = who.Office,
            Review = null,
            Action = answer.IsGap ? answer.Action : null,
        };
        return Wrong(given) is { } wrong
            ? Task.FromResult(wrong)
            : ChangeAsync(of, who, $"{statement.Number} answered: {Words(given.Answer)}.", there =>
            {
                var before = there?.To(given.Number);
                var now = given.Action is { } action && before?.Action is { DoneOn: { } done } earlier && earlier.What == action.What
                    ? given with { Action = action with { DoneOn = done, Done = earlier.Done } }
                    : given;
                return (With(there ?? new Assessment { Organisation = new Ref<Organisation>(of.Organisation), Borough = of.Borough }, now, of.Asked), null);
            }, stop);
    }

    /// <summary>Takes the answer of a borough away, so that the organisation's as a whole counts there again.</summary>
    public Task<StandardsOutcome> AsTheWholeAsync(Assessed of, string number, Standing who, CancellationToken stop = default) => !AssessmentRules.MayAssess(who, of.Organisation)
        ? Task.FromResult(StandardsOutcome.NotHers)
        : of.Borough.Length == 0 ? Task.FromResult(StandardsOutcome.Nothing)
        : ChangeAsync(of, who, $"{number} is as for the organisation as a whole.", there => there?.To(number) is null
            ? (null, StandardsOutcome.Nothing)
            : (there with { Statements = [.. there.Statements.Where(one => one.Number != number)] }, null), stop);

    /// <summary>Keeps that the action on a gap was done, and what was done.</summary>
    public Task<StandardsOutcome> DoneAsync(Assessed of, string number, string done, Standing who, CancellationToken stop = default)
    {
        var said = Plain(done);
        if (!AssessmentRules.MayAssess(who, of.Organisation))
            return Task.FromResult(StandardsOutcome.NotHers);
        return said.Length is 0 or > AssessmentRules.LongestWords
            ? Task.FromResult(StandardsOutcome.Wrong("done", said.Length == 0 ? "Say what was done" : TooLong))
            : ChangeAsync(of, who, $"What was to be done about {number} was done.", there => there?.To(number) is { Action: { } action } answer
                ? (With(there, answer with { Action = action with { DoneOn = Today, Done = said } }, of.Asked), null)
                : (null, StandardsOutcome.Nothing), stop);
    }

    /// <summary>Reviews an answer of another organisation.</summary>
    /// <param name="of">Whose answer it is.</param>
    /// <param name="number">The statement's number.</param>
    /// <param name="seen">The day and the answer that the reviewer had before her: another one is not reviewed in its place.</param>
    /// <param name="review">What she says; its day and office are set here.</param>
    /// <param name="who">Who reviews.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<StandardsOutcome> ReviewAsync(Assessed of, string number, string seen, Review review, Standing who, CancellationToken stop = default)
    {
        if (!AssessmentRules.MayReview(who, of.Organisation))
            return StandardsOutcome.NotHers;
        var (words, good) = (Plain(review.Words), Plain(review.GoodPractice));
        if (!review.Agrees && words.Length == 0)
            return StandardsOutcome.Wrong("words", "Say why you do not agree");
        if (!review.Agrees && good.Length > 0)
            return StandardsOutcome.Wrong("good", "What you do not agree with cannot be held up as good practice");
        if (words.Length > AssessmentRules.LongestWords || good.Length > AssessmentRules.LongestWords)
            return StandardsOutcome.Wrong(words.Length > AssessmentRules.LongestWords ? "words" : "good", TooLong);
        var by = who.Organisation is { } peer ? $"{who.Office}, {await NameAsync(peer, stop)}" : who.Office;
        return await ChangeAsync(of, who, $"{number} reviewed by {by}: {(review.Agrees ? "agrees" : "does not agree")}{(good.Length > 0 ? "; held up as good practice" : "")}.", there =>
            there?.To(number) is not { } answer ? (null, StandardsOutcome.Nothing)
            : Seen(answer) != seen ? (null, StandardsOutcome.Changed)
            : answer.Answer == Answered.DoesNotApply && good.Length > 0 ? (null, StandardsOutcome.Wrong("good", "What does not apply cannot be held up as good practice"))
            : (With(there, answer with { Review = new Review { Agrees = review.Agrees, Words = words, GoodPractice = good, On = Today, By = by } }, of.Asked), null), stop);
    }

    /// <summary>Signs an organisation up, or takes that back.</summary>
    public Task<StandardsOutcome> SignUpAsync(Assessed of, bool signsUp, Standing who, CancellationToken stop = default) =>
        !AssessmentRules.MaySignUp(who, of.Organisation) ? Task.FromResult(StandardsOutcome.NotHers)
        : of.Borough.Length > 0 ? Task.FromResult(StandardsOutcome.Nothing)
        : ChangeAsync(of, who, signsUp ? "Its chief officer signs up to the standards." : "Its chief officer no longer signs up to the standards.", there =>
            there is null || (signsUp && AssessmentRules.MeetsMinimum(of.Asked, there.To) is null)
                ? (null, StandardsOutcome.Wrong("sure", "Answer every statement of the minimum standard first: what you sign up to is then known to everybody"))
                : (there with { SignedUp = signsUp ? there.SignedUp ?? new SignUp { On = Today, Office = who.Office } : null }, null), stop);

    /// <summary>What tells one answer from another: a reviewer reviews the one that she saw.</summary>
    public static string Seen(AssessedStatement answer) => FormattableString.Invariant($"{answer.On:yyyy-MM-dd} {answer.Answer} {answer.Since:yyyy-MM-dd}");

    /// <summary>An answer in words, to end a sentence.</summary>
    public static string Words(Answered answer) => answer switch
    {
        Answered.Met => "met",
        Answered.Partly => "partly met",
        Answered.NotMet => "not met",
        Answered.DoesNotApply => "does not apply",
    };

    private const string TooLong = "Say it in at most 1,000 characters";

    private static StandardsOutcome? Wrong(AssessedStatement answer)
    {
        if (answer.Evidence.Length is 0 or > AssessmentRules.LongestWords)
            return StandardsOutcome.Wrong("evidence", answer.Evidence.Length > 0 ? TooLong : answer.Answer == Answered.DoesNotApply ? "Say why it does not apply" : "Say what shows it");
        if (!answer.IsGap)
            return null;
        if (answer.Action is not { } action || Plain(action.What).Length is 0 or > AssessmentRules.LongestWords)
            return StandardsOutcome.Wrong("what", answer.Action is { What.Length: > AssessmentRules.LongestWords } ? TooLong : "Say what will be done about it");
        return Plain(action.Owner).Length is 0 or > AssessmentRules.LongestOwner ? StandardsOutcome.Wrong("owner", "Say which role or organisation does it")
            : action.Due == default ? StandardsOutcome.Wrong("due", "Enter by when, such as 31/3/2027")
            : null;
    }

    private static Assessment With(Assessment assessment, AssessedStatement answer, IReadOnlyList<StandardStatement> asked)
    {
        var order = asked.Index().ToDictionary(one => one.Item.Number, one => one.Index, StringComparer.Ordinal);
        return assessment with { Statements = [.. assessment.Statements.Where(one => one.Number != answer.Number).Append(answer).OrderBy(one => order.GetValueOrDefault(one.Number, int.MaxValue)).ThenBy(one => one.Number, StringComparer.Ordinal)] };
    }

    // One statement of one record at a time; whoever saved another one meanwhile loses nothing.
    private async Task<StandardsOutcome> ChangeAsync(Assessed of, Standing who, string reason, Func<Assessment?, (Assessment? Then, StandardsOutcome? Fault)> change, CancellationToken stop)
    {
        var name = await NameAsync(of.Organisation, stop);
        for (var attempt = 1; ; attempt++)
        {
            var stored = (await AssessmentStore.LoadAsync(database.For(Reader.Staff), of.Body, stop)).Where(one => one.Content.Organisation.Reference == of.Organisation).ToList();
            var there = stored.Find(one => one.Content.Borough == of.Borough);
            var (then, fault) = change(there?.Content);
            if (fault is not null)
                return fault;
            var whole = of.Borough.Length == 0 ? then : stored.Find(one => one.Content.Borough.Length == 0)?.Content;
            var all = stored.Where(one => one != there).Append(new StoredAssessment(there?.Head!, then! with { Name = name }))
                .Select(one => one with { Content = one.Content with { MeetsMinimum = AssessmentRules.MeetsMinimum(of.Asked, number => one.Content.To(number) ?? whole?.To(number)) } });
            var changes = all.Select(one => new Change
            {
                Kind = RecordKinds.Assessment,
                Body = of.Body,
                Reference = Assessment.ReferenceOf(of.Organisation, one.Content.Borough),
                Content = one.Content,
                Visibility = one.Head?.Visibility ?? Audience.Public,
                Who = Acting.Words(who.Name, who.Office),
                Process = Process,
                Reason = one.Content.Borough == of.Borough ? reason : $"For the organisation as a whole: {reason}",
                ExpectedRevision = one.Head?.Revision ?? 0,
            }).ToList();
            if (await new RegisterWriter(database).SaveAsync(changes, (_, outcomes) => Task.FromResult(outcomes.All(outcome => outcome.Result != SaveResult.Conflict)), stop) is not null)
                return StandardsOutcome.Kept;
            if (attempt == Tries)
                return StandardsOutcome.Changed;
        }
    }

    private async Task<string> NameAsync(string organisation, CancellationToken stop) =>
        (await database.For(Reader.Staff).FindAsync(RecordKind.CommonBody, RecordKinds.Organisation.Name, organisation, stop))?.Record?.Head.Title ?? organisation;

    private static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();
}

/// <summary>Whose standing it is: an organisation of a public body's register, as a whole or in a borough, with the statements that are for it today.</summary>
public sealed record Assessed(string Body, string Organisation, string Borough, IReadOnlyList<StandardStatement> Asked);

/// <summary>What became of answering, reviewing or signing up.</summary>
/// <param name="Fault">What is wrong and at which field; null where it was kept.</param>
public sealed record StandardsOutcome((string Field, string Message)? Fault)
{
    /// <summary>It was kept.</summary>
    public static StandardsOutcome Kept { get; } = new((ValueTuple<string, string>?)null);

    /// <summary>There is no such statement or answer.</summary>
    public static StandardsOutcome Nothing { get; } = new(("main", "There is no such answer"));

    /// <summary>It is not hers to do.</summary>
    public static StandardsOutcome NotHers { get; } = new(("main", "That is for others to do: an organisation answers for itself, and is reviewed by others"));

    /// <summary>Somebody changed it meanwhile.</summary>
    public static StandardsOutcome Changed { get; } = new(("main", "Somebody answered it anew meanwhile. Look at the new answer, then say again what you have to say"));

    /// <summary>Something is wrong with what was entered.</summary>
    public static StandardsOutcome Wrong(string field, string message) => new((field, message));
}
