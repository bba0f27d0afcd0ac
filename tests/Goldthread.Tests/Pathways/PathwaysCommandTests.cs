using System.Diagnostics;
using System.Text.Json;
using Goldthread.Pathways;

namespace Goldthread.Tests.Pathways;

/// <summary>The commands from outside: files in, text out, exit status.</summary>
public sealed class PathwaysCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("goldthread-map-").FullName;

    public PathwaysCommandTests() => WriteMap(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_Json_HasTheFieldsOfTheFormatInOrder()
    {
        var run = Run("check", _folder, "--day", "2022-09-30", "--until", "2022-12-31", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, run.Status);
        Assert.Equal(
            ["profiles", "day", "maxHandOffs", "maxWaitDays", "standardOnly", "until", "needs", "doors", "lastRoutes", "cliffEdges"],
            json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            """{"need":"refuge","reached":2,"noWrongDoor":2,"handOffs":[0,0,2,0],"by":{"borough":{"North":{"profiles":2,"reached":1,"noWrongDoor":1},"South":{"profiles":2,"reached":1,"noWrongDoor":1}},"age":{"under18":{"profiles":2,"reached":0,"noWrongDoor":0},"adult":{"profiles":2,"reached":2,"noWrongDoor":2}}},"gaps":[{"profiles":2,"where":{"age":["under18"]}}]}""",
            JsonSerializer.Serialize(json.RootElement.GetProperty("needs")[0]));
        Assert.Equal(
            """[{"day":"2022-12-01","need":"refuge","lost":2,"closing":["house"]}]""",
            JsonSerializer.Serialize(json.RootElement.GetProperty("cliffEdges")));
    }

    [Fact]
    public void Check_NoJson_PrintsForAPerson()
    {
        var run = Run("check", _folder, "--day", "2022-09-30");

        Assert.Contains("2 profiles: age under18", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 100.0 %  school, refuge", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MapWithErrors_NamesThemAllAndExitsOne()
    {
        File.AppendAllText(Path.Combine(_folder, "links.csv"), "l9,gp,nowhere,soon,,\n");
        File.WriteAllBytes(Path.Combine(_folder, "needs.csv"), [.. "need,name\nrefuge,"u8, 0xFF, .. "\n"u8]);
        File.Delete(Path.Combine(_folder, "provides.csv"));

        var run = Run("check", _folder);

        Assert.Equal(1, run.Status);
        Assert.Empty(run.Output);
        Assert.Equal(
            ["needs.csv:2:8:", "provides.csv:1:1:", "links.csv:5:7:", "links.csv:5:15:"],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Check_FileTooLarge_SaysWhichAndTheLimit()
    {
        using (var links = File.Open(Path.Combine(_folder, "links.csv"), FileMode.Open))
        {
            links.SetLength(200_000_000);
        }

        var run = Run("check", _folder);

        Assert.Equal(1, run.Status);
        Assert.Equal("error: links.csv: The file has 200,000,000 bytes; the limit is 134,217,728.", run.Error.Trim());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "nowhere-at-all")]
    [InlineData("check", ".", "--max-hand-offs", "17")]
    [InlineData("check", ".", "--max-hand-offs", "0")]
    [InlineData("check", ".", "--max-wait-days", "-1")]
    [InlineData("check", ".", "--day", "30/09/2022")]
    [InlineData("check", ".", "--until", "2022-02-30")]
    [InlineData("check", ".", "--unknown")]
    [InlineData("compare", ".")]
    [InlineData("suggest", ".", "--kinds", "door")]
    [InlineData("suggest", ".", "--top", "0")]
    public void AnyCommand_WrongUsage_ExitsTwo(params string[] arguments) => Assert.Equal(2, Run(arguments).Status);

    [Fact]
    public void Compare_AfterOneChange_SaysWhoGains()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        WriteMap(other);
        File.AppendAllText(Path.Combine(other, "conditions.csv"), "house,1,age,under18\n");

        var run = Run("compare", _folder, other, "--day", "2022-09-30", "--json");

        Assert.Equal(
            """{"needs":[{"need":"refuge","gained":2,"lost":0,"gapsOpened":[],"gapsClosed":[{"profiles":2,"where":{"age":["under18"]}}]}]}""",
            JsonSerializer.Serialize(JsonDocument.Parse(run.Output)));
    }

    [Fact]
    public void Compare_OtherDimensions_ExitsOne()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        WriteMap(other);
        File.AppendAllText(Path.Combine(other, "dimensions.csv"), "age,old\n");

        var run = Run("compare", _folder, other);

        Assert.Equal(1, run.Status);
        Assert.Contains("has no value \"old\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Suggest_BothKinds_RanksTheChanges()
    {
        var run = Run("suggest", _folder, "--kinds", "accept,link", "--top", "10", "--day", "2022-09-30", "--json");

        Assert.Equal(
            """{"suggestions":[{"kind":"accept","subject":"house","alternative":"1","dimension":"age","value":"under18","newlyReached":2}]}""",
            JsonSerializer.Serialize(JsonDocument.Parse(run.Output)));
    }

    private static (int Status, string Output, string Error) Run(params string[] arguments) =>
        Programs.Run("dotnet", [typeof(PathwaysCommand).Assembly.Location, "pathways", .. arguments]);

    private static void WriteMap(string folder)
    {
        void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
        Write("dimensions.csv", "dimension,value\nborough,North\nborough,South\nage,under18\nage,adult\n");
        Write("needs.csv", "need,name\nrefuge,Refuge\n");
        Write("doors.csv", "door,name,organisation,stage,first_day,last_day\ngp,GP,,,,\nschool,School,,,,\n");
        Write("services.csv", "service,name,organisation,stage,meets_standard,first_day,last_day,funding\ntriage,Triage,,,yes,,,\nhouse,House,,,yes,,2022-11-30,F1\n");
        Write("provides.csv", "service,need\nhouse,refuge\n");
        Write("links.csv", "link,from,to,wait_days,first_day,last_day\nl1,gp,triage,0,,\nl2,triage,house,0,,\nl3,school,triage,0,,\n");
        Write("conditions.csv", "subject,alternative,dimension,value\nschool,1,age,under18\nhouse,1,age,adult\n");
    }
}

/// <summary>Runs programs.</summary>
internal static class Programs
{
    public static (int Status, string Output, string Error) Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
