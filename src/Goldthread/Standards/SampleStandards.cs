using System.Text.Json;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Goldthread.Site;

namespace Goldthread.Standards;

/// <summary>How illustrative organisations of the sample stand to the standards. Its days are counted from the day on which it is loaded.</summary>
internal static class SampleStandards
{
    private const string Reason = "Made up for the sample; illustrative.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = true };

    /// <summary>The references of the sample's organisations, by their names.</summary>
    public static IReadOnlyDictionary<string, string> References(string file) => Read(file).ToDictionary(one => one.Name, one => Slug.Of(one.Reference), StringComparer.OrdinalIgnoreCase);

    /// <summary>Brings the organisations and their answers in; those that are there stay as they are.</summary>
    /// <returns>How many assessments were added.</returns>
    public static async Task<int> LoadAsync(RegisterDatabase database, BodySettings body, RuleBook book, string file, CancellationToken stop)
    {
        var (view, today, changes) = (database.For(Reader.Staff), Wording.Today(database.Clock), new List<Change>());
        foreach (var one in Read(file))
        {
            if (await view.FindAsync(RecordKind.CommonBody, RecordKinds.Organisation.Name, one.Reference, stop) is null)
                changes.Add(Of(RecordKinds.Organisation, one.Reference, new Organisation { Name = one.Name, Type = one.Type }));
            var asked = AssessmentRules.AskedOf(book.Standards, one.Type, today);
            var whole = Assess(one, "", one.Answers);
            foreach (var assessment in one.Boroughs.Select(pair => Assess(one, pair.Key, pair.Value)).Prepend(whole))
            {
                var reference = Assessment.ReferenceOf(one.Reference, assessment.Borough);
                if (await view.FindAsync(body.Id, RecordKinds.Assessment.Name, RecordKinds.Assessment.SlugOf(reference), stop) is null)
                    changes.Add(Of(RecordKinds.Assessment, reference, assessment with { MeetsMinimum = AssessmentRules.MeetsMinimum(asked, number => assessment.To(number) ?? whole.To(number)) }));
            }

            Assessment Assess(SampleOrganisation of, string borough, IReadOnlyList<SampleAnswer> answers) => new()
            {
                Organisation = new Ref<Organisation>(of.Reference),
                Name = of.Name,
                Borough = borough,
                Statements = [.. asked.SelectMany(statement => answers.Where(answer => answer.Number == statement.Number).Select(answer => answer.ToStatement(statement, of, today)))],
                SignedUp = borough.Length == 0 && of.SignedUp is { } days ? new SignUp { On = today.AddDays(-days), Office = of.ChiefOfficer } : null,
            };
        }

        await new RegisterWriter(database).SaveAsync(changes, stop);
        return changes.Count(change => change.Kind == RecordKinds.Assessment);

        Change Of(RecordKind kind, string reference, object content) => new()
        {
            Kind = kind,
            Body = body.Id,
            Reference = reference,
            Content = content,
            Visibility = Audience.Public,
            Who = Sample.Who,
            Process = "sample",
            Reason = Reason,
        };
    }

    private static SampleOrganisation[] Read(string file) => JsonSerializer.Deserialize<SampleOrganisation[]>(File.ReadAllText(file), Json)!;

    private sealed record SampleOrganisation(string Reference, string Name, string Type, int? SignedUp, string ChiefOfficer, string By, IReadOnlyList<SampleAnswer> Answers)
    {
        public IReadOnlyDictionary<string, IReadOnlyList<SampleAnswer>> Boroughs { get; init; } = new Dictionary<string, IReadOnlyList<SampleAnswer>>();
    }

    // Days are counted backwards from today, and forwards for what is due.
    private sealed record SampleAnswer(string Number, string Answer, string Evidence, int Ago)
    {
        public string Will { get; init; } = "";

        public string Owner { get; init; } = "";

        public int Due { get; init; }

        public string Done { get; init; } = "";

        public string Review { get; init; } = "";

        public bool Agrees { get; init; } = true;

        public string Good { get; init; } = "";

        public string Reviewer { get; init; } = "";

        public AssessedStatement ToStatement(StandardStatement statement, SampleOrganisation of, DateOnly today) => new()
        {
            Number = Number,
            Since = statement.Effect.From,
            Wording = statement.Statement,
            Answer = Enum.Parse<Answered>(Answer),
            Evidence = Evidence,
            On = today.AddDays(-Ago),
            By = of.By,
            Action = Will.Length == 0 ? null : new GapAction { What = Will, Owner = Owner, Due = today.AddDays(Due), DoneOn = Done.Length > 0 ? today.AddDays(-Ago / 2) : null, Done = Done },
            Review = Reviewer.Length == 0 ? null : new Review { Agrees = Agrees, Words = Review, GoodPractice = Good, On = today.AddDays(-Ago / 3), By = Reviewer },
        };
    }
}
