using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Register.History;

namespace Goldthread.History;

/// <summary><c>goldthread backup</c>: the whole register in one file, while it serves.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; it must not be there yet." };
        var command = new Command("backup",
            """
            Write the whole register, as it is at this moment, to one file; a running server goes on meanwhile.

            Example:
              goldthread backup goldthread-monday.db
            """) { file };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var target = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(target))
                return RegisterOptions.Fail($"{target} is there already. Choose another name.");
            if (!Directory.Exists(Path.GetDirectoryName(target)))
                return RegisterOptions.Fail($"The folder of {target} is not there. Make it first.");
            var revisions = await new Backups(database).BackupAsync(target, stop);
            Console.Out.WriteLine($"{revisions:N0} revisions in {target}.");
            return 0;
        }, stop));
        return command;
    }
}
