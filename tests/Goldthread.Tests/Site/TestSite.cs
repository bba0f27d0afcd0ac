using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Core.Standards;
using Goldthread.Core.Rules;
using Goldthread.Publishing;
using Goldthread.Register.History;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Goldthread.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Site;

/// <summary>The web site on a port of its own, over a register of its own that holds one record of each kind.</summary>
public sealed class TestSite : IAsyncLifetime
{
    /// <summary>The body whose register it is.</summary>
    public const string Body = "mayors-office";

    private readonly RegisterDatabase database;
    private WebApplication? site;

    /// <summary>A site with a clock that the test moves.</summary>
    public TestSite() => database = new(Directory.CreateTempSubdirectory("goldthread-site-").FullName, clock: Clock);

    /// <summary>The site's clock: it begins now, and goes on as the test says.</summary>
    public MovedClock Clock { get; } = new();

    /// <summary>The register.</summary>
    public RegisterDatabase Database => database;

    /// <summary>Where the site listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Asks the site without following where it leads.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The data folder of the site.</summary>
    public string DataFolder => database.DataFolder;

    /// <summary>The site's bundles.</summary>
    public Bundles Bundles => site!.Services.GetRequiredService<Bundles>();

    /// <summary>Every endpoint of the site.</summary>
    public IEnumerable<Endpoint> Endpoints => site!.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints);

    /// <summary>What a body sets for itself, over what the tests set.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Leaves the register empty; for tests of a fresh one.</summary>
    public bool Empty { get; init; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await database.MigrateAsync();
        if (!Empty)
        {
            await FillAsync();
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Body:Colour", "#7a1f5c"), new("SignIn:TriesPerAddress", "100000")]).AddInMemoryCollection(Settings).Build();
        site = ServeCommand.Build(database, settings, "http://127.0.0.1:0");
        await site.StartAsync();
        Address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (site is not null)
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(database.DataFolder, recursive: true);
    }

    /// <summary>Saves a decision that the public may see; change it with <paramref name="with"/>.</summary>
    public Task<RecordHead> SaveAsync(string reference, string title, Func<Decision, Decision>? with = null)
    {
        var decision = new Decision { Reference = reference, Title = title, DateSigned = new DateOnly(2021, 7, 1) };
        return SaveAsync(RecordKinds.Decision, reference, with?.Invoke(decision) ?? decision);
    }

    /// <summary>Saves a record of any kind.</summary>
    public async Task<RecordHead> SaveAsync(RecordKind kind, string reference, object content, string body = Body, Audience visibility = Audience.Public, string who = "Policy office")
    {
        var change = new Change
        {
            Kind = kind,
            Body = body,
            Reference = reference,
            Content = content,
            Visibility = visibility,
            Who = who,
            Process = "import",
            Reason = $"Read from {kind.SlugOf(reference).Replace('/', '-')}.txt.",
        };
        return (await new RegisterWriter(database).SaveAsync(change)).Record;
    }

    /// <summary>What was added to the site's services, such as the access table's endpoints.</summary>
    public IServiceProvider Services => site!.Services;

    /// <summary>Lets somebody in with a role from today, and gives a client whose browser is signed in as her.</summary>
    public async Task<HttpClient> SignInAsync(Role role, string? organisation = null, string proof = "code")
    {
        var person = await JoinAsync(role, organisation);
        return await SignInAsync(person, proof);
    }

    /// <summary>Gives a client whose browser is signed in as somebody.</summary>
    public async Task<HttpClient> SignInAsync(Guid person, string proof = "code")
    {
        var key = await site!.Services.GetRequiredService<Goldthread.Register.People.Sessions>().BeginAsync(person, proof, "A test");
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Add("Cookie", $"goldthread={key}");
        return client;
    }

    /// <summary>Lets somebody in with a role from today.</summary>
    public async Task<Guid> JoinAsync(Role role, string? organisation = null, string? email = null)
    {
        var people = new PeopleService(database);
        var of = organisation ?? (Roles.Outside.Contains(role) ? "lantern" : null);
        var holding = new Holding(role, role == Role.Adviser ? AdviceField.Legal : null, people.Today);
        var joined = await people.JoinAsync(new Joining(email ?? $"{Guid.NewGuid():N}@example.org", $"Sample {role.Words()}", "Sample office", of, [holding]), "A test");
        return joined.Person!.Value;
    }

    /// <summary>Takes a record out of everything public.</summary>
    public Task WithdrawAsync(RecordHead record, string ground) =>
        new RegisterWriter(database).WithdrawAsync(record.Id, "Policy office", ground, erase: false);

    // An illustrative city: nobody and nothing in it is real.
    private async Task FillAsync()
    {
        await SaveAsync(RecordKinds.Organisation, "riverside-police", new Organisation { Name = "Riverside Police", Aliases = ["RP", "the Riverside force"], Type = "police" });
        await SaveAsync(RecordKinds.Organisation, "lantern", new Organisation { Name = "Lantern Advocacy", Type = "charity", RegisteredNumbers = ["GB-CHC-0000000"] });
        await SaveAsync(RecordKinds.Board, "safety-board", new Board { Name = "Safety Board" });
        var rule = RulesFolder.Files(RulesFolder.Default)["splitting.csv"];
        await SaveAsync(RecordKinds.Rule, "splitting.csv", RuleFile.Of("splitting.csv", rule, RuleInUse.Mark(rule)));
        await SaveAsync("PCD 9001", "Fund for services", decision => decision with { DateSigned = new DateOnly(2020, 3, 2), RelatedDecisions = [new Ref<Decision>("PCD 9000")] });
        await SaveAsync(RecordKinds.Decision, "PCD 9001", new Decision { Reference = "PCD 9001", Title = "Draft words between two states" }, visibility: Audience.Staff);
        await SaveAsync("PCD 9001", "Fund for services led by women from minoritised communities", decision => decision with { DateSigned = new DateOnly(2020, 3, 2) });
        await SaveAsync("PCD 9002", "Campaigns with communities and the people who know them", Whole);
        await SaveAsync("PCD 9003", "Title with <script>alert('title')</script> & <b>markup</b>", decision => decision with
        {
            ExecutiveSummary = "Summary with <img src=x onerror=alert(1)>",
            Sections = [new Section("1", "<h1>Heading</h1>", Topic.Background, [new Paragraph("1.1", "\"><script>alert(2)</script>")])],
        });
        await SaveAsync(RecordKinds.Meeting, "safety-board/2021-12-08", new Minutes
        {
            Body = "Safety Board",
            Date = new DateOnly(2021, 12, 8),
            Published = new DateOnly(2021, 12, 20),
            Chair = "Chair of the board",
            Present = [new Attendee("Chair of the board", "Mayor's office", null), new Attendee("Head of safeguarding", "Riverside Police", "for the Chief")],
            Apologies = [new Attendee("Director of services", "Lantern Advocacy", null)],
            Items = [new Item("1", "Welcome", ["The board was welcomed."]), new Item("2", "Campaign", ["The board discussed PCD 9002 and its reach."])],
            PreviousMeeting = new DateOnly(2021, 9, 8),
            PreviousMinutesAgreed = true,
            Actions = [new ActionPoint("Circulate the plan of the campaign.", "Head of communications", new DateOnly(2022, 1, 14)), new ActionPoint("Report on reach.", null, null)],
            Programmes = ["Operation Kingfisher"],
            Board = new Ref<Board>("safety-board"),
            Organisations = [new Ref<Organisation>("riverside-police")],
            Decisions = [new Ref<Decision>("PCD 9002")],
        });
        await SaveAsync(RecordKinds.Workshop, "safety-board/2021-10-05", new Workshop
        {
            Body = "Safety Board",
            Date = new DateOnly(2021, 10, 5),
            Attendees = ["Riverside Police", "Lantern Advocacy"],
            Purpose = "To find out what a campaign must not do.",
            Topics = [new WorkshopTopic("What works", ["Men speaking to men", "Messages in the languages people speak at home"])],
            Agreements = ["No picture of a bruised face."],
            SuccessMeasures = ["More calls to the helpline."],
            NextSteps = ["Write the brief."],
            Board = new Ref<Board>("safety-board"),
            Organisations = [new Ref<Organisation>("lantern")],
        });
        await SaveAsync(RecordKinds.Document, "document-0123456789ab", new Document { Text = "Words for staff only." });
        await SaveAsync(RecordKinds.Decision, "2021-034", new Decision { Reference = "2021-034", Title = "A decision of another body", DateSigned = new DateOnly(2021, 5, 4) }, body: "west-midshire-pcc");
        await SaveAsync(RecordKinds.Decision, "PCD 9009", new Decision { Reference = "PCD 9009", Title = "Not yet to be seen" }, visibility: Audience.Staff);
        await Tests.Pathways.TestMap.SaveAsync(this);
        await SaveAsync(RecordKinds.WhatIf, "girls", new WhatIf { Name = "Girls", Why = "Whom would it bring?", Against = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), Day = new DateOnly(2026, 3, 2) });
        await SaveAsync(RecordKinds.Assessment, "lantern", new Assessment
        {
            Name = "Lantern Advocacy",
            Organisation = new Ref<Organisation>("lantern"),
            Statements = [new AssessedStatement { Number = "G3", Since = new DateOnly(2022, 11, 2), Wording = "Staff know how trauma shows itself.", Answer = Answered.Met, Evidence = "Two days of training.", On = new DateOnly(2026, 3, 2), By = "Director" }],
        });
        var gone = await SaveAsync("PCD 9013", "A decision that had to go");
        await WithdrawAsync(gone, "It named a person who must not be found.");
    }

    private static Decision Whole(Decision decision) => decision with
    {
        DateSigned = new DateOnly(2021, 6, 14),
        DecisionMaker = new DecisionMaker(null, "Deputy Mayor for Policing and Crime"),
        ExecutiveSummary = "The deputy mayor is asked to spend £600,000 on three campaigns with communities.",
        Recommendations = [new Recommendation("1", "Approve the approach to each campaign"), new Recommendation("2", "Approve revenue spending of £600,000 in 2021/22")],
        Sections =
        [
            new Section("1", "Introduction and background", Topic.Background, [new Paragraph("1.1", "A budget of £600k was announced for 2021/22."), new Paragraph(null, "It follows what survivors asked for.")]),
            new Section("3", "Financial comments", Topic.Financial, [new Paragraph("3.1", "The cost is £600,000 and is met from the fund.")]),
            new Section("4", "Legal comments", Topic.Legal, []),
        ],
        Amounts = [new Amount(600_000, "£600k", "1.1", ["2021/22"]), new Amount(600_000, "£600,000", "3.1", ["2021/22", "2022/23"])],
        Authorities = [new Authority("Scheme of Consent and Delegation", "4.8"), new Authority("Scheme of Consent and Delegation", "section 5")],
        Statutes = [new Statute("Police Reform and Social Responsibility Act", 2011, "section 3(6)")],
        RelatedDecisions = [new Ref<Decision>("PCD 9001"), new Ref<Decision>("PCD 168")],
        Declarations = [new Declaration("Financial advice", true), new Declaration("Legal advice", false), new Declaration("Equality advice", null)],
        Publication = new Publication { Deferred = false, Part2 = true, Part2Reason = "Bids are still being compared." },
        Organisations = [new Ref<Organisation>("riverside-police"), new Ref<Organisation>("lantern")],
        Import = new Import
        {
            File = "pcd-9002.txt",
            Sha256 = new string('0', 64),
            Text = "the text that only staff may see\n1. Approve the approach to each campaign (only staff may see this note)\n2. Approve revenue spending of\n   £600,000 in 2021/22\n1. Introduction and background\n1.1 A budget of £600k was announced for 2021/22.",
            Provenance = new Dictionary<string, Core.Readings.Place>(StringComparer.Ordinal)
            {
                ["/recommendations/0/number"] = new(2, 1, 2, 1),
                ["/recommendations/0/text"] = new(2, 4, 2, 40),
                ["/recommendations/1/number"] = new(3, 1, 3, 1),
                ["/recommendations/1/text"] = new(3, 4, 4, 22),
                ["/sections/0/heading"] = new(5, 4, 5, 30),
                ["/sections/0/topic"] = new(5, 4, 5, 30),
                ["/sections/0/paragraphs/0/text"] = new(6, 5, 6, 48),
                ["/amounts/0/pounds"] = new(6, 17, 6, 21),
                ["/amounts/0/quote"] = new(6, 17, 6, 21),
            },
        },
    };
}

/// <summary>The system's clock, moved as far as a test says.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan by;

    public void Move(TimeSpan further) => by += further;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
