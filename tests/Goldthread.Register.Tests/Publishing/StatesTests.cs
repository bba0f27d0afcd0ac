using System.Globalization;
using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>The past states of records, what changed between them and where they were read from, as each reader may see them.</summary>
public sealed class StatesTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    public static TheoryData<On, string> Kinds => FieldVisibilityTests.Kinds;

    [Theory, MemberData(nameof(Databases))]
    public async Task Revision_OfAPastState_HasTheColumnsTiesAndTimesOfThen(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 2", "Seen"));
        await register.SaveAsync(TestRegister.Decision("PCD 3", "Hidden") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision("PCD 1", "As it was", decision => decision with { RelatedDecisions = [new("PCD 2"), new("PCD 3"), new("PCD 4")] }));
        var last = await register.SaveAsync(TestRegister.Decision("PCD 1", "As it is"));
        await register.SaveAsync(TestRegister.Decision("PCD 5", with: decision => decision with { RelatedDecisions = [new("PCD 1")] }));

        var then = await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1);
        var now = await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 2);

        Assert.Equal("As it was", then!.Head.Title);
        Assert.Equal(last.ChangedAt, then.History[1].Until);
        Assert.Null(then.History[0].Until);
        Assert.Equal(["PCD 2", "PCD 4"], then.Links.Select(link => link.Other?.Reference ?? link.WaitingFor));
        Assert.Equal("PCD 5", Assert.Single(now!.Links).Other!.Reference);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changes_ByThePublic_PassOverStatesAndFieldsThatAreHidden(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "First words"));
        await register.SaveAsync(TestRegister.Decision(title: "Marzipan draft") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision(title: "Second words"));
        await register.SaveAsync(TestRegister.Decision(title: "Second words", with: decision => decision with { Import = decision.Import! with { Text = "quince" } }));
        var found = (await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!;

        var changes = await register.Public.ChangesAsync(found, [1, 2, 3, 4]);
        var staff = await register.Staff.ChangesAsync(found, [3, 4]);

        Assert.Equal([(1, null), (3, 1), (4, 3)], changes.Select(change => (change.Number, change.Before)));
        var title = Assert.Single(changes[1].Changes!);
        Assert.Equal("/title", title.Pointer);
        Assert.Equal(["First", "Second", "words"], title.Pieces.Select(piece => piece.Text));
        Assert.Empty(changes[2].Changes!);
        Assert.Equal(2, staff[0].Before);
        Assert.Contains(staff[1].Changes!, change => change.Pointer == "/import/text");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changes_OfARecordHiddenToday_AreNone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "Once public"));
        await register.SaveAsync(TestRegister.Decision(title: "Once public, amended"));
        await register.SaveAsync(TestRegister.Decision(title: "For staff now") with { Visibility = Audience.Staff });
        var found = (await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!;
        var past = (await register.Staff.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1))!;

        Assert.Empty(await register.Public.ChangesAsync(found, [1, 2, 3]));
        Assert.Empty((await register.Public.SourcesAsync(past)).Passages);
        Assert.Null(await register.Public.JsonAsync(past));
        Assert.Null(await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changes_AfterErasure_AreNotShown(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "Marzipan"));
        var head = await register.SaveAsync(TestRegister.Decision(title: "Quince"));
        await register.Writer.WithdrawAsync(head.Id, "Records office", "A lawful ground.", erase: true);
        var found = (await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!;

        Assert.All((await register.Staff.ChangesAsync(found, [2, 3])), change => Assert.Null(change.Changes));
        Assert.Empty((await register.Staff.SourcesAsync(found)).Passages);
    }

    /// <summary>
    /// A canary in every text of every kind's body, printed in a line of its own with other words around it: an audience
    /// meets the passages of its own fields, without the words around, and of no other field.
    /// </summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task Sources_OfEveryFieldForEveryAudience_HoldItsPlaceAndNothingElse(On on, string name)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var kind = RecordKinds.Get(name);
        var canaries = new List<(string Canary, string Path)>();
        var body = JsonNode.Parse(kind.Write(FieldVisibilityTests.Fill(kind.BodyType, "", canaries)))!.AsObject();
        var (text, places) = ("", new JsonObject());
        foreach (var (pointer, value) in Texts("", body))
        {
            var line = places.Count + 1;
            text += $"outside{line}before {value} outside{line}after\n";
            places[pointer] = Place(line, $"outside{line}before ".Length + 1, value.Length);
        }

        if (body["import"] is JsonObject import)
            (import["text"], import["provenance"]) = (text, places);
        await register.SaveAsync(TestRegister.Organisation(FieldVisibilityTests.Tied));
        await register.SaveAsync(new Change { Kind = kind, Body = TestRegister.Body, Reference = "ABC 1", Content = kind.Read(body.ToJsonString(), kind.Shape), Visibility = Audience.Public, Who = "Records office", Process = "test", Reason = "Canaries." });
        var declared = FieldMap.For(kind.BodyType).Fields().ToDictionary(field => field.Path, field => field.Audience);

        foreach (var audience in Enum.GetValues<Audience>())
        {
            var reader = new Reader(audience, "mps");
            var sources = await register.Database.For(reader).SourcesAsync((await register.FindAsync(reader, kind, "ABC 1"))!);
            foreach (var (canary, path) in canaries.Where(each => body.ContainsKey("import") && !each.Path.StartsWith("import.", StringComparison.Ordinal)))
            {
                var passages = sources.Passages.Where(source => source.Passage.Contains(canary, StringComparison.Ordinal)).ToList();
                Assert.True((passages.Count == 1 && passages[0].Passage == canary) == (declared[path] <= audience), $"{path} for {audience}");
            }

            if (audience != Audience.Staff)
            {
                Assert.DoesNotContain("outside", System.Text.Json.JsonSerializer.Serialize(sources), StringComparison.Ordinal);
                Assert.Empty(sources.Diagnostics);
            }
            else if (body.ContainsKey("import"))
            {
                Assert.All(sources.Passages, source => Assert.StartsWith("outside", source.Before, StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<(string Pointer, string Value)> Texts(string pointer, JsonNode? node) => node switch
    {
        JsonObject parts => parts.Where(part => part.Key != "import").SelectMany(part => Texts($"{pointer}/{part.Key}", part.Value)),
        JsonArray items => items.SelectMany((item, i) => Texts(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), item)),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("canary", StringComparison.Ordinal) => [(pointer, text)],
        _ => [],
    };

    private static JsonObject Place(int line, int column, int length) =>
        new() { ["line"] = line, ["column"] = column, ["endLine"] = line, ["endColumn"] = column + length - 1 };
}
