using System.Security.Cryptography;

namespace Goldthread.People;

/// <summary>
/// Keys that must never be in the database, its copies or a repository. Each comes from a variable
/// (<c>GOLDTHREAD_COOKIE_KEY</c>) or from a file of its own (<c>secrets/cookie.key</c> of the data folder, or of the folder
/// that <c>GOLDTHREAD_SECRETS</c> names), as 32 bytes in base 64. Where a key was replaced, the ones before
/// it stand after it.
/// </summary>
internal sealed class Secrets(string dataFolder)
{
    private const int Bytes = 32;

    /// <summary>The secrets there are, with what each is for.</summary>
    public static IReadOnlyList<(string Name, string For, string Made)> All { get; } =
    [
        ("cookie", "encrypts the keys that protect cookies and forms", "at the first start of `goldthread serve`"),
        (SealedCodes.Secret, "encrypts the keys of authenticator apps and recovery codes", "at the first start of `goldthread serve`"),
        (Following.FollowerBoxes.Secret, "encrypts the addresses of those who follow by email", "when the first of them asks"),
        (Part2, "encrypts the confidential parts of decisions", "with `goldthread part2 key`, before the first of them is written"),
    ];

    /// <summary>The name of the key of confidential parts. It is made on purpose and never by itself: a new one in place of one that was lost would hide that it was.</summary>
    public const string Part2 = "part2";

    /// <summary>The folder of the files.</summary>
    public string Folder { get; } = Environment.GetEnvironmentVariable("GOLDTHREAD_SECRETS") is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(Path.GetFullPath(dataFolder), "secrets");

    /// <summary>Reads a secret, and makes one where there is none yet.</summary>
    public byte[] Get(string name)
    {
        for (var again = false; ; again = true)
        {
            if (Find(name) is { } keys)
                return keys[0];
            if (again)
                throw new IOException($"{FileOf(name)} could not be made.");
            Make(FileOf(name), [], overwrite: false);
        }
    }

    /// <summary>The keys of a secret, the present one first and after it those before; null where there is none.</summary>
    public IReadOnlyList<byte[]>? Find(string name)
    {
        if (Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } given)
            return Parse(given) ?? throw new InvalidDataException($"{VariableOf(name)} does not hold 32 bytes in base 64.");
        return !File.Exists(FileOf(name)) ? null
            : Parse(File.ReadAllText(FileOf(name))) ?? throw new InvalidDataException($"{FileOf(name)} does not hold 32 bytes in base 64.");
    }

    /// <summary>Puts a new key before those that the file of a secret holds.</summary>
    /// <returns>False where the secret comes from a variable, which cannot be written.</returns>
    public bool Renew(string name)
    {
        if (Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 })
            return false;
        Make(FileOf(name), Find(name) ?? [], overwrite: true);
        return true;
    }

    /// <summary>Where a secret is, for whoever looks after it.</summary>
    public string PlaceOf(string name) => Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } ? VariableOf(name) : FileOf(name);

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
        foreach (var (name, what, made) in All)
        {
            var (file, variable) = (FileOf(name), VariableOf(name));
            var uses = (boxes ?? []).Where(box => box.Secret == name).ToList();
            if (uses.Count > 0 && FromVariable(name) is null && !File.Exists(file))
                yield return (false, $"{file}, which {what}, is not there, and the register holds what was encrypted with it. Put it back from your copy of it. {uses[0].Without}");
            else if ((FromVariable(name) ?? FromFile(file)) is { } keys && uses.Find(use => !keys.Exists(key => use.OpensWith(key))) is { } other)
                yield return (false, $"{(FromVariable(name) is null ? file : variable)}, which {what}, is not the one with which the register encrypted them. Put that one back. {other.Without}");
            else if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 })
                yield return FromVariable(name) is null ? (false, $"{variable}, which {what}, is not 32 bytes in base 64.") : (true, $"{variable}, which {what}");
            else if (!File.Exists(file))
                yield return (true, $"{file}, which {what}, is made {made}");
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

    private static List<byte[]>? FromVariable(string name) =>
        Environment.GetEnvironmentVariable(VariableOf(name)) is { Length: > 0 } text ? Parse(text) : null;

    private static List<byte[]>? FromFile(string file) => File.Exists(file) ? Parse(File.ReadAllText(file)) : null;

    // Keys stand on lines of a file, or between spaces of a variable.
    private static List<byte[]>? Parse(string text)
    {
        var keys = new List<byte[]>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = new byte[Bytes + 1];
            if (!Convert.TryFromBase64String(word, bytes, out var count) || count != Bytes)
                return null;
            keys.Add(bytes[..Bytes]);
        }

        return keys.Count > 0 ? keys : null;
    }

    // Written beside and moved into place; without overwriting, so that of several starters all use the one that was first.
    private void Make(string file, IReadOnlyList<byte[]> before, bool overwrite)
    {
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var beside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(beside, options))
            foreach (var key in before.Prepend(RandomNumberGenerator.GetBytes(Bytes)))
                writer.WriteLine(Convert.ToBase64String(key));
        try
        {
            File.Move(beside, file, overwrite);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
