using System.CommandLine;
using Goldthread.Register.Records;
using Goldthread.Site;

namespace Goldthread.Commands;

/// <summary>The options that say where the register is; every command that works on it takes them.</summary>
internal sealed class RegisterOptions
{
    private readonly Option<string> data = new("--data")
    {
        Description = "The data folder (variable GOLDTHREAD_DATA).",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GOLDTHREAD_DATA") ?? "data",
    };

    private readonly Option<string?> database = new("--database")
    {
        Description = "A PostgreSQL database, such as \"Host=db;Database=goldthread\" (variable GOLDTHREAD_DATABASE). Without it: SQLite in the data folder.",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("GOLDTHREAD_DATABASE"),
    };

    /// <summary>Adds the options to a command.</summary>
    public static RegisterOptions AddTo(Command command)
    {
        var options = new RegisterOptions();
        command.Options.Add(options.data);
        command.Options.Add(options.database);
        return options;
    }

    /// <summary>The data folder that was named.</summary>
    public string DataFolder(ParseResult parsed) => parsed.GetValue(data)!;

    /// <summary>The PostgreSQL connection that was named, or null for SQLite.</summary>
    public string? Connection(ParseResult parsed) => parsed.GetValue(database) is { Length: > 0 } connection ? connection : null;

    /// <summary>Opens the register, brings its tables up to date and does something with it; a failure is one line that says what to do.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<RegisterDatabase, Task<int>> work, CancellationToken stop)
    {
        if (Connection(parsed) is { } connection && !RegisterDatabase.IsConnection(connection))
            return Fail("--database is not a connection string. It looks like \"Host=localhost;Database=goldthread;Username=goldthread\".");
        try
        {
            var register = new RegisterDatabase(DataFolder(parsed), Connection(parsed));
            await register.MigrateAsync(stop);
            return await work(register);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Fail("Stopped. What was done is kept; the same command goes on from there.");
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            return Fail(failure);
        }
    }

    /// <summary>The public body whose register this is.</summary>
    public BodySettings Body(ParseResult parsed) =>
        Settings.Load(DataFolder(parsed)).GetSection("Body").Get<BodySettings>() ?? new BodySettings();

    /// <summary>Says in one line what went wrong and what to do.</summary>
    public static int Fail(string sentence)
    {
        Console.Error.WriteLine($"goldthread: {sentence}");
        return 1;
    }
}
