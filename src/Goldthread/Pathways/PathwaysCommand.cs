using System.CommandLine;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary><c>goldthread pathways</c>: asks a map, a folder of CSV files, who reaches what, and moves maps between folders and the register.</summary>
public static class PathwaysCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("pathways", "Ask a map of the pathways of support who reaches which help.")
    {
        CreateCheck(),
        CreateCompare(),
        CreateSuggest(),
        MapCommands.CreateImport(),
        MapCommands.CreateExport(),
    };

    private static Command CreateCheck()
    {
        var folder = MapFolder.Argument("FOLDER", "The folder with the map's CSV files.");
        var flags = new QuestionFlags();
        var command = new Command("check", "Who reaches each need, where the gaps are, and what hangs on a single service or day.") { folder };
        flags.AddTo(command);
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

    private static Command CreateCompare()
    {
        var first = MapFolder.Argument("A", "The folder with the first map's CSV files.");
        var second = MapFolder.Argument("B", "The folder with the second map's, over the same dimensions.");
        var flags = new QuestionFlags();
        var command = new Command("compare", "Who gains and who loses between two maps.") { first, second };
        flags.AddTo(command);
        command.SetAction((result, cancellation) => Job.Run(cancellation, (progress, token) =>
        {
            var (before, after) = (MapFolder.Read(result.GetRequiredValue(first)), MapFolder.Read(result.GetRequiredValue(second)));
            if (before is null || after is null || Pair(before, after) is not { } maps)
            {
                return Job.MapHasErrors;
            }
            var comparison = PathwayComparison.Compare(maps, flags.Question(result), progress, token);
            progress.Clear();
            if (flags.WantsJson(result))
            {
                Output.Json(stream => AnswerJson.Write(stream, maps.First, comparison));
            }
            else
            {
                Output.Text(writer => ComparisonText.Write(writer, maps.First, comparison));
            }
            return 0;
        }));
        return command;
    }

    private static Command CreateSuggest()
    {
        var folder = MapFolder.Argument("FOLDER", "The folder with the map's CSV files.");
        var (flags, changes) = (new QuestionFlags(), new SuggestionFlags());
        var command = new Command("suggest", "The single changes that would let the most profiles newly reach help.") { folder };
        changes.AddTo(command);
        flags.AddTo(command);
        command.SetAction((result, cancellation) => Job.Run(cancellation, (progress, token) =>
        {
            if (MapFolder.Read(result.GetRequiredValue(folder)) is not { } map)
            {
                return Job.MapHasErrors;
            }
            if (PathwaySuggestions.Refusal(map, changes.Kinds(result)) is { } reason)
            {
                Console.Error.WriteLine($"error: {reason}");
                return Job.MapHasErrors;
            }
            var suggestions = PathwaySuggestions.Find(map, flags.Question(result), changes.Kinds(result), changes.Top(result), progress, token);
            progress.Clear();
            if (flags.WantsJson(result))
            {
                Output.Json(stream => AnswerJson.Write(stream, suggestions));
            }
            else
            {
                Output.Text(writer => SuggestionText.Write(writer, suggestions));
            }
            return 0;
        }));
        return command;
    }

    private static MapPair? Pair(PathwayMap first, PathwayMap second)
    {
        var maps = MapPair.TryCreate(first, second, out var reasons);
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine($"error: {reason}");
        }
        if (maps is not null && MapLimits.Refusal(maps.First) is { } refusal)
        {
            Console.Error.WriteLine($"error: {refusal}");
            return null;
        }
        return maps;
    }
}
