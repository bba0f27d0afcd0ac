using Goldthread.Commands;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Register.Standards;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Standards;

/// <summary>How organisations stand to the standards, as everybody may see it: the statements of today with each one's answers.</summary>
public sealed class StandardsRegister(RegisterDatabase database, IServiceProvider services, IOptions<BodySettings> own, TimeProvider clock)
{
    // What an organisation says of itself is for everybody; nobody counts more of it than the public does.
    private readonly RegisterView view = database.For(Reader.Public);

    /// <summary>Today in London.</summary>
    public DateOnly Today { get; } = Wording.Today(clock);

    /// <summary>Every organisation that answered something, by name.</summary>
    public async Task<IReadOnlyList<OrganisationStanding>> AllAsync(CancellationToken stop)
    {
        var book = await BookAsync(stop);
        var stored = (await AssessmentStore.LoadAsync(view, own.Value.Id, stop)).ToLookup(one => one.Content.Organisation.Reference, StringComparer.Ordinal);
        var heads = (await view.CommonAsync(RecordKinds.Organisation.Name, [.. stored.Select(of => of.Key)], stop)).ToDictionary(head => head.Slug, StringComparer.Ordinal);
        var all = new List<OrganisationStanding>();
        foreach (var of in stored)
            all.Add(Standing(of.Key, heads.GetValueOrDefault(of.Key), [.. of], AssessmentRules.AskedOf(book.Standards, await TypeAsync(book, of.Key, stop), Today)));
        return [.. all.OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One organisation, whether it answered anything or not; null where there is no such organisation.</summary>
    public async Task<OrganisationStanding?> OfAsync(string organisation, CancellationToken stop)
    {
        if ((await view.CommonAsync(RecordKinds.Organisation.Name, [organisation], stop)).FirstOrDefault() is not { } head)
            return null;
        var book = await BookAsync(stop);
        var stored = (await AssessmentStore.LoadAsync(view, own.Value.Id, stop)).Where(one => one.Content.Organisation.Reference == organisation).ToList();
        return Standing(organisation, head, stored, AssessmentRules.AskedOf(book.Standards, await TypeAsync(book, organisation, stop), Today));
    }

    /// <summary>The rules as they stand.</summary>
    public async Task<RuleBook> BookAsync(CancellationToken stop)
    {
        var (rules, problem) = await services.GetRequiredService<CurrentRules>().GetAsync(stop);
        return rules?.Book ?? throw new SettingException(problem!);
    }

    private OrganisationStanding Standing(string reference, RecordHead? head, List<StoredAssessment> stored, IReadOnlyList<StandardStatement> asked)
    {
        var whole = stored.Find(one => one.Content.Borough.Length == 0);
        return new OrganisationStanding(reference, head?.Title ?? stored[0].Content.Name, asked, new Answers("", whole, StatementRow.Of(asked, whole?.Content)))
        {
            Body = own.Value.Id,
            Boroughs = [.. stored.Where(one => one.Content.Borough.Length > 0).OrderBy(one => one.Content.Borough, StringComparer.Ordinal).Select(one => new Answers(one.Content.Borough, one, StatementRow.Of(asked, one.Content, whole?.Content)))],
        };
    }

    // The rules know most organisations; of the others the register says what they are.
    private async Task<string?> TypeAsync(RuleBook book, string reference, CancellationToken stop) =>
        book.Organisations.FirstOrDefault(one => one.Reference == reference)?.Type
        ?? ((await view.FindAsync(RecordKind.CommonBody, RecordKinds.Organisation.Name, reference, stop))?.Record?.Content as Organisation)?.Type;
}

/// <summary>How an organisation stands to the statements that are for it today.</summary>
/// <param name="Reference">The organisation's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Asked">The statements, in the order of the standards.</param>
/// <param name="Whole">Its answers as a whole.</param>
public sealed record OrganisationStanding(string Reference, string Name, IReadOnlyList<StandardStatement> Asked, Answers Whole)
{
    /// <summary>The public body whose register it is.</summary>
    public string Body { get; init; } = "";

    /// <summary>Its answers for boroughs in which they differ, by name.</summary>
    public IReadOnlyList<Answers> Boroughs { get; init; } = [];

    /// <summary>That it signed up; null where it did not.</summary>
    public SignUp? SignedUp => Whole.Stored?.Content.SignedUp;

    /// <summary>The answers as a whole and for each borough.</summary>
    public IEnumerable<Answers> All => Boroughs.Prepend(Whole);

    /// <summary>The answers of a borough, or as a whole.</summary>
    public Answers In(string borough) => All.FirstOrDefault(one => one.Borough == borough) ?? new Answers(borough, null, StatementRow.Of(Asked, null, Whole.Stored?.Content));

    /// <summary>Whose standing it is, for whoever changes it.</summary>
    public Assessed Of(string borough) => new(Body, Reference, borough, Asked);
}

/// <summary>The answers of an organisation as a whole or for a borough.</summary>
/// <param name="Borough">The borough; empty for the whole.</param>
/// <param name="Stored">The record; null while there is none.</param>
/// <param name="Rows">Each statement with its answer.</param>
public sealed record Answers(string Borough, StoredAssessment? Stored, IReadOnlyList<StatementRow> Rows)
{
    /// <summary>The gaps among its own answers: met in part, or not at all.</summary>
    public IEnumerable<StatementRow> Gaps => Rows.Where(row => row is { OfTheWhole: false, Answer.IsGap: true });

    /// <summary>How many of the statements of a level are met, and how many apply and were answered.</summary>
    public (int Met, int Of) Count(StandardLevel level)
    {
        var rows = Rows.Where(row => row.Statement.Level == level && row.Answer is { } answer && answer.Answer != Answered.DoesNotApply).ToList();
        return (rows.Count(row => row.Answer!.Answer == Answered.Met), rows.Count);
    }
}
