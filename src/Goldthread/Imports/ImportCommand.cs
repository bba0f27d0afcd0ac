using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;
using Goldthread.Register.Due;
using Goldthread.Register.Records;
using Goldthread.Rules;

namespace Goldthread.Imports;

/// <summary><c>goldthread import</c>: documents into the register.</summary>
internal static class ImportCommand
{
    private static readonly string[] Endings = [".txt", ".html", ".htm", ".docx", ".pdf"];

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE-OR-FOLDER") { Description = "Documents, or folders of documents.", Arity = ArgumentArity.OneOrMore };
        var body = new Option<string?>("--body") { Description = "The public body whose documents they are; without it, the register's own.", HelpName = "NAME" };
        var visibility = new Option<Audience>("--visibility") { Description = "Who may see what is recognised: public, partners or staff.", DefaultValueFactory = _ => Audience.Public };
        var who = new Option<string>("--as") { Description = "The office that does it.", HelpName = "OFFICE", DefaultValueFactory = _ => "Records office" };
        var again = new Option<bool>("--again") { Description = "Read files again that the register has, as after an update." };
        var each = new Option<bool>("--each") { Description = "Say what became of each file as soon as it is saved." };
        var command = new Command("import",
            """
            Read documents into the register. The same document again changes nothing, a changed one adds a revision; a stopped import goes on where it was.

            Examples:
              goldthread import decisions/
              goldthread import pcd-542.txt minutes.html
              goldthread import papers/ --body west-midshire-pcc --visibility staff
            """) { files, body, visibility, who, again, each };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            Courtesy.GiveWay();
            var choices = new ImportChoices(parsed.GetValue(body) ?? register.Body(parsed).Id, parsed.GetValue(visibility), parsed.GetValue(who)!, parsed.GetValue(again), parsed.GetValue(each));
            return await RunAsync(database, parsed.GetValue(files)!, choices, stop);
        }, stop));
        return command;
    }

    /// <summary>Imports and says what became of it; files of a folder come in the order of their names.</summary>
    public static async Task<int> RunAsync(RegisterDatabase database, IReadOnlyList<string> named, ImportChoices choices, CancellationToken stop)
    {
        var (paths, missing) = Find(named);
        var (rules, problem) = await RulesFolder.LoadAsync(database, stop);
        if (rules is null)
            return RegisterOptions.Fail(problem!);
        await new OrganisationSync(database).RunAsync(rules.Book, choices.Who, stop);
        var importer = new Importer(database, rules, choices);
        var failed = missing.Select(path => new ImportedFile(path, ImportResult.Failed, null, "The file is not there. Check the name.")).ToList();
        var (read, unchanged, done) = (0, 0, 0);
        using (var progress = new ProgressLine("Documents", paths.Count))
        {
            await foreach (var file in importer.ImportAsync(paths, stop))
            {
                progress.Report(++done);
                if (choices.Each && file.Result != ImportResult.Failed)
                    Console.Out.WriteLine($"{file.Result.ToString().ToLowerInvariant()} {file.Path}");
                read += file.Result == ImportResult.Read ? 1 : 0;
                unchanged += file.Result == ImportResult.Unchanged ? 1 : 0;
                if (file.Result == ImportResult.Failed)
                    failed.Add(file);
            }
        }

        await new DueService(database).RunAsync(stop);
        foreach (var file in failed)
            Console.Error.WriteLine($"{file.Path}: {file.Reason}");
        Console.Out.WriteLine($"{read:N0} read, {unchanged:N0} unchanged, {failed.Count:N0} failed");
        return failed.Count == 0 ? 0 : 1;
    }

    private static (IReadOnlyList<string> Paths, IReadOnlyList<string> Missing) Find(IReadOnlyList<string> named)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var paths = named.SelectMany(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", everything)
                .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path] : Enumerable.Empty<string>()).ToList();
        return (paths, [.. named.Where(path => !Directory.Exists(path) && !File.Exists(path))]);
    }
}
