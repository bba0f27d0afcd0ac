using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Goldthread.Register.Tests.PostgresServer))]

namespace Goldthread.Register.Tests;

/// <summary>A real PostgreSQL server of the tests' own, in a folder and on a port of its own; absent where it is not installed.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? folder;
    private int databases;

    /// <summary>Why there is no server, or null.</summary>
    public string? Missing { get; private set; }

    private int Port { get; set; }

    /// <summary>The connection of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"register_{Interlocked.Increment(ref databases)}";
        await using var connection = new Npgsql.NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask InitializeAsync()
    {
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;
        if (bin is null)
        {
            Missing = "PostgreSQL is not installed; ./test installs it where it may (apt-get install postgresql).";
            return;
        }

        folder = Directory.CreateTempSubdirectory("goldthread-pg-").FullName;
        Port = FreePort();
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await RunAsPostgresAsync(Path.Combine(bin, "initdb"), "-D", Path.Combine(folder, "data"), "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres", "--no-sync");
        await RunAsPostgresAsync(Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-w", "-t", "60", "-l", Path.Combine(folder, "log"),
            "-o", $"-p {Port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", "start");
        stop = () => RunAsPostgresAsync(Path.Combine(bin, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
    }

    private Func<Task>? stop;

    public async ValueTask DisposeAsync()
    {
        if (stop is not null)
            await stop();
        if (folder is not null)
            Directory.Delete(folder, true);
    }

    private string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=30";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsPostgresAsync(params string[] command) =>
        Environment.UserName == "root" ? RunAsync(["runuser", "-u", "postgres", "--", .. command]) : RunAsync(command);

    private static async Task RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        using var process = Process.Start(start)!;
        // pg_ctl hands its output on to the server, which never closes it: wait for the process alone.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }
}
