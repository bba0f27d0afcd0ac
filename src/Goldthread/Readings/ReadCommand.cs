using System.CommandLine;
using Goldthread.Reading;
using Goldthread.Rules;

namespace Goldthread.Readings;

/// <summary><c>goldthread read FILE…</c>: documents in, records and diagnostics out.</summary>
internal static class ReadCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents to read: .txt, .html, .docx or .pdf.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token.Value)) is { } unknown)
            {
                result.AddError($"There is no option {unknown.Value}; goldthread read --help lists them.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Write an array with one object per file." };
        var provenance = new Option<bool>("--provenance") { Description = "With --json: write for each field the place it came from." };
        var text = new Option<bool>("--text") { Description = "Write only the extracted text, to which lines and columns refer." };
        var rules = new Option<string?>("--rules") { Description = "The folder of rules; else the one beside the program." };
        var command = new Command("read", """
            Reads documents into records and says what is missing or does not add up.

            Examples:
              goldthread read pcd-542.txt
              goldthread read minutes/*.html --json > minutes.json
              goldthread read --text decision.pdf
            """)
        { files, json, provenance, text, rules };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.GetValue(text) ? ReadingOutput.Text : parsed.GetValue(json) ? ReadingOutput.Json : ReadingOutput.People;
            return Run(parsed.GetValue(files)!, output, parsed.GetValue(provenance), parsed.GetValue(rules), cancellation);
        });
        return command;
    }

    private static async Task<int> Run(string[] files, ReadingOutput output, bool provenance, string? rules, CancellationToken cancellation)
    {
        var (loaded, problem) = RulesFolder.Load(rules);
        if (loaded is null)
        {
            await Console.Error.WriteLineAsync($"goldthread: {problem}");
            return 1;
        }

        var reader = loaded.Reader();
        using var writer = new ReadingWriter(output, provenance, Console.Out, Console.Error, files.Length);
        await foreach (var file in FileReader.ReadAll(files, reader, cancellation))
        {
            writer.Write(file);
        }

        return writer.Finish();
    }
}
