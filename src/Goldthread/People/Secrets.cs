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
    public static IReadOnlyList<(string Name, string For)> All { get; } =
    [
        ("cookie", "encrypts the keys that protect cookies and forms"),
        (SealedCodes.Secret, "encrypts the keys of authenticator apps and recovery codes"),
    ];

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

    /// <summary>
    /// A secret that others gave, as text: from its variable (<c>GOLDTHREAD_PROVIDER_SECRET</c>) or its file
    /// (<c>secrets/provider.secret</c>); null where there is neither.
    /// </summary>
    public string? Text(string name)
    {
        if (Environment.GetEnvironmentVariable(TextVariableOf(name)) is { Length: > 0 } given)
            return given;
        return File.Exists(TextFileOf(name)) && File.ReadAllText(TextFileOf(name)).Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>How each secret stands, in a sentence.</summary>
    /// <param name="given">The secrets that others gave and that what is configured needs, each with what it is.</param>
    /// <param name="boxes">What the register holds that was encrypted with a secret of ours.</param>
    public IEnumerable<(bool Good, string Words)> States(IEnumerable<(string Name, string What)>? given = null, IReadOnlyCollection<SecretUse>? boxes = null)
    {
        foreach (var (name, what) in All)
        {
            var (file, variable) = (FileOf(name), VariableOf(name));
            var uses = (boxes ?? []).Where(box => box.Secret == name).ToList();
            if (uses.Count > 0 && FromVariable(name) is null && !File.Exists(file))
                yield return (false, $"{file}, which {what}, is not there, and the register holds what was encrypted with it. Put it back from your copy of it. {uses[0].Without}");
            else if ((FromVariable(name) ?? FromFile(file)) is { } key && uses.Find(use => !use.OpensWith(key)) is { } other)
                yield return (false, $"{(FromVariable(name) is null ? file : variable)}, which {what}, is not the one with which the register encrypted them. Put that one back. {other.Without}");
            else if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 })
                yield return FromVariable(name) is null ? (false, $"{variable}, which {what}, is not 32 bytes in base 64.") : (true, $"{variable}, which {what}");
            else if (!File.Exists(file))
                yield return (true, $"{file}, which {what}, is made at the first start of `goldthread serve`");
            else if (TooOpen(file) is { } open)
                yield return (false, open);
            else
                yield return FromFile(file) is null ? (false, $"{file}, which {what}, does not hold 32 bytes in base 64.") : (true, $"{file}, which {what}");
        }

        foreach (var (name, what) in given ?? [])
            yield return Text(name) is null ? (false, $"{what}. Put it into {TextFileOf(name)}, or into {TextVariableOf(name)}.")
                : Environment.GetEnvironmentVariable(TextVariableOf(name)) is not { Length: > 0 } && TooOpen(TextFileOf(name)) is { } tooOpen ? (false, tooOpen)
                : (true, what);
    }

    private static string? TooOpen(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None
            ? $"{file} can be read by others than its owner. Close it: chmod 600 {file}" : null;

    private string TextFileOf(string name) => Path.Combine(Folder, name + ".secret");

    private static string TextVariableOf(string name) => $"GOLDTHREAD_{name.ToUpperInvariant()}_SECRET";

    private string FileOf(string name) => Path.Combine(Folder, name + ".key");

    private static string VariableOf(string name) => $"GOLDTHREAD_{name.ToUpperInvariant()}_KEY";

    private static byte[]? FromVariable(string name) =>
        Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } text ? Parse(text) : null;

    private static byte[]? FromFile(string file) => File.Exists(file) ? Parse(File.ReadAllText(file)) : null;

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
