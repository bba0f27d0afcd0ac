using System.Text.Json.Nodes;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Reading;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>The answer's JSON against the plain reading of the format's page, from the files to the last figure.</summary>
public sealed class PlainPathwaysTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Check_RandomMaps_AnswersAsThePageSays(int seed)
    {
        for (var i = 0; i < 10; i++)
        {
            var mapSeed = (seed * 10) + i;
            TestContext.Current.TestOutputHelper?.WriteLine($"map {mapSeed}");
            var (files, question) = new PlainRandomMap(mapSeed).Make();
            AssertSame(files, question);
        }
    }

    [Fact]
    public void Check_WorkedExample_AnswersAsThePageSays()
    {
        var question = new PlainQuestion(new DateOnly(2022, 9, 30), 3, null, false, null);

        AssertSame(new MapFiles().All, question);
        var need = Check(new MapFiles().All, question)["needs"]![0]!;
        Assert.Equal("[0,0,2,0]", need["handOffs"]!.ToJsonString());
        Assert.Equal("""[{"profiles":2,"where":{"age":["under18"]}}]""", need["gaps"]!.ToJsonString());
    }

    [Fact]
    public void Check_IdsBeyondTheBasicPlane_ClosingIsSortedByCodePoint()
    {
        var files = new MapFiles().With(
            "links.csv", "link,from,to,wait_days,first_day,last_day\n😀,gp,triage,0,,2022-10-01\n\uFF5A,triage,house,0,,2022-10-01\nZ,school,triage,0,,2022-10-01\n");
        var question = new PlainQuestion(new DateOnly(2022, 9, 30), 3, null, false, new DateOnly(2022, 10, 2));

        AssertSame(files.All, question);
        var edge = Assert.Single(Check(files.All, question)["cliffEdges"]!.AsArray())!;
        Assert.Equal(["Z", "\uFF5A", "😀"], edge["closing"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public void Make_EverySeed_GivesEveryKindOfRow()
    {
        var answers = Enumerable.Range(0, 300).Select(seed => new PlainRandomMap(seed).Make())
            .Select(made => new PlainPathways(made.Files, made.Question).Answer()).ToList();
        void AssertMoreThan(int fewest, Func<JsonObject, bool> holds) => Assert.InRange(answers.Count(holds), fewest + 1, answers.Count);

        AssertMoreThan(75, answer => answer["lastRoutes"]!.AsArray().Count > 0);
        AssertMoreThan(30, answer => answer["cliffEdges"]!.AsArray().Count > 0);
        AssertMoreThan(30, answer => Any(answer, need => need["handOffs"]!.AsArray().Skip(2).Any(count => (int)count! > 0)));
        AssertMoreThan(30, answer => Any(answer, need => (int)need["reached"]! > (int)need["noWrongDoor"]!));
        AssertMoreThan(60, answer => Any(answer, need => (int)need["reached"]! > 0 && (int)need["reached"]! < (int)answer["profiles"]!));
    }

    private static bool Any(JsonObject answer, Func<JsonNode, bool> holds) => answer["needs"]!.AsArray().Any(need => holds(need!));

    private static JsonObject Check(IReadOnlyDictionary<string, string> files, PlainQuestion question)
    {
        var map = MapReader.Read(files).Map;
        Assert.NotNull(map);
        var answer = PathwayCheck.Answer(map, new Question
        {
            Day = question.Day,
            MaxHandOffs = question.MaxHandOffs,
            MaxWaitDays = question.MaxWaitDays,
            StandardOnly = question.StandardOnly,
            Until = question.Until,
        });
        using var stream = new MemoryStream();
        AnswerJson.Write(stream, map, answer);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    private static void AssertSame(IReadOnlyDictionary<string, string> files, PlainQuestion question)
    {
        var plain = new PlainPathways(files, question);
        var answer = Check(files, question);
        foreach (var (name, need) in plain.Needs.Zip(answer["needs"]!.AsArray()))
        {
            AssertGaps(plain, name, Take(need!, "gaps")!.AsArray());
            AssertShare(plain.Share(name), Take(need!, "share"));
        }
        Assert.Equal(plain.Answer().ToJsonString(), answer.ToJsonString());
    }

    private static JsonNode? Take(JsonNode need, string property)
    {
        var taken = need[property];
        need.AsObject().Remove(property);
        return taken;
    }

    private static void AssertShare((decimal Reached, decimal NoWrongDoor)? expected, JsonNode? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } share)
        {
            Assert.Equal((double)share.Reached, (double)actual!["reached"]!, 1e-12);
            Assert.Equal((double)share.NoWrongDoor, (double)actual["noWrongDoor"]!, 1e-12);
        }
    }

    private static void AssertGaps(PlainPathways plain, string need, JsonArray gaps)
    {
        List<Dictionary<string, List<string>>> boxes = [.. gaps.Select(gap => gap!["where"]!.AsObject().ToDictionary(
            pair => pair.Key, pair => pair.Value!.AsArray().Select(value => (string)value!).ToList(), StringComparer.Ordinal))];
        var every = Enumerable.Range(0, plain.Profiles.Count).ToList();
        var reached = every.Where(profile => plain.Reaches(profile, need)).ToHashSet();
        bool Holds(Dictionary<string, List<string>> box, int profile) => box.All(pair => pair.Value.Contains(plain.Profiles[profile][pair.Key], StringComparer.Ordinal));

        // Together they cover exactly the profiles that do not reach the need.
        Assert.Equal(every.Where(profile => !reached.Contains(profile)), every.Where(profile => boxes.Exists(box => Holds(box, profile))));
        foreach (var (box, gap) in boxes.Zip(gaps))
        {
            Assert.Equal(every.Count(profile => Holds(box, profile)), (int)gap!["profiles"]!);

            // Not covered by the rest together, which also says that it is contained in no other.
            Assert.Contains(every, profile => Holds(box, profile) && boxes.TrueForAll(other => other == box || !Holds(other, profile)));
            foreach (var (dimension, values) in plain.Dimensions.Where(dimension => box.ContainsKey(dimension.Name)))
            {
                Assert.NotEqual(values.Count, box[dimension].Count);
                Assert.Equal(values.Where(value => box[dimension].Contains(value, StringComparer.Ordinal)), box[dimension]);
                foreach (var value in values.Except(box[dimension], StringComparer.Ordinal))
                {
                    var wider = new Dictionary<string, List<string>>(box, StringComparer.Ordinal) { [dimension] = [.. box[dimension], value] };
                    Assert.Contains(reached, profile => Holds(wider, profile));
                }
            }
        }
        var sizes = gaps.Select(gap => (int)gap!["profiles"]!).ToList();
        Assert.Equal(sizes.OrderDescending(), sizes);
    }
}
