using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary>The bundle of everything public, made once for each version of the register and kept in <c>bundles</c> of the data folder.</summary>
/// <remarks>
/// However many ask at once, one of them has it made and all wait for that. A file gets its name only when it is whole.
/// Bundles of earlier versions are never given out, and are deleted: what has been withdrawn must not stay on the disk.
/// </remarks>
public sealed class Bundles(RegisterDatabase database, IOptions<BodySettings> body, BodyTexts texts, IHostApplicationLifetime life) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private RegisterEnd? made;

    private string Folder => Path.Combine(database.DataFolder, "bundles");

    /// <summary>The address of the present bundle; it holds its date.</summary>
    public async Task<string> AddressAsync(CancellationToken stop) =>
        Address(await database.For(Reader.Public).EndAsync(stop));

    /// <summary>The bundle, opened to be read, as it was when it was asked for or later; made first where it is not there yet.</summary>
    public async Task<Bundle> OpenAsync(CancellationToken stop)
    {
        var end = await database.For(Reader.Public).EndAsync(stop);
        if (TryOpen(end) is { } there)
            return there;
        await one.WaitAsync(stop);
        try
        {
            // Whoever waited takes what was made meanwhile, even where the register has gone on since.
            if (made is { } last && last.Sequence >= end.Sequence && TryOpen(last) is { } recent)
                return recent;

            // Whoever asked may go away; the others who wait want it all the same.
            made = await MakeAsync(life.ApplicationStopping);
            return TryOpen(made) ?? throw new IOException("The bundle was deleted as soon as it was made.");
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Deletes the bundles of other versions, and what a killed process left unfinished an hour ago.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        if (!Directory.Exists(Folder))
            return;
        var present = PathOf(await database.For(Reader.Public).EndAsync(stop));
        foreach (var file in Directory.GetFiles(Folder))
            if (file.EndsWith(".unfinished", StringComparison.Ordinal) ? File.GetLastWriteTimeUtc(file) < DateTime.UtcNow.AddHours(-1) : file != present)
                File.Delete(file);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<RegisterEnd> MakeAsync(CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Path.Combine(Folder, $"{Guid.NewGuid():N}.unfinished");
        try
        {
            RegisterEnd end;
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024))
                end = await Writer().WriteAsync(file, stop);
            File.Move(unfinished, PathOf(end), overwrite: true);
            return end;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private BundleWriter Writer() => new(database, body.Value, texts.Get("licence").Source);

    private Bundle? TryOpen(RegisterEnd end)
    {
        try
        {
            var path = PathOf(end);
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            return new Bundle(file, Path.GetFileNameWithoutExtension(path), new DateTimeOffset(end.At, TimeSpan.Zero));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string Address(RegisterEnd end) => $"/data/register-{BundleWriter.DayOf(end).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip";

    // The same register under another licence, name or build of the program is another file.
    private string PathOf(RegisterEnd end)
    {
        var rest = string.Join('\n', typeof(Bundles).Module.ModuleVersionId, body.Value.Id, body.Value.Name, body.Value.Address, texts.Get("licence").Source);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{end.Sequence}\n{end.Hash}\n{rest}")))[..16];
        return Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"register-{end.Sequence}-{mark}.zip"));
    }
}

/// <summary>A bundle that is open to be read.</summary>
/// <param name="File">The file.</param>
/// <param name="Mark">A name that no other content has.</param>
/// <param name="At">When the register was last changed before it.</param>
public sealed record Bundle(FileStream File, string Mark, DateTimeOffset At);

/// <summary>Deletes bundles that the register has left behind, while the site serves.</summary>
internal sealed class BundleSweeper(Bundles bundles, RegisterDatabase database) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, database.Clock);
        do
        {
            try
            {
                await bundles.SweepAsync(stoppingToken);
            }
            catch (Exception e) when (Commands.Failure.Of(e) is not null)
            {
                // The register or the folder is away for a moment; the next round tries again.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
