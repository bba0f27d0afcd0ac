using Goldthread.Commands;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Register.Records;

namespace Goldthread.Site;

/// <summary>Does what is due while the site serves.</summary>
internal sealed partial class DueWorker(RegisterDatabase database, IEnumerable<IDueWork> works, WeeklyDigests digests, ILogger<DueWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, database.Clock);
        do
        {
            try
            {
                await digests.PlanAsync(stoppingToken);
                await new DueService(database, works, Failed).RunAsync(stoppingToken);
            }
            catch (Exception e) when (Failure.Of(e) is { } failure)
            {
                Failed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "What is due could not be done and is tried again: {Failure}")]
    private partial void Failed(string failure);
}
