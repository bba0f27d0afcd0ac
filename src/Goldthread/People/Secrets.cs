using System.Security.Cryptography;

namespace Goldthread.People;

/// <summary>
/// Keys that must never be in the database, its copies or a repository. Each comes from a variable
/// (<c>GOLDTHREAD_COOKIE_KEY</c>) or from a file of its own (<c>secrets/cookie.key</c> of the data folder, or of the folder
/// that <c>GOLDTHREAD_SECRETS</c> names), as 32 bytes in base 64.
/// </summary>
internal sealed class Secrets(string dataFolder)
{
    private const int Bytes = 32;

    /// <summary>The secrets there are, with what each is for.</summary>
    public static IReadOnlyList<(string Name, string For)> All { get; } = [("cookie", "encrypts the keys that protect cookies and forms")];

    /// <summary>The folder of the files.</summary>
    public string Folder { get; } = Environment.GetEnvironmentVariable("GOLDTHREAD_SECRETS") is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(Path.GetFullPath(dataFolder), "secrets");

    /// <summary>Reads a secret, and makes one where there is none yet.</summary>
    public byte[] Get(string name)
    {
        if (FromVariable(name) is { } given)
            return given;
        var file = FileOf(name);
        for (var again = false; ; again = true)
        {
            if (File.Exists(file))
                return Parse(File.ReadAllText(file)) ?? throw new InvalidDataException($"{file} does not hold 32 bytes in base 64.");
            if (again)
                throw new IOException($"{file} could not be made.");
            Make(file);
        }
    }

    /// <summary>What is wrong with the secrets, in sentences; nothing where all is well.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (name, what) in All)
        {
            var file = FileOf(name);
            if (Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 })
            {
                if (FromVariable(name) is null)
                    yield return $"{VariableOf(name)}, which {what}, is not 32 bytes in base 64.";
            }
            else if (!File.Exists(file))
            {
                yield return $"{file}, which {what}, is not there yet; it is made at the first start of `goldthread serve`.";
            }
            else
            {
                if (Parse(File.ReadAllText(file)) is null)
                    yield return $"{file}, which {what}, does not hold 32 bytes in base 64.";
                if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
                    yield return $"{file}, which {what}, can be read by others than its owner: chmod 600 it.";
            }
        }
    }

    private string FileOf(string name) => Path.Combine(Folder, name + ".key");

    private static string VariableOf(string name) => $"GOLDTHREAD_{name.ToUpperInvariant()}_KEY";

    private static byte[]? FromVariable(string name) =>
        Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } text ? Parse(text) : null;

    private static byte[]? Parse(string text)
    {
        var bytes = new byte[Bytes + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) && count == Bytes ? bytes[..Bytes] : null;
    }

    // Written beside and moved into place without overwriting, so that of several starters all use the one that was first.
    private void Make(string file)
    {
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var beside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(beside, options))
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(beside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
