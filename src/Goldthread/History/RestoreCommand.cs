using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;
using Goldthread.Register.History;
using Goldthread.Register.Records;

namespace Goldthread.History;

/// <summary><c>goldthread restore</c>: puts a backup in place of what the register holds, while it serves.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that `goldthread backup` wrote." };
        var command = new Command("restore",
            """
            Put a backup in place of all that the register holds. What it held is first written beside it, so that nothing is lost.

            Examples:
              goldthread restore goldthread-monday.db
              goldthread restore goldthread-monday.db --database "Host=localhost;Database=goldthread"
            """) { file };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var source = parsed.GetValue(file)!;
            var backups = new Backups(database);
            if (await backups.RefuseAsync(source, stop) is { } refusal)
                return RegisterOptions.Fail($"{source} was not put back. {refusal}");
            if (await database.For(Reader.Staff).VersionAsync(stop) != "0")
            {
                var before = Path.Combine(database.DataFolder, $"before-restore-{database.Now:yyyyMMdd'T'HHmmssffffff}.db");
                await backups.BackupAsync(before, stop);
                Console.Out.WriteLine($"What the register held is in {before}.");
            }

            var revisions = await backups.RestoreAsync(source, stop);
            Console.Out.WriteLine($"{revisions:N0} revisions put back.");
            return 0;
        }, stop));
        return command;
    }
}
