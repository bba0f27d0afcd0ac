using System.CommandLine;
using System.Globalization;
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

            Example:
              goldthread export register.zip
            """) { file };
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
}
