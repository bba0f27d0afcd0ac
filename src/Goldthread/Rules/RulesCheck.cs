using Goldthread.Core.Rules;

namespace Goldthread.Rules;

/// <summary>What <c>goldthread rules check</c> does.</summary>
internal static class RulesCheck
{
    public static int Run(string folder, DateOnly? day, bool json, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"There is no folder {folder}. Name the folder of rules with --rules.");
            return 1;
        }

        var outcome = RulesFolder.Read(folder);
        if (json)
        {
            output.WriteLine(RulesReport.Json(outcome, day));
        }
        else
        {
            RulesReport.Write(outcome, day, output);
        }

        return outcome.Errors.Count == 0 ? 0 : 1;
    }
}
