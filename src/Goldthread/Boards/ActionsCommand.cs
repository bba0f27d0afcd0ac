using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Goldthread.Commands;
using Goldthread.Core.Boards;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Boards;

/// <summary><c>goldthread actions</c>: what was promised to the boards, as it stood on a day.</summary>
internal static class ActionsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static Command Create()
    {
        var board = new Option<string?>("--board") { Description = "Only those promised to this board: its name, or the end of its page's address.", HelpName = "BOARD" };
        var owner = new Option<string?>("--owner") { Description = "Only those that this organisation owes, by any of its names.", HelpName = "NAME" };
        var overdue = new Option<bool>("--overdue") { Description = "Only those that are late." };
        var day = new Option<string?>("--day") { Description = "As they stood on this day, such as 2022-03-31; today without it.", HelpName = "DAY" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("actions",
            """
            List the actions that are owed to the boards, what is due first coming first.

            Examples:
              goldthread actions
              goldthread actions --board "VAWG Delivery Board" --overdue
              goldthread actions --owner MPS --day 2022-03-31 --json
            """) { board, owner, overdue, day, json };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var today = Wording.Today(database.Clock);
            if (parsed.GetValue(day) is { } typed)
            {
                if (FormPage.DayOf(typed) is not { } given)
                    return RegisterOptions.Fail($"--day {typed} is no day. Write it as 2022-03-31.");
                today = given;
            }

            var (view, body) = (database.For(Reader.Staff), register.Body(parsed).Id);
            RecordHead? of = null;
            if (parsed.GetValue(board) is { } name && (of = (await view.FindAsync(body, RecordKinds.Board.Name, RecordKinds.Board.SlugOf(name), stop))?.Record?.Head) is null)
                return RegisterOptions.Fail($"There is no board called {name} in this register.");
            string? organisation = null;
            if (parsed.GetValue(owner) is { } who && (organisation = (await view.OrganisationAsync(who, stop))?.Slug) is null)
                return RegisterOptions.Fail($"The register knows no organisation called {who}.");
            var lines = from entry in await view.AllActionsAsync(body, of?.Id, stop)
                        let then = entry.Action.AsOn(today)
                        where then is not null && (organisation is null || then.Owner?.Reference == organisation)
                        where parsed.GetValue(overdue) ? then.DaysLate(today) > 0 : then.State == ActionState.Open
                        orderby then.Due ?? DateOnly.MaxValue, entry.Head.Reference
                        select (entry.Head, Action: then);
            Print([.. lines], today, parsed.GetValue(json));
            return 0;
        }, stop));
        return command;
    }

    private static void Print(IReadOnlyList<(RecordHead Head, BoardAction Action)> lines, DateOnly today, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                lines.Select(line => new
                {
                    line.Head.Reference,
                    line.Action.Text,
                    Owner = line.Action.Owner?.Reference,
                    line.Action.OwnerName,
                    Board = line.Action.Board?.Reference,
                    Meeting = line.Action.Meeting?.Reference,
                    line.Action.Agreed,
                    line.Action.Due,
                    DaysLate = line.Action.DaysLate(today),
                    Moves = line.Action.Moves(),
                    line.Action.State,
                }), Json));
            return;
        }

        foreach (var (head, action) in lines)
        {
            var owner = action.OwnerName.Length > 0 ? action.OwnerName : action.Owner?.Reference ?? "nobody named";
            Console.Out.WriteLine($"{head.Reference}  {ActionWords.When(action, today)}  {owner}: {head.Title}");
        }

        var late = lines.Count(line => line.Action.DaysLate(today) > 0);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PageKind.Action.Count(lines.Count)}, {late:#,0} late on {Wording.Date(today)}"));
    }
}
