using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Records;

/// <summary>A kind of record: how its bodies are stored, raised from older shapes, and what is derived from them.</summary>
public abstract class RecordKind
{
    private protected RecordKind(string name, Type bodyType, int shape, Func<string, string>? slugOf, bool common)
    {
        Name = name;
        BodyType = bodyType;
        Shape = shape;
        this.slugOf = slugOf ?? Slug.Of;
        IsCommon = common;
        import = bodyType.GetProperty(nameof(Import), typeof(Import));
    }

    private readonly Func<string, string> slugOf;
    private readonly PropertyInfo? import;

    /// <summary>The public body that records known to all bodies belong to.</summary>
    public const string CommonBody = "all";

    /// <summary>The kind's name, such as <c>decision</c>.</summary>
    public string Name { get; }

    /// <summary>The type of its bodies.</summary>
    public Type BodyType { get; }

    /// <summary>The number of the present shape of its bodies, from 1.</summary>
    public int Shape { get; }

    /// <summary>Whether its records are known to all public bodies, as organisations are, instead of belonging to one.</summary>
    public bool IsCommon { get; }

    /// <summary>The reference as it stands in an address; two references with one slug are one record.</summary>
    public string SlugOf(string reference) => slugOf(reference);

    /// <summary>The bytes to store, as text.</summary>
    public abstract string Write(object body);

    /// <summary>The body from stored text of a shape, raised to the present one.</summary>
    public abstract object Read(string json, int shape);

    /// <summary>The body as an audience may see it: the fields of narrower audiences are left out.</summary>
    public abstract object Read(string json, int shape, Audience audience);

    /// <summary>The stored text as an audience may see it.</summary>
    public abstract JsonNode Show(string json, int shape, Audience audience);

    /// <summary>Columns, links and search text of a body.</summary>
    public abstract Derived Derive(object body);

    /// <summary>Where a body was read from, or null where it was not read from a file.</summary>
    public Import? ImportOf(object body) => (Import?)import?.GetValue(body);
}

/// <inheritdoc/>
/// <typeparam name="TBody">The type of the kind's bodies.</typeparam>
public sealed class RecordKind<TBody>(
    string name,
    JsonTypeInfo<TBody> json,
    Func<TBody, Columns> columns,
    IReadOnlyList<Func<JsonObject, JsonObject>>? raises = null,
    Func<string, string>? slugOf = null,
    bool common = false)
    : RecordKind(name, typeof(TBody), (raises?.Count ?? 0) + 1, slugOf, common)
    where TBody : class
{
    /// <inheritdoc/>
    public override string Write(object body) => JsonSerializer.Serialize((TBody)body, json);

    /// <inheritdoc/>
    public override object Read(string stored, int shape) => Deserialize(Raise(stored, shape));

    /// <inheritdoc/>
    public override object Read(string stored, int shape, Audience audience) => Deserialize(Show(stored, shape, audience));

    /// <inheritdoc/>
    public override JsonNode Show(string stored, int shape, Audience audience) =>
        FieldMap.For(BodyType).Cut(Raise(stored, shape), audience);

    /// <inheritdoc/>
    public override Derived Derive(object body)
    {
        var map = FieldMap.For(BodyType);
        var ofKind = columns((TBody)body);
        var text = map.Text(body);
        return new Derived(ofKind with { Fields = [.. ofKind.Fields, .. Topics(text), .. OfImport(ImportOf(body))] }, map.Links(body), text);
    }

    // Each audience's topics are those of what it sees and a wider one does not; a name in a narrower text says nothing to a wider audience.
    private static IEnumerable<Field> Topics(IReadOnlyDictionary<Audience, string> text) =>
        text.OrderBy(pair => pair.Key)
            .SelectMany(pair => StrandNames.BuiltIn.FindIn(pair.Value).Select(strand => new Field(Strand.Field, strand, Audience: pair.Key)))
            .DistinctBy(field => field.Text);

    private static IEnumerable<Field> OfImport(Import? import) => import is null
        ? []
        : [new Field("sha256", import.Sha256), .. import.Diagnostics.Select(found => found.Code).Distinct(StringComparer.Ordinal).Select(code => new Field("diagnostic", code))];

    private JsonObject Raise(string stored, int shape)
    {
        var body = JsonNode.Parse(stored)!.AsObject();
        for (var from = shape; from < Shape; from++)
            body = raises![from - 1](body);
        return body;
    }

    private TBody Deserialize(JsonNode node) =>
        node.Deserialize(json) ?? throw new JsonException($"The stored body of a {Name} is null.");
}
