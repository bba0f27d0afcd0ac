namespace Goldthread.Pathways.Bench;

/// <summary>The machine that is measured on.</summary>
internal static class Machine
{
    public static string Processor()
    {
        const string File = "/proc/cpuinfo";
        var lines = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        string Of(string key) => lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(": ")[^1] ?? "unknown";
        return $"{Of("model name")} (family {Of("cpu family")}, model {Of("model\t")})";
    }
}
