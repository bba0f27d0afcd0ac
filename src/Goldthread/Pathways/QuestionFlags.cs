using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary>The flags that make up a question, the same for every subcommand.</summary>
internal sealed class QuestionFlags
{
    private readonly Option<DateOnly?> _day = Day("--day", "The day to ask about (YYYY-MM-DD); today if not given.");
    private readonly Option<int> _maxHandOffs = new("--max-hand-offs")
    {
        Description = "The most links of a route, 1 to 16.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<long?> _maxWaitDays = new("--max-wait-days")
    {
        Description = "The longest wait of any single hand-off, in days.",
        HelpName = "N",
    };

    private readonly Option<bool> _standardOnly = new("--standard-only")
    {
        Description = "Count only routes that end at a service that meets the standard.",
    };

    private readonly Option<DateOnly?> _until = Day("--until", "For check: look for days up to this one on which someone loses the last route.");
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public QuestionFlags()
    {
        _maxHandOffs.Validators.Add(result => Require(
            result, result.GetValueOrDefault<int>() is >= Core.Pathways.Question.FewestHandOffs and <= Core.Pathways.Question.MostHandOffs,
            "--max-hand-offs takes a whole number from 1 to 16."));
        _maxWaitDays.Validators.Add(result => Require(
            result, result.GetValueOrDefault<long?>() is null or >= 0, "--max-wait-days takes a whole number of 0 or more."));
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_day);
        command.Options.Add(_maxHandOffs);
        command.Options.Add(_maxWaitDays);
        command.Options.Add(_standardOnly);
        command.Options.Add(_until);
        command.Options.Add(_json);
    }

    public bool WantsJson(ParseResult result) => result.GetValue(_json);

    public Question Question(ParseResult result) => new()
    {
        Day = result.GetValue(_day) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
        MaxHandOffs = result.GetValue(_maxHandOffs),
        MaxWaitDays = result.GetValue(_maxWaitDays),
        StandardOnly = result.GetValue(_standardOnly),
        Until = result.GetValue(_until),
    };

    private static void Require(SymbolResult result, bool holds, string message)
    {
        if (!holds)
        {
            result.AddError(message);
        }
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(
                result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
            result.AddError($"{name} takes a date of the form YYYY-MM-DD, not \"{result.Tokens[0].Value}\".");
            return null;
        },
    };
}
