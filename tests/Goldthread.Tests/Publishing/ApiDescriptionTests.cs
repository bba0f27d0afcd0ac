using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Site;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Routing;

namespace Goldthread.Tests.Publishing;

/// <summary>The description names every address that there is and no other, and every public field and no other.</summary>
public sealed class ApiDescriptionTests(TestSite site) : IClassFixture<TestSite>
{
    // What stands in place of the parts of an address that are names.
    private static readonly (string In, string Part, string Value)[] Parts =
    [
        ("/boards/", "slug", "safety-board"), ("/workshops/", "slug", "safety-board"), ("/organisations/", "slug", "riverside-police"),
        ("/documents/", "slug", "document-0123456789ab"), ("/rules/", "slug", "splitting"), ("/maps/", "slug", "map"), ("/doors/", "slug", "gp"), ("/services/", "slug", "house"), ("/assessments/", "slug", "lantern"), ("/what-ifs/", "slug", "girls"), ("/decisions/", "slug", "pcd-9002"),
        ("/actions/", "slug", "example-1"), ("/boards/", "date", "2021-12-08"), ("/workshops/", "date", "2021-10-05"), ("/revisions/", "number", "1"), ("/", "body", TestSite.Body),
    ];

    [Fact]
    public async Task Get_EveryPathOfTheDescription_Answers()
    {
        await site.SaveAsync(RecordKinds.Action, "example-1", new Core.Boards.BoardAction { Text = "Write it down." });
        var paths = (await DescriptionAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        var bundle = (await site.Client.GetAsync("/data/register.zip")).Headers.Location!.OriginalString;

        foreach (var path in paths)
        {
            var address = path == "/data/register-{date}.zip" ? bundle : Parts.Aggregate(path, (filled, part) =>
                filled.Contains(part.In, StringComparison.Ordinal) ? filled.Replace($"{{{part.Part}}}", part.Value, StringComparison.Ordinal) : filled);
            var response = await site.Client.GetAsync(address);

            // Only what was read from a document has sources.
            var wanted = path == "/data/register.zip" ? HttpStatusCode.Redirect
                : path.EndsWith("/source.json", StringComparison.Ordinal) && !path.Contains("/decisions/", StringComparison.Ordinal) ? HttpStatusCode.NotFound
                : HttpStatusCode.OK;
            Assert.True(response.StatusCode == wanted, $"{path} as {address} answered {(int)response.StatusCode}");
        }

        Assert.Contains("/decisions.csv", paths);
        Assert.Contains("/boards/{slug}/{date}.json", paths);
    }

    [Fact]
    public async Task Get_Description_NamesEveryEndpointForPrograms()
    {
        var paths = (await DescriptionAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(StringComparer.Ordinal);

        var endpoints = site.Endpoints.OfType<RouteEndpoint>().Select(endpoint => Regex.Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), ":[^}]*", "", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(route => Regex.IsMatch(route, @"\.(json|csv|atom|docx|zip)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(route => route != "/openapi.json" && !route.StartsWith("/assets/", StringComparison.Ordinal) && !route.StartsWith("/desk/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, route => Assert.Contains(route, paths));
    }

    [Fact]
    public async Task Get_Description_HoldsPublicFieldsOnly()
    {
        var schemas = (await DescriptionAsync()).GetProperty("components").GetProperty("schemas");

        foreach (var kind in PageKind.All)
        {
            var described = Paths(schemas.GetProperty(kind.Title).GetProperty("properties").GetProperty("content"), "").Order(StringComparer.Ordinal).ToList();
            var declared = FieldMap.For(kind.Kind.BodyType).Fields().Where(field => field.Audience == Audience.Public).Select(field => field.Path).Order(StringComparer.Ordinal);
            Assert.Equal(declared, described);
        }
    }

    [Theory]
    [InlineData("/decisions/pcd-9002.json", "Decision")]
    [InlineData("/boards/safety-board/2021-12-08.json", "Meeting")]
    [InlineData("/workshops/safety-board/2021-10-05.json", "Workshop")]
    [InlineData("/organisations/riverside-police.json", "Organisation")]
    public async Task Get_Record_HasNoFieldThatTheDescriptionDoesNotName(string address, string name)
    {
        var schema = (await DescriptionAsync()).GetProperty("components").GetProperty("schemas").GetProperty(name);
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(address));

        Check(json.RootElement, schema, name);
    }

    [Fact]
    public async Task Get_Filters_AreNamed()
    {
        var get = (await DescriptionAsync()).GetProperty("paths").GetProperty("/decisions.csv").GetProperty("get");

        Assert.Equal(["amount", "organisation", "sort", "year"], get.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).Order());
    }

    private static void Check(JsonElement value, JsonElement schema, string where)
    {
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var field in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(field.Name, out var inner), $"{where}.{field.Name} is not described");
                Check(field.Value, inner, $"{where}.{field.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray())
                Check(item, items, where + "[]");
        }
    }

    private static IEnumerable<string> Paths(JsonElement schema, string before)
    {
        if (schema.TryGetProperty("items", out var items))
            schema = items;
        if (!schema.TryGetProperty("properties", out var properties))
            yield break;
        foreach (var field in properties.EnumerateObject())
        {
            yield return before + field.Name;
            foreach (var inner in Paths(field.Value, before + field.Name + "."))
                yield return inner;
        }
    }

    private async Task<JsonElement> DescriptionAsync()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/openapi.json"));
        return json.RootElement.Clone();
    }
}
