using System.CommandLine;
using Goldthread.Commands;
using Goldthread.People;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.Records;

namespace Goldthread.Decisions.Part2;

/// <summary><c>goldthread part2</c>: the key of confidential parts. What they say is shown by no command.</summary>
internal static class Part2Command
{
    public static Command Create() => new("part2",
        """
        The key of the confidential parts of decisions. It is in no database and no backup: keep a copy of it elsewhere.

        Examples:
          goldthread part2 key
          goldthread part2 rekey
        """) { Key(), Rekey() };

    private static Command Key()
    {
        var command = new Command("key", "Make the key, where there is none yet.");
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var secrets = new Secrets(database.DataFolder);
            if (Part2KeyFile.Read(secrets).Key is { } there)
                return RegisterOptions.Fail($"There is a key already, {there.Id} in {secrets.PlaceOf(Secrets.Part2)}. `goldthread part2 rekey` replaces it.");
            if (await new Part2List(database).KeysAsync(stop) is { Count: > 0 } used)
                return RegisterOptions.Fail($"Confidential parts are encrypted with the key {used[0]}, which is not there. Put it back into {secrets.PlaceOf(Secrets.Part2)}: a new one would not open them.");
            secrets.Get(Secrets.Part2);
            Console.Out.WriteLine($"The key {Part2KeyFile.Read(secrets).Key!.Id} is in {secrets.PlaceOf(Secrets.Part2)}. No backup of the register holds it: keep a copy where the backups are not.");
            return 0;
        }, stop));
        return command;
    }

    private static Command Rekey()
    {
        var command = new Command("rekey", "Replace the key, and encrypt every confidential part anew.");
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, database => RekeyAsync(database, stop), stop));
        return command;
    }

    // A new key first; where a run was stopped after that, the next goes on with it.
    private static async Task<int> RekeyAsync(RegisterDatabase database, CancellationToken stop)
    {
        var secrets = new Secrets(database.DataFolder);
        if (Part2KeyFile.Read(secrets) is var (key, problem) && key is null)
            return RegisterOptions.Fail(problem!);
        if (await new Part2Rekey(database, key).WaitingAsync(stop) == 0 && !secrets.Renew(Secrets.Part2))
            return RegisterOptions.Fail($"The key comes from {secrets.PlaceOf(Secrets.Part2)}. Put 32 new random bytes in base 64 before it, with a space between the two, and run this again.");
        key = Part2KeyFile.Read(secrets).Key!;
        var (done, fault) = await new Part2Rekey(database, key).RunAsync(stop);
        if (fault is not null)
            return RegisterOptions.Fail(fault.Message);
        Console.Out.WriteLine($"{done:N0} revision(s) of confidential parts are encrypted with the key {key.Id}. The key before it stands after it in {secrets.PlaceOf(Secrets.Part2)}, for older backups; take it out when none needs it.");
        return 0;
    }
}
