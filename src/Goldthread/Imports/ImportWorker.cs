using Goldthread.Commands;
using Goldthread.Register.Imports;
using Goldthread.Register.Records;
using Goldthread.Rules;

namespace Goldthread.Imports;

/// <summary>Reads what people gave in the browser, one file after the other, while the site serves.</summary>
internal sealed partial class ImportWorker(RegisterDatabase database, GivenFiles given, CurrentRules current, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim woken = new(0);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Says that something was given.</summary>
    public void Wake() => woken.Release();

    /// <summary>Reads everything that waits; ends when nothing does.</summary>
    /// <returns>How many files were read or refused.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var done = 0;
            (Giving Giving, Importer Importer)? present = null;
            LoadedRules? rules = null;
            while (await given.ClaimAsync(stop) is { } file)
            {
                if (rules is null)
                {
                    (rules, var problem) = await current.GetAsync(stop);
                    if (rules is null)
                    {
                        CannotRead(problem!);
                        await given.ReleaseAsync(file, CancellationToken.None);
                        return done;
                    }
                }

                if (present?.Giving != file.Giving)
                {
                    await new OrganisationSync(database).RunAsync(rules.Book, file.Giving.Who, stop);
                    present = (file.Giving, new Importer(database, rules, new ImportChoices(file.Giving.Body, file.Giving.Visibility, file.Giving.Who)));
                }

                await ReadAsync(present.Value.Importer, file, stop);
                done++;
            }

            return done;
        }
        finally
        {
            turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (Failure.Of(e) is { } failure)
            {
                CannotRead(failure); // the claim runs out, and the file is read then
            }

            await woken.WaitAsync(Between, stoppingToken);
        }
    }

    private async Task ReadAsync(Importer importer, ClaimedFile file, CancellationToken stop)
    {
        if (file.Tries > GivenFiles.MostTries)
        {
            await given.SettleAsync(file, "failed", "Each time that it was read the program ended. Split the document or save it anew, and give it again.", null, stop);
            return;
        }

        try
        {
            var outcome = await importer.ImportAsync(file.File, file.Bytes, stop);
            await given.SettleAsync(file, outcome.Result.ToString().ToLowerInvariant(), outcome.Reason, outcome.Record?.Id, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            await given.ReleaseAsync(file, CancellationToken.None);
            throw;
        }
        catch (Exception e) when (Failure.Of(e) is null)
        {
            Fault(e);
            await given.SettleAsync(file, "failed", "The program has a fault that shows with this file. Save it in another form, and tell whoever runs the register.", null, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was given cannot be read just now and is tried again. {Why}")]
    private partial void CannotRead(string why);

    [LoggerMessage(LogLevel.Error, "A file that was given could not be read")]
    private partial void Fault(Exception e);
}
