using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;

namespace Goldthread.History;

/// <summary><c>goldthread history</c>: who changed a record, when and why.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var reference = new Argument<string>("REF") { Description = "A reference such as \"PCD 542\", or the end of a page's address." };
        var command = new Command("history",
            """
            List the revisions of a record: when, who, by what process, why.

            Example:
              goldthread history "PCD 542"
            """) { reference };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var view = database.For(Reader.Staff);
            if (await FindRecord.OneAsync(view, parsed.GetValue(reference)!, stop) is not { } head
                || await view.FindAsync(head.Body, head.Kind, head.Slug, stop) is not { Record: { } record })
                return 1;
            Console.Out.WriteLine($"{head.Reference}: {head.Title}");
            foreach (var revision in record.History)
                Console.Out.WriteLine($"{revision.Number,4}  {revision.At:yyyy-MM-dd HH:mm:ss}  {revision.Who}, {revision.Process}: {revision.Reason} [{revision.Hash[..12]}]");
            return 0;
        }, stop));
        return command;
    }
}
