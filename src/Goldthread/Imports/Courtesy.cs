using System.Globalization;
using System.Runtime.InteropServices;

namespace Goldthread.Imports;

/// <summary>Lets whoever asks the site go first: an import takes the processor's time that nobody else wants.</summary>
internal static class Courtesy
{
    private const int Process = 0, Nice = 5;

    /// <summary>
    /// Gives way from now on. On Linux priorities belong to threads, and a new one takes that of the thread that starts it,
    /// so every thread there is at this moment is told. Elsewhere, and where it is not allowed, nothing happens.
    /// </summary>
    public static void GiveWay()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
            _ = SetPriority(Process, int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Nice);
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int priority);
}
