using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Core.Boards;

/// <summary>An action as a line of minutes has it.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who owes it, as typed after the @; empty where nobody is named.</param>
/// <param name="Due">By when; null where no day is named.</param>
public sealed record MinutedAction(string Text, string Owner, DateOnly? Due);

/// <summary>What is written under an item while a meeting is held, a line for each thing said.</summary>
/// <remarks>
/// <para><c>! Send the plan to all boroughs @mps 5/4</c> is an action, with its owner and its day; both may be left out.</para>
/// <para><c>= The plan is agreed.</c> is what was agreed. <c>~ 2 It is done in most boroughs.</c> covers the action that is number 2 of
/// those owed. Every other line is what was said.</para>
/// <para>A name of several words is written with dashes: <c>@london-councils</c>. A day without a year is the next such day after the meeting.</para>
/// </remarks>
public sealed partial record MinuteText
{
    /// <summary>The most characters under one item.</summary>
    public const int Longest = 40_000;

    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What was agreed.</summary>
    public required IReadOnlyList<string> Agreed { get; init; }

    /// <summary>The actions.</summary>
    public required IReadOnlyList<MinutedAction> Actions { get; init; }

    /// <summary>The numbers of owed actions that are covered, with what was said of them.</summary>
    public required IReadOnlyList<(int Number, string Words)> Covered { get; init; }

    /// <summary>Reads what is written.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="day">The day of the meeting.</param>
    public static MinuteText Read(string text, DateOnly day)
    {
        var (paragraphs, agreed, actions, covered) = (new List<string>(), new List<string>(), new List<MinutedAction>(), new List<(int, string)>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '!' && line.Length > 1)
                actions.Add(Action(line[1..].Trim(), day));
            else if (line[0] == '=' && line.Length > 1)
                agreed.Add(line[1..].Trim());
            else if (CoveredLine().Match(line) is { Success: true } match)
                covered.Add((int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["words"].Value.Trim()));
            else
                paragraphs.Add(line);
        }

        return new MinuteText { Paragraphs = paragraphs, Agreed = agreed, Actions = actions, Covered = covered };
    }

    // The owner and the day stand at the end, in either order; what stands elsewhere is words.
    private static MinutedAction Action(string line, DateOnly day)
    {
        var (owner, due) = ("", (DateOnly?)null);
        for (var taken = true; taken;)
        {
            taken = false;
            if (owner.Length == 0 && OwnerAtEnd().Match(line) is { Success: true } of)
                (owner, line, taken) = (of.Groups["owner"].Value.Replace('-', ' '), line[..of.Index].TrimEnd(), true);
            else if (due is null && DayAtEnd().Match(line) is { Success: true } by && DayOf(by, day) is { } found)
                (due, line, taken) = (found, line[..by.Index].TrimEnd(), true);
        }

        return new MinutedAction(line, owner, due);
    }

    private static DateOnly? DayOf(Match match, DateOnly meeting)
    {
        var (day, month) = (Number("day"), Number("month"));
        var year = match.Groups["year"].Success ? Number("year") : meeting.Year;
        year += year < 100 ? 2000 : 0;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var found = new DateOnly(year, month, day);
        return match.Groups["year"].Success || found >= meeting ? found : day <= DateTime.DaysInMonth(year + 1, month) ? new DateOnly(year + 1, month, day) : null;

        int Number(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(^|\s)@(?<owner>[\p{L}\p{Nd}&'’-]+)[.,;]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnerAtEnd();

    [GeneratedRegex(@"(^|\s)(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})(/(?<year>20[0-9]{2}|[0-9]{2}))?[.,;]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAtEnd();

    [GeneratedRegex(@"^~\s*(?<number>[0-9]{1,4})(\s+(?<words>.*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CoveredLine();
}
