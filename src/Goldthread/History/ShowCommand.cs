using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldthread.Commands;
using Goldthread.Core.Publishing;

namespace Goldthread.History;

/// <summary><c>goldthread show</c>: one record, now or at an earlier revision.</summary>
internal static class ShowCommand
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var reference = new Argument<string>("REF") { Description = "A reference such as \"PCD 542\", or the end of a page's address." };
        var revision = new Option<int?>("--revision") { Description = "The number of an earlier revision.", HelpName = "N" };
        var original = new Option<string?>("--original") { Description = "Write the original file to this file instead.", HelpName = "FILE" };
        var source = new Option<bool>("--source") { Description = "Show each field's passage of the document in its whole lines, and the diagnostics in place." };
        var command = new Command("show",
            """
            Show a record with all that staff may see of it, as JSON.

            Examples:
              goldthread show "PCD 542"
              goldthread show pcd-542 --revision 1
              goldthread show pcd-542 --source
              goldthread show pcd-542 --original pcd-542.txt
            """) { reference, revision, original, source };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var view = database.For(Reader.Staff);
            if (await FindRecord.OneAsync(view, parsed.GetValue(reference)!, stop) is not { } head)
                return 1;
            var number = parsed.GetValue(revision);
            var found = number is { } n
                ? await view.RevisionAsync(head.Body, head.Kind, head.Slug, n, stop)
                : (await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record;
            if (found is null)
                return RegisterOptions.Fail($"{head.Reference} has no revision {number}. It has {head.Revision}.");
            if (parsed.GetValue(original) is { } file)
                return await WriteOriginalAsync(view, found, file, stop);
            if (parsed.GetValue(source))
                return SourcePrinter.Write(await view.SourcesAsync(found, stop), head.Reference, Console.Out);
            var body = await view.JsonAsync(found, stop);
            Console.Out.WriteLine(body is null ? "Its text was removed." : body.ToJsonString(Pretty));
            return 0;
        }, stop));
        return command;
    }

    private static async Task<int> WriteOriginalAsync(Register.Publishing.RegisterView view, Core.Records.FoundRecord found, string file, CancellationToken stop)
    {
        if (Core.Records.RecordKinds.Get(found.Head.Kind).ImportOf(found.Content) is not { } import
            || await view.OriginalAsync(import.Sha256, stop) is not { } original)
            return RegisterOptions.Fail($"{found.Head.Reference} has no original file.");
        if (File.Exists(file))
            return RegisterOptions.Fail($"{file} is there already. Choose another name.");
        await File.WriteAllBytesAsync(file, original.Bytes, stop);
        Console.Out.WriteLine($"{original.File} is in {file}.");
        return 0;
    }
}
