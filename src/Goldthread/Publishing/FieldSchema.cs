using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Microsoft.OpenApi;

namespace Goldthread.Publishing;

/// <summary>Describes a type as it is written in JSON, for OpenAPI: of a body only the fields that its declarations show to the public.</summary>
internal static class FieldSchema
{
    /// <summary>The schema of a body, from its type and the <see cref="SeenByAttribute"/>s on it.</summary>
    public static OpenApiSchema OfBody(Type type) =>
        Object(FieldMap.For(type).Shown(Audience.Public).Select(field => (field.Name, field.Property)));

    /// <summary>The schema of a type that is public as a whole.</summary>
    public static OpenApiSchema Of(Type type) =>
        Object(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property)));

    /// <summary>A value that is a text of some form, such as <c>date-time</c>.</summary>
    public static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };

    /// <summary>A list of something.</summary>
    public static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Object(IEnumerable<(string Name, PropertyInfo Property)> fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(field => field.Name, field => (IOpenApiSchema)OfField(field.Property)),
    };

    private static OpenApiSchema OfField(PropertyInfo property)
    {
        var nullability = new NullabilityInfoContext().Create(property);
        var schema = OfValue(property.PropertyType);
        if (nullability.ReadState == NullabilityState.Nullable)
            schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static OpenApiSchema OfValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>)))
            return Text();
        if (type == typeof(bool))
            return new OpenApiSchema { Type = JsonSchemaType.Boolean };
        if (type == typeof(int) || type == typeof(long))
            return new OpenApiSchema { Type = JsonSchemaType.Integer };
        if (type == typeof(decimal))
            return new OpenApiSchema { Type = JsonSchemaType.Number };
        if (type == typeof(DateOnly))
            return Text("date");
        if (type == typeof(DateTime))
            return Text("date-time");
        if (type == typeof(Guid))
            return Text("uuid");
        if (type.IsEnum)
            return new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(NameOf)] };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(OfValue(type.GetGenericArguments()[0]));
        if (type.IsGenericType)
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = OfValue(type.GetGenericArguments()[^1]) };
        return OfBody(type);
    }

    private static JsonNode NameOf(FieldInfo value) =>
        value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(value.Name);
}
