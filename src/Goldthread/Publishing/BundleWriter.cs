using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary>
/// Writes everything public as one file: for each kind its records as JSON Lines and as CSV, the ties between them,
/// their history, and a manifest with the SHA-256 of each file.
/// </summary>
/// <remarks>
/// It is written through the view of the public, so that nothing else can be in it. The same register gives the same
/// bytes: the order is that of the register and every time in the file is that of its last change. Records
/// are written one at a time; what is held does not grow with the register.
/// </remarks>
internal sealed class BundleWriter(RegisterDatabase database, BodySettings body, string licence)
{
    /// <summary>The number of the bundle's form; a new one means that files or their fields are other ones.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    private readonly RecordAddress addresses = new(Options.Create(body));
    private readonly string origin = body.Address?.TrimEnd('/') ?? "";

    /// <summary>The day that a bundle is dated: that of the register's last change, in London.</summary>
    public static DateOnly DayOf(RegisterEnd end) => Wording.DayInLondon(end.At);

    /// <summary>Writes the bundle and says up to which revision it goes.</summary>
    public async Task<RegisterEnd> WriteAsync(Stream stream, CancellationToken stop)
    {
        await using var snapshot = await database.For(Reader.Public).SnapshotAsync(stop);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var files = new List<BundleFile>();
        var counts = new JsonObject();
        Text("README.txt", ReadMe(snapshot.End));
        Text("LICENCE.txt", licence);
        foreach (var kind in PageKind.All)
        {
            counts[kind.Name] = await LinesAsync(kind);
            await CsvAsync($"{kind.Many}.csv", writer => ListFiles.WriteCsvAsync(writer, snapshot.HeadsAsync(kind.Name).Select(head => RecordEntry.Of(head, addresses, origin)), stop));
        }

        await CsvAsync("links.csv", async writer =>
        {
            var csv = new CsvLines(writer);
            await csv.WriteAsync("from", "relation", "to");
            await foreach (var (from, relation, to) in snapshot.LinksAsync().WithCancellation(stop))
                await csv.WriteAsync(from, relation, to);
        });
        await CsvAsync("history.csv", async writer =>
        {
            var csv = new CsvLines(writer);
            await csv.WriteAsync("record", "revision", "at", "who", "process", "reason", "hash");
            await foreach (var (record, state) in snapshot.HistoryAsync().WithCancellation(stop))
                await csv.WriteAsync(record, state.Number, state.At, state.Who, state.Process, state.Reason, state.Hash);
        });
        Text("manifest.json", JsonSerializer.Serialize(new
        {
            Format,
            Body = new { body.Id, body.Name },
            Register = new { Revisions = snapshot.End.Sequence, Head = snapshot.End.Hash, ChangedAt = CsvLines.Instant(snapshot.End.At) },
            Records = counts,
            Files = files,
        }, Indented));
        return snapshot.End;

        void Text(string name, string text)
        {
            using var entry = Open(name);
            entry.Write(Encoding.UTF8.GetBytes(text));
            Close(name, entry);
        }

        async Task CsvAsync(string name, Func<TextWriter, Task> write)
        {
            await using var entry = Open(name);
            await using (var writer = new StreamWriter(entry, CsvLines.Encoding, 16 * 1024, leaveOpen: true))
                await write(writer);
            Close(name, entry);
        }

        async Task<int> LinesAsync(PageKind kind)
        {
            var (name, count) = ($"{kind.Many}.jsonl", 0);
            await using var entry = Open(name);
            await foreach (var (head, content) in snapshot.RecordsAsync(kind.Kind).WithCancellation(stop))
            {
                var line = JsonSerializer.SerializeToNode(RecordEntry.Of(head, addresses, origin), Json)!;
                line["content"] = content;
                entry.Write(Encoding.UTF8.GetBytes(line.ToJsonString(Json)));
                entry.Write("\n"u8);
                count++;
            }

            Close(name, entry);
            return count;
        }

        HashedStream Open(string name)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = TimeOf(snapshot.End);
            return new HashedStream(new BufferedStream(entry.Open(), 64 * 1024));
        }

        void Close(string name, HashedStream entry) => files.Add(new BundleFile(name, entry.Written, entry.Sha256));
    }

    // What a zip file can say: even seconds, from 1980 on.
    private static DateTimeOffset TimeOf(RegisterEnd end)
    {
        var first = new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var at = end.At < first ? first : end.At;
        return new DateTimeOffset(at.AddTicks(-(at.Ticks % TimeSpan.FromSeconds(2).Ticks)), TimeSpan.Zero);
    }

    private string ReadMe(RegisterEnd end) =>
        $"""
        The public register of {body.Name}, whole, as it was on {Wording.Date(DayOf(end))}.

        *.jsonl        one record a line, as JSON: its columns, and under "content" what its page shows
        *.csv          the columns of the same records; the first line names them; UTF-8 with a byte order mark
        links.csv      the ties between records, by their ids; "from" names "to"
        history.csv    every published state of the records, with its hash in the register's chain
        manifest.json  up to which revision this goes, and the SHA-256 of every other file
        LICENCE.txt    what may be done with it

        Amounts are in pounds, times in UTC, days as year-month-day. A text that a spreadsheet could take for a
        formula has an apostrophe before it in the CSV files; in the JSON files it stands as it is. What was
        withdrawn from the register is not here. An id never changes: two bundles can be compared by it.
        {(origin.Length > 0 ? $"\nThe register is at {origin}\n" : "")}
        """;

    private sealed record BundleFile(string Name, long Bytes, string Sha256);
}
