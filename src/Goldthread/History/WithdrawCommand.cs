using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.History;

namespace Goldthread.History;

/// <summary><c>goldthread withdraw</c>: takes a record out of everything public at once.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var reference = new Argument<string>("REF") { Description = "A reference such as \"PCD 542\", or the end of a page's address." };
        var ground = new Option<string>("--ground") { Description = "Why, in a sentence that the public may read.", Required = true, HelpName = "SENTENCE" };
        var who = new Option<string>("--as") { Description = "The office that does it.", HelpName = "OFFICE", DefaultValueFactory = _ => "Records office" };
        var erase = new Option<bool>("--erase") { Description = "Remove its text and original files from the register too, where the law asks for it. This cannot be undone." };
        var command = new Command("withdraw",
            """
            Take a record out of everything public at once. A tombstone stays: that there was something, when it went and on what ground.

            Examples:
              goldthread withdraw "PCD 542" --ground "Published by mistake before it was signed."
              goldthread withdraw "PCD 542" --ground "A court ordered its removal." --erase
            """) { reference, ground, who, erase };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var why = parsed.GetValue(ground)!.Trim();
            if (why.Length == 0)
                return RegisterOptions.Fail("The ground is empty. Say why in a sentence that the public may read.");
            if (await FindRecord.OneAsync(database.For(Reader.Staff), parsed.GetValue(reference)!, stop) is not { } head)
                return 1;
            var erased = parsed.GetValue(erase);
            if (head.Status == RecordStatus.Erased || (head.Status == RecordStatus.Withdrawn && !erased))
                return RegisterOptions.Fail($"{head.Reference} is withdrawn already; `goldthread history \"{head.Reference}\"` says when and why.");
            await new RegisterWriter(database).WithdrawAsync(head.Id, parsed.GetValue(who)!, why, erased, stop);
            await new DueService(database).RunAsync(stop);
            Console.Out.WriteLine($"{head.Reference} is withdrawn{(erased ? " and its text removed" : "")}. Backups and copies elsewhere still hold it.");
            return 0;
        }, stop));
        return command;
    }
}
