using System.CommandLine;
using System.Globalization;

namespace Goldthread.Rules;

/// <summary>The command <c>rules</c>: looks at the rules that decisions are checked against.</summary>
internal static class RulesCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var folder = new Option<string>("--rules") { Description = "The folder of rules; the one beside the program unless said.", DefaultValueFactory = _ => RulesFolder.Default };
        var day = new Option<DateOnly?>("--day")
        {
            Description = "Say what holds on this day, such as 2019-03-01.",
            CustomParser = result => Day(result),
        };
        var json = new Option<bool>("--json") { Description = "Write JSON for a program to read." };
        var check = new Command("check", """
            Says whether the rules can be read, and where they leave a gap or say a thing twice.

            Examples:
              goldthread rules check
              goldthread rules check --rules ./rules --day 2019-03-01
              goldthread rules check --json

            Exit status: 0 no errors (gaps are warnings), 1 errors in the data, 2 wrong usage.
            """)
        {
            folder, day, json,
        };
        check.SetAction(parsed => RulesCheck.Run(parsed.GetValue(folder)!, parsed.GetValue(day), parsed.GetValue(json), Console.Out, Console.Error));
        return new Command("rules", "Looks at the rules that decisions are checked against.") { check };
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"“{text}” is not a day. Write it as 2019-03-01.");
        return null;
    }
}
