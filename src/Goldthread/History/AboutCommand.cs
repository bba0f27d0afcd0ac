using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;

namespace Goldthread.History;

/// <summary><c>goldthread about</c>: everything that is held about a record, in one file.</summary>
internal static class AboutCommand
{
    public static Command Create()
    {
        var reference = new Argument<string>("REF") { Description = "A reference such as \"PCD 542\", or the end of a page's address." };
        var output = new Option<string?>("--output") { Description = "The file to write; without it, about-REFERENCE.json here.", HelpName = "FILE" };
        var command = new Command("about",
            """
            Write everything held about a record into one file: every revision with its text, its links, what the checks
            found, the names and hashes of its original files, and who of staff and partners opened it when. For freedom
            of information, subject access, a court. The file holds what staff see: read it before you give it away.

            Examples:
              goldthread about "PCD 542"
              goldthread about pcd-542 --output request-17.json
            """) { reference, output };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            if (await FindRecord.OneAsync(database.For(Reader.Staff), parsed.GetValue(reference)!, stop) is not { } head)
                return 1;
            var file = parsed.GetValue(output) ?? $"about-{head.Slug.Replace('/', '-')}.json";
            if (File.Exists(file))
                return RegisterOptions.Fail($"{file} is there already. Choose another name with --output.");
            var held = await new RecordFile(database).WriteAsync(head, stop);
            await File.WriteAllTextAsync(file, held.Json, stop);
            Console.Out.WriteLine($"{file} holds {held.Revisions} revision(s) of {head.Reference}, {held.Links} link(s) and {held.Opened} reading(s).");
            Console.Out.WriteLine("It holds what staff see, also what no one else may. Read it, and take out what the law protects, before you give it away.");
            return 0;
        }, stop));
        return command;
    }
}
