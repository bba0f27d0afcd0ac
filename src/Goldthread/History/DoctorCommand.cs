using System.CommandLine;
using Goldthread.Commands;
using Goldthread.Core.Publishing;
using Goldthread.Decisions.Part2;
using Goldthread.Mail;
using Goldthread.People;
using Goldthread.Register.Decisions.Part2;
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
            var (found, uses) = await RegisterFindingsAsync(register, parsed, stop);
            findings.AddRange(SignIn(register.DataFolder(parsed), uses));
            findings.AddRange(Mail(register.DataFolder(parsed)));
            findings.AddRange(found);
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

    private static IEnumerable<Finding> SignIn(string data, IReadOnlyCollection<SecretUse> uses)
    {
        var provider = Settings.Load(data).GetSection("SignIn:Provider").Get<ProviderSettings>() ?? new ProviderSettings();
        if (provider.Fault() is { } fault)
            yield return new Finding(false, fault);
        var needed = new List<(string, string)>();
        if (provider.IsSet)
            needed.Add(("provider", "The secret that the provider of sign-in gave this register"));
        if (Settings.Load(data).GetSection("Mail").Get<MailSettings>() is { Host: not null, User: not null })
            needed.Add(("mail", "The password of the mail server"));
        foreach (var (good, words) in new Secrets(data).States(needed, uses))
            yield return new Finding(good, words);
    }

    private static IEnumerable<Finding> Mail(string data)
    {
        var settings = Settings.Load(data);
        if (settings.GetSection("Mail").Get<MailSettings>() is not { Host.Length: > 0 })
            yield break;
        if (settings["Body:Address"] is { Length: > 0 } address)
            yield return new Finding(true, $"emails lead to {address}");
        else
            yield return new Finding(false, "Body:Address is not set, so an email that says that something waits cannot say where. Set it in settings.json, such as \"Body\": { \"Address\": \"https://register.example.org\" }");
    }

    private static Finding RulesFinding() =>
        RulesFolder.Load().Problem is { } problem ? new Finding(false, problem) : new Finding(true, "the rules can be read");

    private static async Task<(IReadOnlyList<Finding> Found, IReadOnlyList<SecretUse> Uses)> RegisterFindingsAsync(RegisterOptions register, ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var database = new RegisterDatabase(register.DataFolder(parsed), register.Connection(parsed));
            await database.MigrateAsync(stop);
            var counts = await database.For(Reader.Staff).CountsAsync(stop);
            List<Finding> found = [new Finding(true, $"a register on {database.Dialect.Name} with {counts.Values.Sum():N0} records"), .. await Part2FindingsAsync(database, stop)];
            if ((await RulesFolder.LoadAsync(database, stop)).Problem is { } problem && RulesFolder.Load().Problem is null)
                found.Add(new Finding(false, problem));
            return (found, await SecretUse.OfAsync(database, stop));
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            return ([new Finding(false, $"The register cannot be opened. {failure}")], []);
        }
    }

    private static async Task<IReadOnlyList<Finding>> Part2FindingsAsync(RegisterDatabase database, CancellationToken stop)
    {
        var (key, _) = Part2KeyFile.Read(new Secrets(database.DataFolder));
        return
        [
            .. (await new Part2List(database).KeysAsync(stop)).Where(id => key?.Has(id) != true)
                .Select(id => new Finding(false, $"The key {id}, which confidential parts are encrypted with, is not in {new Secrets(database.DataFolder).PlaceOf(Secrets.Part2)}. Put it back from where you keep it: without it they cannot be read.")),
        ];
    }

    private sealed record Finding(bool Good, string Text);
}
