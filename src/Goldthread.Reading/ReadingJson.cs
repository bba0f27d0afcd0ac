using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Documents;
using Goldthread.Core.Readings;

namespace Goldthread.Reading;

/// <summary>Writes readings as the contract has them: camel case, nulls written, text as it is.</summary>
public static class ReadingJson
{
    private static readonly ReadingJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>One file's reading as a JSON object.</summary>
    public static string Write(string file, Core.Readings.Reading reading, bool provenance = false)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WritePropertyName("kind");
            JsonSerializer.Serialize(json, reading.Kind, Context.DocumentKind);
            json.WritePropertyName("record");
            JsonSerializer.Serialize(json, reading.Record, TypeOf(reading.Record));
            json.WritePropertyName("diagnostics");
            JsonSerializer.Serialize(json, reading.Diagnostics, Context.IReadOnlyListDiagnostic);
            if (provenance)
            {
                json.WritePropertyName("provenance");
                JsonSerializer.Serialize(json, reading.Provenance, Context.IReadOnlyDictionaryStringPlace);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonTypeInfo TypeOf(object record) => record switch
    {
        Decision => Context.Decision,
        Minutes => Context.Minutes,
        Workshop => Context.Workshop,
        _ => Context.Document,
    };
}

/// <summary>The code that writes the records, made when the program is built.</summary>
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Minutes))]
[JsonSerializable(typeof(Workshop))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DocumentKind))]
[JsonSerializable(typeof(IReadOnlyList<Diagnostic>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, Place>))]
[JsonSourceGenerationOptions]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
