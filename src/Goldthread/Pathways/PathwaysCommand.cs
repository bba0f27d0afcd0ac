using System.CommandLine;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary><c>goldthread pathways</c>: asks a map, a folder of CSV files, who reaches what.</summary>
public static class PathwaysCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("pathways", "Ask a map of the pathways of support who reaches which help.")
    {
        CreateCheck(),
    };

    private static Command CreateCheck()
    {
        var folder = MapFolder.Argument("FOLDER", "The folder with the map's CSV files.");
        var flags = new QuestionFlags();
        var command = new Command("check", "Who reaches each need, where the gaps are, and what hangs on a single service or day.") { folder };
        flags.AddTo(command, withUntil: true);
        command.SetAction((result, cancellation) => Job.Run(cancellation, (progress, token) =>
        {
            var map = MapFolder.Read(result.GetRequiredValue(folder));
            if (map is null)
            {
                return Job.MapHasErrors;
            }
            var answer = PathwayCheck.Answer(map, flags.Question(result), progress, token);
            progress.Clear();
            if (flags.WantsJson(result))
            {
                Output.Json(stream => AnswerJson.Write(stream, map, answer));
            }
            else
            {
                Output.Text(writer => AnswerText.Write(writer, map, answer));
            }
            return 0;
        }));
        return command;
    }
}
