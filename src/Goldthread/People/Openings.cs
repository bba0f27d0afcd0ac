using System.Collections.Concurrent;
using System.Threading.Channels;
using Goldthread.Commands;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Records;

namespace Goldthread.People;

/// <summary>
/// Keeps which records staff and partners opened: noted while the answer is made, written after it went out, so that no
/// page waits for it or fails with it. Of a visit without sign-in nothing is noted at all.
/// </summary>
internal sealed partial class Openings(RegisterDatabase database, ILogger<Openings> log) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Channel<(OpenedRow Row, TaskCompletionSource Written)> queue = Channel.CreateUnbounded<(OpenedRow, TaskCompletionSource)>();
    private readonly ConcurrentDictionary<Guid, Task> unwritten = new();

    /// <summary>Notes that whoever makes this request is given a record, if she is signed in and it is given.</summary>
    public static void Note(HttpContext http, RecordHead head, string what)
    {
        if (HttpMethods.IsGet(http.Request.Method) && http.RequestServices.GetRequiredService<CurrentPerson>().Standing is { } standing)
            http.RequestServices.GetRequiredService<Openings>().Note(http.Response, standing.Person, head, what);
    }

    /// <summary>Ends when everything that was noted until now is written, or was never given.</summary>
    public Task WrittenAsync() => Task.WhenAll(unwritten.Values);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete(); // the server has stopped before this: nothing more comes
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<(OpenedRow Row, TaskCompletionSource Written)>();
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < AtOnce && queue.Reader.TryRead(out var next))
                batch.Add(next);
            await WriteAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    private void Note(HttpResponse response, Guid person, RecordHead head, string what)
    {
        var row = new OpenedRow { Id = Guid.CreateVersion7(), At = database.Now, Person = person, Record = head.Id, Revision = head.Revision, What = what };
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        unwritten[row.Id] = written.Task;
        response.OnCompleted(() =>
        {
            if (response.StatusCode != StatusCodes.Status200OK || !queue.Writer.TryWrite((row, written)))
                Settle(row, written);
            return Task.CompletedTask;
        });
    }

    private async Task WriteAsync(List<(OpenedRow Row, TaskCompletionSource Written)> batch, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await new OpenedLog(database).WriteAsync([.. batch.Select(each => each.Row)], CancellationToken.None);
                break;
            }
            catch (Exception e)
            {
                Failed(batch.Count, Failure.Of(e) ?? e.GetType().Name);
                if (stop.IsCancellationRequested || Failure.Of(e) is null)
                    break;
                await Task.Delay(Again, database.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        foreach (var (row, written) in batch)
            Settle(row, written);
    }

    private void Settle(OpenedRow row, TaskCompletionSource written)
    {
        unwritten.TryRemove(row.Id, out _);
        written.TrySetResult();
    }

    [LoggerMessage(LogLevel.Error, "Who opened {Count} records could not be kept. {Why}")]
    private partial void Failed(int count, string why);
}
