using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;
using Goldthread.Mail;
using Goldthread.People;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.History;

/// <summary><c>goldthread doctor</c>: what is missing or misconfigured.</summary>
internal static class DoctorCommand
{
    private const long LeastRoom = 256L * 1024 * 1024;

    public static Command Create()
    {
        var command = new Command("doctor",
            """
            Say what is missing or misconfigured, and what to do about it.

            Example:
              goldthread doctor
            """);
        var register = RegisterOptions.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var findings = new List<Finding>();
            findings.AddRange(Files(register.DataFolder(parsed)));
            findings.AddRange(Programs());
            findings.Add(RulesFinding());
            findings.AddRange(SignIn(register.DataFolder(parsed)));
            findings.AddRange(await RegisterFindingsAsync(register, parsed, stop));
            foreach (var finding in findings)
                Console.Out.WriteLine($"{(finding.Good ? "ok     " : "missing")}  {finding.Text}");
            return findings.TrueForAll(finding => finding.Good) ? 0 : 1;
        });
        return command;
    }

    private static IEnumerable<Finding> Files(string data)
    {
        var folder = Path.GetFullPath(data);
        var there = folder;
        while (!Directory.Exists(there))
            there = Path.GetDirectoryName(there)!;
        var room = new DriveInfo(there).AvailableFreeSpace;
        yield return room > LeastRoom
            ? new Finding(true, $"{room / 1024 / 1024:N0} MB free where {folder} is")
            : new Finding(false, $"Only {room / 1024 / 1024:N0} MB free where {folder} is. Make room before you import.");
        foreach (var part in (string[])["wwwroot", "rules", "docs/diagnostics"])
            yield return Directory.Exists(Path.Combine(AppContext.BaseDirectory, part))
                ? new Finding(true, $"{part} beside the program")
                : new Finding(false, $"{part} is not beside the program. Run it through ./goldthread, which publishes everything it needs.");
    }

    private static IEnumerable<Finding> Programs()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (program, use, package) in ((string, string, string)[])[("pdftotext", "PDF files are read", "poppler-utils"), ("pdftoppm", "text under black boxes in PDF files is found", "poppler-utils")])
            yield return folders.Any(folder => File.Exists(Path.Combine(folder, program)))
                ? new Finding(true, $"{program}, with which {use}")
                : new Finding(false, $"{program}, with which {use}. Install it: apt-get install {package}");
    }

    private static IEnumerable<Finding> SignIn(string data)
    {
        var provider = Settings.Load(data).GetSection("SignIn:Provider").Get<ProviderSettings>() ?? new ProviderSettings();
        if (provider.Fault() is { } fault)
            yield return new Finding(false, fault);
        var needed = new List<(string, string)>();
        if (provider.IsSet)
            needed.Add(("provider", "The secret that the provider of sign-in gave this register"));
        if (Settings.Load(data).GetSection("Mail").Get<MailSettings>() is { Host: not null, User: not null })
            needed.Add(("mail", "The password of the mail server"));
        foreach (var (good, words) in new Secrets(data).States(needed))
            yield return new Finding(good, words);
    }

    private static Finding RulesFinding() =>
        RulesFolder.Load().Problem is { } problem ? new Finding(false, problem) : new Finding(true, "the rules can be read");

    private static async Task<IReadOnlyList<Finding>> RegisterFindingsAsync(RegisterOptions register, ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var database = new RegisterDatabase(register.DataFolder(parsed), register.Connection(parsed));
            await database.MigrateAsync(stop);
            var counts = await database.For(Reader.Staff).CountsAsync(stop);
            var there = new Finding(true, $"a register on {database.Dialect.Name} with {counts.Values.Sum():N0} records");
            return (await RulesFolder.LoadAsync(database, stop)).Problem is { } problem && RulesFolder.Load().Problem is null ? [there, new Finding(false, problem)] : [there];
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            return [new Finding(false, $"The register cannot be opened. {failure}")];
        }
    }

    private sealed record Finding(bool Good, string Text);
}
