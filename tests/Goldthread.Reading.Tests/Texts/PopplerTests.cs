using System.ComponentModel;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Texts;

public sealed class PopplerTests
{
    [Fact]
    public async Task Run_ProgramThatIsNotThere_SaysSo() =>
        await Assert.ThrowsAsync<Win32Exception>(() => Poppler.Run("no-such-program-of-goldthread", [], Drain, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Run_ProgramThatTakesTooMuchMemory_IsEnded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/head"), "Bounds on memory are those of Linux.");

        var (_, status, _) = await Poppler.Run("head", ["-c", "-2G", "/dev/zero"], Drain, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, status);
    }

    [Fact]
    public async Task Run_Stopped_EndsTheProgram()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The program that never ends is one of Linux.");
        using var stop = new CancellationTokenSource();
        var running = Poppler.Run("cat", ["/dev/zero"], async (output, cancellation) =>
        {
            await output.ReadExactlyAsync(new byte[100], cancellation);
            await stop.CancelAsync();
            return await output.ReadAsync(new byte[100], cancellation);
        }, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static async Task<int> Drain(Stream output, CancellationToken cancellation)
    {
        var buffer = new byte[65536];
        while (await output.ReadAsync(buffer, cancellation) > 0)
        {
            // Nothing is kept.
        }

        return 0;
    }
}
