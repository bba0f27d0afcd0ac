using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Goldthread.Core.Publishing;

namespace Goldthread.Core.Records;

/// <summary>
/// What the declarations on a body's type say of each of its fields: who may see it, what link it makes, what
/// words it gives to search. The one place that cuts a body for a reader.
/// </summary>
public sealed class FieldMap
{
    private static readonly ConcurrentDictionary<Type, FieldMap> Maps = new();

    private readonly List<FieldOf> fields;

    private FieldMap(Type type)
    {
        var ofType = type.GetCustomAttribute<SeenByAttribute>()?.Audience;
        fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition is not JsonIgnoreCondition.Always)
            .Select(property => new FieldOf(property, ofType ?? Audience.Staff))];
    }

    /// <summary>The map of a type, made once.</summary>
    public static FieldMap For(Type type) => Maps.GetOrAdd(type, static type => new FieldMap(type));

    /// <summary>The fields with the widest audience of each, by JSON path such as <c>publication.deferred</c>.</summary>
    public IEnumerable<(string Path, Audience Audience)> Fields() => Fields("", Audience.Public);

    /// <summary>The properties of this type alone that an audience may see, with their names in JSON; for a description of what it gets.</summary>
    public IEnumerable<(string Name, PropertyInfo Property)> Shown(Audience audience) =>
        fields.Where(field => field.Audience <= audience).Select(field => (field.Name, field.Property));

    /// <summary>Removes from a body what an audience may not see, in place.</summary>
    public JsonObject Cut(JsonObject body, Audience audience)
    {
        foreach (var field in fields)
        {
            if (field.Audience > audience)
                body.Remove(field.Name);
            else if (field.Inner is not null)
                CutInside(body[field.Name], field.Inner, audience);
        }

        foreach (var name in body.Select(pair => pair.Key).Except(fields.Select(field => field.Name)).ToList())
            body.Remove(name);
        return body;
    }

    /// <summary>The links that the body's references make, each once, in order.</summary>
    public IReadOnlyList<LinkTo> Links(object body)
    {
        var links = new List<LinkTo>();
        Walk(body, Audience.Public, (field, value, audience) =>
        {
            if (field.Target is not null && field.ReferenceOf(value) is { Length: > 0 } reference)
                links.Add(new LinkTo(field.Relation!, field.Target, reference, audience));
        });
        return [.. links.GroupBy(link => (link.Relation, link.Kind, link.Reference)).Select(same => same.MinBy(link => link.Audience)!)];
    }

    /// <summary>The words of the body's text fields, by the widest audience of each.</summary>
    public IReadOnlyDictionary<Audience, string> Text(object body)
    {
        var texts = new Dictionary<Audience, StringBuilder>();
        Walk(body, Audience.Public, (field, value, audience) =>
        {
            if (value is string { Length: > 0 } text && field.Searched)
            {
                if (!texts.TryGetValue(audience, out var words))
                    texts[audience] = words = new StringBuilder();
                words.Append(text).Append('\n');
            }
        });
        return texts.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    private static void CutInside(JsonNode? node, FieldMap inner, Audience audience)
    {
        if (node is JsonObject one)
            inner.Cut(one, audience);
        else if (node is JsonArray many)
            foreach (var item in many.OfType<JsonObject>())
                inner.Cut(item, audience);
    }

    private IEnumerable<(string Path, Audience Audience)> Fields(string before, Audience outer)
    {
        foreach (var field in fields)
        {
            var audience = Narrower(outer, field.Audience);
            yield return (before + field.Name, audience);
            if (field.Inner is not null)
                foreach (var inside in field.Inner.Fields(before + field.Name + ".", audience))
                    yield return inside;
        }
    }

    private void Walk(object body, Audience outer, Action<FieldOf, object, Audience> visit)
    {
        foreach (var field in fields.Where(field => field.Searched))
        {
            if (field.Property.GetValue(body) is not { } value)
                continue;
            var audience = Narrower(outer, field.Audience);
            var values = value is IEnumerable many and not string && field.IsList ? many.Cast<object?>() : [value];
            foreach (var item in values.OfType<object>())
            {
                if (field.Inner is not null)
                    field.Inner.Walk(item, audience, visit);
                else
                    visit(field, item, audience);
            }
        }
    }

    private static Audience Narrower(Audience one, Audience other) => one > other ? one : other;

    private sealed class FieldOf
    {
        public FieldOf(PropertyInfo property, Audience ofType)
        {
            Property = property;
            Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            Audience = property.GetCustomAttribute<SeenByAttribute>()?.Audience ?? ofType;
            Searched = property.GetCustomAttribute<NotSearchedAttribute>() is null;
            var type = ItemType(property.PropertyType, out var list);
            IsList = list;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>))
            {
                Target = RecordKinds.NameOf(type.GetGenericArguments()[0]);
                Relation = property.GetCustomAttribute<RelationAttribute>()?.Name
                    ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} is a reference without a [Relation].");
                reference = type.GetProperty(nameof(Ref<>.Reference));
            }
            else if (type is { IsClass: true, Namespace: { } home } && home.StartsWith("Goldthread", StringComparison.Ordinal))
            {
                Inner = For(type);
            }
        }

        private readonly PropertyInfo? reference;

        public PropertyInfo Property { get; }

        public string Name { get; }

        public Audience Audience { get; }

        public bool Searched { get; }

        public bool IsList { get; }

        public FieldMap? Inner { get; }

        public string? Target { get; }

        public string? Relation { get; }

        public string? ReferenceOf(object value) => (string?)reference?.GetValue(value);

        private static Type ItemType(Type type, out bool list)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            list = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            return list ? type.GetGenericArguments()[0] : type;
        }
    }
}
