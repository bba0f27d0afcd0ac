using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Register.History;

namespace Goldthread.History;

/// <summary><c>goldthread reindex</c>: rebuilds what is derived from the revisions.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var command = new Command("reindex",
            """
            Rebuild columns, links, fields and the search index from the revisions. Safe at any time.

            Example:
              goldthread reindex
            """);
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            int count;
            using (var progress = new ProgressLine("Records rebuilt"))
                count = await new Reindexer(database).RunAsync(progress, stop);
            Console.Out.WriteLine($"{count:N0} records rebuilt.");
            return 0;
        }, stop));
        return command;
    }
}
