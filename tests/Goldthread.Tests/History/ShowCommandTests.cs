using Goldthread.Tests.Program;

namespace Goldthread.Tests.History;

public sealed class ShowCommandTests
{
    [Fact]
    public async Task Show_Source_PrintsPassagesInTheirLinesAndDiagnosticsInPlace()
    {
        using var files = new TestFolder();
        files.Write("papers/one.txt", TestDocuments.Decision(1));
        var data = Path.Combine(files.Path, "data");
        await TestProgram.RunAsync("import", Path.Combine(files.Path, "papers"), "--data", data);

        var shown = await TestProgram.RunAsync("show", "PCD 1", "--source", "--data", data);

        Assert.Equal(0, shown.Exit);
        Assert.Contains("1:29 Reference\n    REQUEST FOR DMPC DECISION - [PCD 1]\n", shown.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(" GT", shown.Output, StringComparison.Ordinal);
    }
}
