using System.Text.Json;
using System.Text.Json.Serialization;

namespace Goldthread.Core.Records;

/// <summary>A reference from one record's body to another record, by that record's own reference.</summary>
/// <remarks>
/// Wherever a body holds one, the register makes a link of it. What it points at need not be there yet:
/// the link then waits until the record comes.
/// </remarks>
/// <typeparam name="TBody">The body type of the kind pointed at, such as <c>Decision</c>.</typeparam>
[JsonConverter(typeof(RefConverter))]
public readonly record struct Ref<TBody>(string Reference)
{
    /// <summary>The reference as printed, such as <c>PCD 542</c>.</summary>
    public override string ToString() => Reference;
}

/// <summary>Writes a <see cref="Ref{TBody}"/> as the plain string of its reference.</summary>
public sealed class RefConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Ref<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Typed<TBody> : JsonConverter<Ref<TBody>>
    {
        public override Ref<TBody> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A reference must not be null."));

        public override void Write(Utf8JsonWriter writer, Ref<TBody> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Reference);
    }
}
