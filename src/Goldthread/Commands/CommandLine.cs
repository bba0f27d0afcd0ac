using System.CommandLine;
using System.CommandLine.Parsing;
using Goldthread.History;
using Goldthread.Imports;
using Goldthread.Pathways;
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
            ReadCommand.Create(),
            ImportCommand.Create(),
            ShowCommand.Create(),
            HistoryCommand.Create(),
            WithdrawCommand.Create(),
            AuditCommand.Create(),
            ReindexCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            DoctorCommand.Create(),
            RulesCommand.Create(),
            PathwaysCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.InvokeAsync();
        var error = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands.Count > 0
            ? $"There is no command '{parsed.UnmatchedTokens[0]}'."
            : parsed.Errors[0].Message;
        Console.Error.WriteLine($"goldthread: {error} `goldthread {Path(parsed)}--help` shows how it is used.");
        return Task.FromResult(2);
    }

    private static string Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
