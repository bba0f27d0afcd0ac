using System.CommandLine;
using System.Globalization;
using Goldthread.Boards;
using Goldthread.Commands;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary><c>goldthread export</c>: everything public as one file, the same as the site gives out.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the bundle; it must not be there yet." };
        var command = new Command("export",
            """
            Write everything that the public may see to one zip file: records, lists, links and history, with the SHA-256 of each.

            Examples:
              goldthread export register.zip
              goldthread export ics --board "VAWG Delivery Board" > meetings.ics
            """) { file, Ics() };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var target = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(target))
                return RegisterOptions.Fail($"{target} is there already. Choose another name.");
            if (!Directory.Exists(Path.GetDirectoryName(target)))
                return RegisterOptions.Fail($"The folder of {target} is not there. Make it first.");
            var body = register.Body(parsed);
            var licence = new BodyTexts(Options.Create(body), database).Get("licence").Source;
            var unfinished = target + ".unfinished";
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024))
            {
                var end = await new BundleWriter(database, body, licence).WriteAsync(stream, stop);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Everything public up to revision {end.Sequence:N0} in {target}."));
            }

            File.Move(unfinished, target);
            return 0;
        }, stop));
        return command;
    }

    private static Command Ics()
    {
        var board = new Option<string?>("--board") { Description = "Only the meetings of this board: its name, or the end of its page's address.", HelpName = "BOARD" };
        var command = new Command("ics",
            """
            Print the meetings as a calendar (RFC 5545), with changes and cancellations.

            Example:
              goldthread export ics --board "VAWG Delivery Board" > meetings.ics
            """) { board };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var (own, name) = (register.Body(parsed), parsed.GetValue(board));
            var calendar = await Calendars.WriteAsync(database, own, new RecordAddress(Options.Create(own)), name is null ? null : Core.Records.RecordKinds.Board.SlugOf(name), own.Address, stop);
            if (calendar is null)
                return RegisterOptions.Fail($"There is no board called {name} in this register.");
            Console.Out.Write(calendar);
            return 0;
        }, stop));
        return command;
    }
}
