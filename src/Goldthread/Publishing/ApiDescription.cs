using System.Text.Json.Nodes;
using Goldthread.Core.Records;
using Goldthread.Site;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Goldthread.Publishing;

/// <summary>Marks an endpoint that answers with a record of a kind.</summary>
internal sealed record AnswersWithRecord(PageKind Kind);

/// <summary>Marks an endpoint that answers with a list, and names the filters that may stand in its address.</summary>
internal sealed record AnswersWithList(IReadOnlyList<(string Name, string What)> Filters);

/// <summary><c>/openapi.json</c>: every address that a program may use, with the fields that it will find there.</summary>
/// <remarks>Made from the endpoints themselves and from the types of the records, so that it cannot say anything else than they do.</remarks>
internal static class ApiDescription
{
    private const string EntryName = "ListEntry", WithdrawnName = "Withdrawn", ProblemName = "Problem";

    /// <summary>Adds what makes the description.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, context, _) =>
        {
            var body = context.ApplicationServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<BodySettings>>().Value;
            document.Info = new OpenApiInfo
            {
                Title = $"{body.Name}: public register",
                Version = typeof(ApiDescription).Assembly.GetName().Version!.ToString(3),
                Description = "Everything public in the register, to be read by anybody without a key. Amounts are in pounds, instants in UTC. See /data.",
            };
            document.Servers = [new OpenApiServer { Url = body.Address is { Length: > 0 } address ? address : "/" }];
            document.AddComponent(EntryName, FieldSchema.Of(typeof(RecordEntry)));
            document.AddComponent(WithdrawnName, Of(("kind", FieldSchema.Text()), ("reference", FieldSchema.Text()), ("status", FieldSchema.Text()), ("withdrawnAt", FieldSchema.Text("date-time")), ("ground", FieldSchema.Text())));
            document.AddComponent(ProblemName, Of(("error", FieldSchema.Text())));
            foreach (var kind in PageKind.All)
                document.AddComponent(kind.Title, Record(kind));
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Puts the description at its address.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/openapi.json").CacheOutput(policy => policy.Expire(TimeSpan.FromMinutes(5)));

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var ending = Path.GetExtension(context.Description.RelativePath ?? "").TrimStart('.');
        var (type, schema) = ending switch
        {
            "csv" => ("text/csv", FieldSchema.Text()),
            "atom" => (AtomFeed.MediaType, FieldSchema.Text()),
            "zip" => ("application/zip", FieldSchema.Text("binary")),
            "docx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", FieldSchema.Text("binary")),
            _ => ("application/json", (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.Object }),
        };
        operation.Responses = new OpenApiResponses();
        if (metadata.OfType<AnswersWithRecord>().FirstOrDefault() is { } record)
        {
            operation.Summary ??= $"One {record.Kind.One}";
            schema = new OpenApiSchemaReference(record.Kind.Title, context.Document);
            operation.Responses["410"] = Answer("It was withdrawn.", type, new OpenApiSchemaReference(WithdrawnName, context.Document));
        }
        else if (metadata.OfType<AnswersWithList>().FirstOrDefault() is { } list)
        {
            if (ending == "json")
                schema = ListOf(new OpenApiSchemaReference(EntryName, context.Document));
            operation.Parameters ??= [];
            foreach (var (name, what) in list.Filters)
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = what, Schema = FieldSchema.Text() });
        }

        operation.Responses["200"] = Answer("What was asked for.", type, schema);
        if (operation.Parameters?.Count > 0)
            operation.Responses["404"] = Answer("There is no such thing in this register.", "application/json", new OpenApiSchemaReference(ProblemName, context.Document));
        operation.Tags = null;
    }

    private static OpenApiResponse Answer(string what, string type, IOpenApiSchema schema) => new()
    {
        Description = what,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = schema } },
    };

    private static OpenApiSchema ListOf(IOpenApiSchema entry) => Of(
        ("title", FieldSchema.Text()),
        ("address", FieldSchema.Text("uri")),
        ("records", FieldSchema.List(entry)),
        ("count", new OpenApiSchema { Type = JsonSchemaType.Integer }),
        ("complete", new OpenApiSchema { Type = JsonSchemaType.Boolean }));

    private static OpenApiSchema Record(PageKind kind)
    {
        var schema = FieldSchema.Of(typeof(RecordEntry));
        schema.Properties!["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("current")] };
        schema.Properties["content"] = FieldSchema.OfBody(kind.Kind.BodyType);
        schema.Properties["links"] = FieldSchema.List(new OpenApiSchema { Type = JsonSchemaType.Object });
        schema.Properties["history"] = FieldSchema.List(FieldSchema.Of(typeof(RevisionHead)));
        return schema;
    }

    private static OpenApiSchema Of(params (string Name, IOpenApiSchema Schema)[] fields) =>
        new() { Type = JsonSchemaType.Object, Properties = fields.ToDictionary(field => field.Name, field => field.Schema) };
}
