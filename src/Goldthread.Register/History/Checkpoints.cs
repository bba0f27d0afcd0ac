using System.Text.Json;
using Goldthread.Core.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.History;

/// <summary>
/// What the chain's end was, kept outside the database in <c>checkpoints.jsonl</c> of the data folder: whoever
/// rewrites the chain in the database does not find them there.
/// </summary>
public sealed class Checkpoints(RegisterDatabase database)
{
    private string File => Path.Combine(database.DataFolder, "checkpoints.jsonl");

    /// <summary>Adds the chain's present end, unless it stands there already. Nothing is added while an earlier one does not fit the chain.</summary>
    public async Task WriteAsync(CancellationToken stop = default)
    {
        await using var context = database.Open();
        var head = await context.Revisions.OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(stop);
        if (head is null)
            return;
        var last = Read().LastOrDefault();
        if (last is not null && (last.Sequence >= head.Sequence || !await FitsAsync(context, last, stop)))
            return;
        var line = JsonSerializer.Serialize(new Checkpoint(head.Sequence, head.Hash, Chain.Instant(database.Now)), CheckpointJson.Default.Checkpoint) + "\n";
        await using var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line), stop);
        file.Flush(flushToDisk: true);
    }

    /// <summary>All checkpoints, oldest first; a last line that was cut short by a kill is passed over.</summary>
    public IReadOnlyList<Checkpoint> Read()
    {
        if (!System.IO.File.Exists(File))
            return [];
        var checkpoints = new List<Checkpoint>();
        foreach (var line in System.IO.File.ReadLines(File))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, CheckpointJson.Default.Checkpoint) is { } checkpoint)
                    checkpoints.Add(checkpoint);
            }
            catch (JsonException)
            {
                // A line cut short by a kill: the checkpoint after it says more.
            }
        }

        return checkpoints;
    }

    /// <summary>Begins anew after a restore; the earlier checkpoints are kept beside, under a name with the time.</summary>
    public void SetAside()
    {
        if (System.IO.File.Exists(File))
            System.IO.File.Move(File, Path.Combine(database.DataFolder, $"checkpoints-until-{database.Now:yyyyMMdd'T'HHmmssffffff}.jsonl"));
    }

    private static Task<bool> FitsAsync(RegisterContext context, Checkpoint checkpoint, CancellationToken stop) =>
        context.Revisions.AnyAsync(row => row.Sequence == checkpoint.Sequence && row.Hash == checkpoint.Hash, stop);
}

/// <summary>The chain's end at a time: the last revision's place and hash.</summary>
public sealed record Checkpoint(long Sequence, string Hash, string At);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]
[System.Text.Json.Serialization.JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : System.Text.Json.Serialization.JsonSerializerContext;
