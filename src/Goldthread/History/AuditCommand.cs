using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Decisions.Part2;
using Goldthread.People;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.Due;
using Goldthread.Register.History;

namespace Goldthread.History;

/// <summary><c>goldthread audit</c>: whether the register is as it was saved.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var command = new Command("audit",
            """
            Recompute the chain and every derived row, compare with the checkpoints outside the database, and name what differs.

            Examples:
              goldthread audit
              goldthread audit --data /srv/goldthread
            """);
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            await new DueService(database).RunAsync(stop);
            AuditReport report;
            var (part2, problem) = Part2KeyFile.Read(new Secrets(database.DataFolder));
            using (var progress = new ProgressLine("Revisions gone through"))
                report = await new Audit(database, part2).RunAsync(progress, stop);
            foreach (var finding in report.Findings)
                Console.Out.WriteLine($"{finding.Code}: {finding.Where}: {finding.What}");
            if (part2 is null && (await new Part2List(database).KeysAsync(stop)).Count > 0)
                Console.Out.WriteLine($"Confidential parts were compared by their hashes and not opened. {problem}");
            Console.Out.WriteLine(report.Findings.Count == 0
                ? $"Clean: {report.Revisions:N0} revisions of {report.Records:N0} records; the chain ends in {report.Head}."
                : $"{report.Findings.Count:N0} found in {report.Revisions:N0} revisions of {report.Records:N0} records. Nothing was changed: compare with a backup before you mend anything.");
            return report.Findings.Count == 0 ? 0 : 1;
        }, stop));
        return command;
    }
}
