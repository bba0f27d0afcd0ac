using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary>Writes a list in one of its forms, a row at a time: however long it is, no more than some rows are held.</summary>
internal static class ListFiles
{
    /// <summary>The most rows of one file; more than that is what the bundle of everything is for.</summary>
    public const int Most = 250_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a request for a list in the form of this ending; a list that is not there is a 404.</summary>
    public static async Task AnswerAsync(HttpContext http, PublishedList? list, string ending)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (list is null)
        {
            await Results.Json(new { Error = "There is no such list. A filter may have a value that this register does not know." }, Json, statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);
            return;
        }

        var services = http.RequestServices;
        var (addresses, origin, stop) = (services.GetRequiredService<RecordAddress>(), SiteAddress.Origin(http), http.RequestAborted);
        if (ending == "atom")
        {
            var feed = AtomFeed.Write(list, await list.Changed(AtomFeed.Most, stop), services.GetRequiredService<IOptions<BodySettings>>().Value, addresses, origin);
            await Results.Bytes(feed, $"{AtomFeed.MediaType}; charset=utf-8").ExecuteAsync(http);
            return;
        }

        if (await RegisterCache.IsFreshAsync(http))
            return;
        var entries = list.Each(stop).Take(Most).Select(head => RecordEntry.Of(head, addresses, origin));
        if (ending == "csv")
        {
            http.Response.ContentType = "text/csv; charset=utf-8; header=present";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(list)}\"";
            await using var writer = new StreamWriter(http.Response.Body, CsvLines.Encoding, bufferSize: 16 * 1024);
            await WriteCsvAsync(writer, entries, stop);
        }
        else
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await WriteJsonAsync(http.Response.BodyWriter, list, origin, entries, stop);
        }
    }

    /// <summary>A heading and a row for each record.</summary>
    public static async Task WriteCsvAsync(TextWriter writer, IAsyncEnumerable<RecordEntry> entries, CancellationToken stop)
    {
        var csv = new CsvLines(writer);
        await csv.WriteAsync(RecordEntry.Columns);
        await foreach (var entry in entries.WithCancellation(stop))
            await csv.WriteAsync(entry.Cells);
        await writer.FlushAsync(stop);
    }

    private static async Task WriteJsonAsync(PipeWriter pipe, PublishedList list, string origin, IAsyncEnumerable<RecordEntry> entries, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true });
        json.WriteStartObject();
        json.WriteString("title", list.Title);
        json.WriteString("address", origin + list.PageAddress);
        json.WriteStartArray("records");
        var count = 0;
        await foreach (var entry in entries.WithCancellation(stop))
        {
            JsonSerializer.Serialize(json, entry, Json);
            count++;
            if (pipe.UnflushedBytes + json.BytesPending > 16 * 1024)
            {
                json.Flush(); // into the pipe's memory; the client is waited for in the next line
                await pipe.FlushAsync(stop);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("count", count);
        json.WriteBoolean("complete", count < Most);
        json.WriteEndObject();
        json.Flush();
        await pipe.FlushAsync(stop);
    }

    // /decisions?year=2021 → decisions-2021.csv
    private static string FileName(PublishedList list) =>
        string.Join('-', list.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Concat(list.Filters.Select(filter => filter.Value))
            .Select(part => Core.Records.Slug.Of(part).Replace('/', '-')).Where(part => part.Length > 0 && part.All(char.IsAscii))) + ".csv";
}
