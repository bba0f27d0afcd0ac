using System.Text;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Decisions.Drafts;

/// <summary>The drawing in <c>docs/decision-flow.md</c>, made from the table of steps and held against the file.</summary>
public sealed class DraftFlowDrawingTests
{
    private const string Rewrite = "GOLDTHREAD_WRITE_DOCS";
    private const string Begin = "<!-- from the table of steps -->\n";
    private const string End = "<!-- to here -->\n";

    [Fact]
    public void Drawing_InTheDocuments_IsThatOfTheTable()
    {
        var file = Path.Combine(RepositoryFiles.Root, "docs", "decision-flow.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllText(file, text = text[..from] + Draw() + text[to..]);
        else
            Assert.True(text[from..to] == Draw(), $"The table of steps and docs/decision-flow.md differ. Run this test with {Rewrite}=1 and look at what changed.");

        Assert.Contains(Draw(), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawing_EveryStep_StandsInIt()
    {
        var drawing = Draw();

        Assert.All(DraftFlow.Steps, step => Assert.Contains($"  {step.From} --> {step.To}: {step.Act.Words()}", drawing, StringComparison.Ordinal));
        Assert.Equal(DraftFlow.Steps.Count + 2, drawing.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
    }

    private static string Draw()
    {
        var drawing = new StringBuilder("\n```mermaid\nstateDiagram-v2\n");
        foreach (var state in Enum.GetValues<DraftState>())
            drawing.Append($"  state \"{state.Words()}\" as {state}\n");
        drawing.Append($"  [*] --> {DraftState.Draft}\n");
        foreach (var step in DraftFlow.Steps)
            drawing.Append($"  {step.From} --> {step.To}: {step.Act.Words()}\n");
        foreach (var state in Enum.GetValues<DraftState>().Where(state => DraftFlow.Steps.All(step => step.From != state)))
            drawing.Append($"  {state} --> [*]\n");
        drawing.Append("```\n\n| from | what is done | to | who | what must hold |\n| --- | --- | --- | --- | --- |\n");
        foreach (var step in DraftFlow.Steps)
            drawing.Append($"| {step.From.Words()} | {step.Act.Words()} | {step.To.Words()} | {Who(step)} | {Wants(step)} |\n");
        return drawing.Append('\n').ToString();
    }

    private static string Who(FlowStep step)
    {
        var roles = string.Join(" or ", step.Roles.Select(role => role.Words()));
        return !step.ByItself ? roles : roles.Length == 0 ? "by itself" : roles + ", or by itself";
    }

    private static string Wants(FlowStep step)
    {
        string?[] wants =
        [
            step.Checks switch { DraftStep.Draft => "no error of a draft", DraftStep.Signing => "no error up to the signature", DraftStep.Publication => "no error at all", null => null },
            step.WantsAdvice ? "all advice demanded, on these words" : null,
            step.WantsAcknowledgement ? "each warning acknowledged" : null,
            step.ByAnother ? "somebody who did not write it" : null,
            step.WantsReason ? "a reason" : null,
            step.Grave ? "proof within ten minutes" : null,
        ];
        return string.Join("; ", wants.OfType<string>());
    }
}
