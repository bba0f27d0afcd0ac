using FsCheck;

namespace Goldthread.Core.Tests;

/// <summary>Property tests print their seed, so that a failure can be run again with <c>GOLDTHREAD_SEED</c>.</summary>
internal static class TestSeed
{
    public static ulong Value { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("GOLDTHREAD_SEED"), out var seed) ? seed : (ulong)Environment.TickCount64;

    public static Config Config
    {
        get
        {
            Console.WriteLine($"seed {Value}: set GOLDTHREAD_SEED to it to run the same cases again");
            return Config.QuickThrowOnFailure.WithReplay(Value, 1);
        }
    }
}
