using System.CommandLine;
using System.CommandLine.Parsing;
using Goldthread.Boards;
using Goldthread.Decisions.Part2;
using Goldthread.History;
using Goldthread.Imports;
using Goldthread.Pathways;
using Goldthread.People;
using Goldthread.Publishing;
using Goldthread.Readings;
using Goldthread.Rules;
using Goldthread.Site;

namespace Goldthread.Commands;

/// <summary>The program's commands. Exit status: 0 done, 1 it could not be done, 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>Runs the program with these arguments.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Goldthread: the system of record for a public strategy to end violence against women and girls.")
        {
            ServeCommand.Create(),
            UserCommand.Create(),
            ReadCommand.Create(),
            ImportCommand.Create(),
            ShowCommand.Create(),
            HistoryCommand.Create(),
            AboutCommand.Create(),
            WithdrawCommand.Create(),
            AuditCommand.Create(),
            ReindexCommand.Create(),
            ExportCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            DoctorCommand.Create(),
            Part2Command.Create(),
            RulesCommand.Create(),
            PathwaysCommand.Create(),
            ActionsCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return InvokeAsync(parsed);
        var error = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0
            ? $"There is no command '{parsed.UnmatchedTokens[0]}'."
            : parsed.Errors[0].Message;
        Console.Error.WriteLine($"goldthread: {error} `goldthread {Path(parsed)}--help` shows how it is used.");
        return Task.FromResult(2);
    }

    /// <summary>A fault of the program's own is one line as well; where it happened is shown to whoever asks for it.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("goldthread: Stopped before the end; what was printed is whole.");
            return 1;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("GOLDTHREAD_TRACE") is null)
        {
            Console.Error.WriteLine($"goldthread: {Failure.Of(e) ?? $"A fault in the program itself ({e.GetType().Name}). Set GOLDTHREAD_TRACE=1 to see where, and please report it."}");
            return 1;
        }
    }

    private static string Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
