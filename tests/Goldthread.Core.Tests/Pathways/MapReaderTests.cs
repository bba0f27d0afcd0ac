using Goldthread.Core.Diagnostics;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Reading;

namespace Goldthread.Core.Tests.Pathways;

public sealed class MapReaderTests
{
    [Fact]
    public void Read_WorkedExample_GivesTheMap()
    {
        var reading = MapReader.Read(new MapFiles().All);

        Assert.Empty(reading.Problems);
        Assert.Equal(4, reading.Map!.ProfileCount);
        Assert.Equal(["gp", "school"], reading.Map.Doors.Select(door => door.Id));
        Assert.Equal(new Origin(false, 0), reading.Map.Links[1].From);
        Assert.Equal([1], reading.Map.Services[1].Conditions.Alternatives[0].Restrictions[0].Values);
    }

    [Fact]
    public void Read_EveryFileMissing_NamesEachOne()
    {
        var reading = MapReader.Read(new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Null(reading.Map);
        Assert.Equal(MapReader.Files.Take(7).Select(file => $"{file}:1:1: error: The file is missing."), reading.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Read_MarkCrlfQuotesOtherOrderOfColumns_GivesTheSameMap()
    {
        var files = new MapFiles()
            .With("dimensions.csv", "\uFEFFvalue,\"dimension\"\r\nNorth,borough\r\nSouth,\"borough\"\r\n\r\n   \r\nunder18,age\r\nadult,age")
            .With("needs.csv", "need,name\n\"refuge\",\"Refuge,\r\n\"\"safe\"\" place\"\n");

        var map = MapReader.Read(files.All).Map;

        Assert.Equal(["North", "South"], map!.Dimensions[0].Values);
        Assert.Equal("Refuge,\r\n\"safe\" place", map.Needs[0].Name);
    }

    [Fact]
    public void Read_InterleavedDimensions_StandInOrderOfFirstRows()
    {
        var files = new MapFiles().With("dimensions.csv", "dimension,value\nage,under18\nborough,South\nage,adult\nborough,North\n");

        var map = MapReader.Read(files.All).Map!;

        Assert.Equal(["age", "borough"], map.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal(["South", "North"], map.Dimensions[1].Values);
    }

    /// <summary>File, its text, and the errors and warnings expected, by place and a word of the message.</summary>
    public static TheoryData<string, string, string[]> Faults => new()
    {
        { "dimensions.csv", "dimension,value\n", ["1:1 at least one dimension", "conditions.csv 2:10 no dimension", "conditions.csv 3:9 no dimension"] },
        { "dimensions.csv", "", ["1:1 no header"] },
        { "dimensions.csv", "dimension\nborough\n", ["1:1 \"value\" is missing"] },
        { "dimensions.csv", "dimension,value,value\nborough,North,x\nborough,South,y\nage,under18,z\nage,adult,z\n", ["1:17 stands twice"] },
        { "dimensions.csv", MapFiles.Dimensions + "age,adult\n", ["6:5 stands twice"] },
        { "dimensions.csv", MapFiles.Dimensions + "age,\n,x\n", ["6:5 empty", "7:1 empty"] },
        { "needs.csv", "need,name\n", ["1:1 at least one need", "provides.csv 2:7 no need"] },
        { "needs.csv", "need,name\nrefuge,A\nrefuge,B\n", ["3:1 stands twice"] },
        { "doors.csv", MapFiles.Doors + "gp,Again,,,,\n", ["4:1 already that of a door"] },
        { "doors.csv", MapFiles.Doors + "house,Again,,,,\n", ["services.csv 3:1 already that of a door", "provides.csv 2:1 no service", "links.csv 3:11 no service"] },
        { "doors.csv", MapFiles.Doors + "x,X,,,2022-02-30,2022-1-1\n", ["4:7 first_day", "4:18 last_day"] },
        { "doors.csv", MapFiles.Doors + "x,X,,,2022-03-02,2022-03-01\n", ["4:18 before the first_day"] },
        { "doors.csv", MapFiles.Doors + "x,X,,,,,,\n", ["4:9 8 fields"] },
        { "doors.csv", MapFiles.Doors + "x,X\n", ["4:3 2 fields"] },
        { "doors.csv", MapFiles.Doors + "x,\"X\"y,,,,\n", ["4:6 after the closing quote"] },
        { "doors.csv", MapFiles.Doors + "x,X\"y,,,,\n", ["4:4 quote inside"] },
        { "doors.csv", MapFiles.Doors + "x,X\ry,,,,\n", ["4:4 carriage return"] },
        { "doors.csv", MapFiles.Doors + "x,\"X,,,,\n", ["4:3 never closed", "4:3 2 fields"] },
        { "services.csv", MapFiles.Services + "x,X,,,maybe,,,\n", ["4:7 neither yes nor no"] },
        { "services.csv", MapFiles.Services + "😀,😀,,,Yes,,2022-13-01,\n", ["4:7 neither yes nor no", "4:12 last_day"] },
        { "provides.csv", MapFiles.Provides + "nobody,refuge\ngp,nothing\n", ["3:1 no service", "4:1 no service", "4:4 no need"] },
        { "links.csv", MapFiles.Links + "l9,nowhere,gp,-1,,\n", ["5:4 no door or service", "5:12 no service", "5:15 whole number"] },
        { "links.csv", MapFiles.Links + "l9,l1,triage,1.5,,\nl1,gp,house,,,\n", ["5:4 no door or service", "5:14 whole number", "6:1 already", "6:13 whole number"] },
        { "links.csv", MapFiles.Links + "gp,gp,house,0,,\n", ["5:1 already that of a door"] },
        { "conditions.csv", MapFiles.Conditions + "x,1,age,adult\ngp,1,aged,adult\ngp,1,age,Adult\n", ["4:1 no door, service or link", "5:6 no dimension", "6:10 no value"] },
        { "shares.csv", "dimension,value,share\nborough,North,0.5\nborough,South,0.4\nage,under18,-1\nage,adult,x\n", ["2:1 add up to 0.9", "4:13 negative", "5:11 not a number"] },
        { "shares.csv", "dimension,value,share\nborough,North,1\nborough,North,1\nage,old,1\nage,adult,1\n", ["2:1 no row for \"South\"", "3:9 stands twice", "4:5 no value", "5:1 no row for \"under18\""] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_Faults_NamesEachWithItsPlace(string file, string text, string[] expected)
    {
        var problems = MapReader.Read(new MapFiles().With(file, text).All).Problems.Where(problem => problem.Severity == Severity.Error).ToList();

        Assert.True(expected.Length == problems.Count, string.Join('\n', problems));
        foreach (var (want, problem) in expected.Zip(problems))
        {
            var words = want.Split(' ');
            var named = words[0].EndsWith(".csv", StringComparison.Ordinal) ? words[0] : file;
            var place = words[0] == named ? words[1] : words[0];
            Assert.Equal($"{named} {place}", $"{problem.File} {problem.Line}:{problem.Column}");
            Assert.Contains(want[(want.IndexOf(place, StringComparison.Ordinal) + place.Length + 1)..], problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_FaultsInManyFiles_NamesAllOfThemAtOnce()
    {
        var files = new MapFiles()
            .With("needs.csv", "need,name\nrefuge,A\nrefuge,B\n")
            .With("doors.csv", MapFiles.Doors + "x,X,,,soon,\n")
            .With("links.csv", MapFiles.Links + "l9,gp,house,soon,,\n")
            .Without("provides.csv");

        var problems = MapReader.Read(files.All).Problems;

        Assert.Equal(["needs.csv", "doors.csv", "provides.csv", "links.csv"], problems.Select(problem => problem.File));
    }

    [Fact]
    public void Read_FileOrColumnMissing_DoesNotBlameTheRowsThatReferToIt()
    {
        var files = new MapFiles().With("services.csv", "name\nTriage\n").Without("dimensions.csv");

        var problems = MapReader.Read(files.All).Problems;

        Assert.All(problems, problem => Assert.Contains("missing", problem.Message, StringComparison.Ordinal));
        Assert.Equal(8, problems.Count);
    }

    [Fact]
    public void Read_RepeatsAndUnknownColumns_OnlyWarn()
    {
        var files = new MapFiles()
            .With("provides.csv", MapFiles.Provides + "house,refuge\n")
            .With("conditions.csv", MapFiles.Conditions + "school,1,age,under18\n")
            .With("needs.csv", "note,need,name\nn,refuge,Refuge\n");

        var reading = MapReader.Read(files.All);

        Assert.NotNull(reading.Map);
        Assert.Equal(["needs.csv:1:1", "provides.csv:3:1", "conditions.csv:4:1"], reading.Problems.Select(p => $"{p.File}:{p.Line}:{p.Column}"));
        Assert.All(reading.Problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
    }

    [Fact]
    public void Read_WaitLongerThanAnyNumber_IsTheLongest()
    {
        var files = new MapFiles().With("links.csv", MapFiles.Links + "l9,gp,house,99999999999999999999,,\n");

        Assert.Equal(long.MaxValue, MapReader.Read(files.All).Map!.Links[3].WaitDays);
    }

    [Fact]
    public void Decode_NotUtf8_NamesThePlace()
    {
        var problems = new List<MapProblem>();

        var text = MapText.Decode("needs.csv", [.. "need,name\né,"u8, 0xE9, .. ",x\n"u8], problems);

        Assert.Equal("needs.csv:2:3: error: The byte 0xE9 is not UTF-8.", Assert.Single(problems).ToString());
        Assert.Equal("need,name\né,\uFFFD,x\n", text);
    }

    [Fact]
    public void Refusal_TooManyProfiles_GivesTheNumberAndTheLimit()
    {
        var map = WorkedExample.Map with { Dimensions = [.. Enumerable.Range(0, 64).Select(d => new Dimension($"d{d}", ["a", "b"]))] };

        Assert.Equal(
            "The map has 18,446,744,073,709,551,616 profiles (the product of the values of its 64 dimensions); the limit is 67,108,864.",
            MapLimits.Refusal(map));
    }

    [Fact]
    public void Refusal_FileTooLarge_GivesTheNumberAndTheLimit()
    {
        Assert.Null(MapLimits.RefusalOfBytes(134_217_728));
        Assert.Equal("The file has 134,217,729 bytes; the limit is 134,217,728.", MapLimits.RefusalOfBytes(134_217_729));
        Assert.Null(MapLimits.RefusalOfLines("a\n"u8));
        var lines = new byte[1_048_577];
        lines.AsSpan().Fill((byte)'\n');
        Assert.Null(MapLimits.RefusalOfLines(lines.AsSpan(1)));
        Assert.Equal("The file has 1,048,577 lines; the limit is 1,048,576.", MapLimits.RefusalOfLines(lines));
        lines[^1] = (byte)'a';
        Assert.Equal("The file has 1,048,577 lines; the limit is 1,048,576.", MapLimits.RefusalOfLines(lines));
    }

    [Fact]
    public void Refusal_TooManyNeedsOrRows_GivesTheNumberAndTheLimit()
    {
        Need[] needs = [.. Enumerable.Range(0, 5000).Select(n => new Need($"n{n}", ""))];
        Dimension[] long1 = [new Dimension("long", [.. Enumerable.Range(0, 5000).Select(v => $"v{v}")])];

        Assert.Equal("The map has 5,000 needs; the limit is 4,096.", MapLimits.Refusal(WorkedExample.Map with { Needs = needs }));
        Assert.Equal(
            "The map has 5,000,000 pairs of a need and a door, a service or a value; the limit is 4,194,304.",
            MapLimits.Refusal(WorkedExample.Map with { Needs = needs[..1000], Dimensions = long1 }));
    }

    [Fact]
    public void Answer_SixtyFourDimensions_IsAnswered()
    {
        var map = WorkedExample.Map with
        {
            Dimensions = [.. WorkedExample.Map.Dimensions, .. Enumerable.Range(0, 62).Select(d => new Dimension($"d{d}", d < 5 ? ["a", "b", "c"] : ["a"]))],
        };

        Assert.Null(MapLimits.Refusal(map));
        Assert.Equal(2 * 243, PathwayCheck.Answer(map, WorkedExample.Question).Needs[0].Reached);
    }
}

/// <summary>The worked example as files, to be changed.</summary>
internal sealed class MapFiles
{
    public const string Dimensions = "dimension,value\nborough,North\nborough,South\nage,under18\nage,adult\n";
    public const string Doors = "door,name,organisation,stage,first_day,last_day\ngp,GP,,,,\nschool,School,,,,\n";
    public const string Services =
        "service,name,organisation,stage,meets_standard,first_day,last_day,funding\ntriage,Triage,,,yes,,,\nhouse,House,,,yes,,,F1\n";

    public const string Provides = "service,need\nhouse,refuge\n";
    public const string Links = "link,from,to,wait_days,first_day,last_day\nl1,gp,triage,0,,\nl2,triage,house,0,,\nl3,school,triage,0,,\n";
    public const string Conditions = "subject,alternative,dimension,value\nschool,1,age,under18\nhouse,1,age,adult\n";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["dimensions.csv"] = Dimensions,
        ["needs.csv"] = "need,name\nrefuge,Refuge\n",
        ["doors.csv"] = Doors,
        ["services.csv"] = Services,
        ["provides.csv"] = Provides,
        ["links.csv"] = Links,
        ["conditions.csv"] = Conditions,
        ["notes.txt"] = "ignored",
    };

    public IReadOnlyDictionary<string, string> All => _files;

    public MapFiles With(string file, string text)
    {
        _files[file] = text;
        return this;
    }

    public MapFiles Without(string file)
    {
        _files.Remove(file);
        return this;
    }
}
