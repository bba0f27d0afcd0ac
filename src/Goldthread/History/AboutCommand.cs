using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Register.Decisions;

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
            found, the names and hashes of its original files, and who of staff and partners opened it when; of a decision
            drafted here also its draft with every step, comment and advice, signed or not. For freedom of information,
            subject access, a court. The file holds what staff see: read it before you give it away.

            Examples:
              goldthread about "PCD 542"
              goldthread about pcd-542 --output request-17.json
            """) { reference, output };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var named = parsed.GetValue(reference)!;
            var unsigned = (await database.For(Reader.Staff).ReferredToAsync(named, stop)).Count > 0 ? [] : await new HeldDrafts(database).UnsignedAsync(DecisionReference.SlugOf(named), stop);
            var head = unsigned.Count == 1 ? null : await FindRecord.OneAsync(database.For(Reader.Staff), named, stop);
            if (head is null && unsigned.Count != 1)
                return 1;
            var file = parsed.GetValue(output) ?? $"about-{(head?.Slug ?? unsigned[0].Head.Slug!).Replace('/', '-')}.json";
            if (File.Exists(file))
                return RegisterOptions.Fail($"{file} is there already. Choose another name with --output.");
            if (head is null)
            {
                await File.WriteAllTextAsync(file, new RecordFile(database).Write(unsigned[0]), stop);
                Console.Out.WriteLine($"{file} holds the draft of {unsigned[0].Head.Reference} with {unsigned[0].Steps.Count} step(s), {unsigned[0].Comments.Count} comment(s) and {unsigned[0].Advice.Count} advice(s). It made no record yet.");
            }
            else
            {
                var held = await new RecordFile(database).WriteAsync(head, stop);
                await File.WriteAllTextAsync(file, held.Json, stop);
                Console.Out.WriteLine($"{file} holds {held.Revisions} revision(s) of {head.Reference}, {held.Links} link(s) and {held.Opened} reading(s).");
            }

            Console.Out.WriteLine("It holds what staff see, also what no one else may. Read it, and take out what the law protects, before you give it away.");
            return 0;
        }, stop));
        return command;
    }
}
