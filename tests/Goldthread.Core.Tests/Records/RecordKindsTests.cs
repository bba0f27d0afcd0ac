using System.Text.Json.Nodes;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Tests.Records;

public sealed class RecordKindsTests
{
    public static TheoryData<string> Kinds => [.. RecordKinds.All.Select(kind => kind.Name)];

    /// <summary>What is not for the public. A field that moves into or out of this list was moved on purpose.</summary>
    [Fact]
    public void Fields_OfAllKinds_AreForThePublicButThese()
    {
        var hidden = RecordKinds.All.SelectMany(kind => FieldMap.For(kind.BodyType).Fields()
            .Where(field => field.Audience != Audience.Public && !field.Path.Contains('.', StringComparison.Ordinal)).Select(field => $"{kind.Name}.{field.Path}"));

        Assert.Equal(["decision.part2Hashes", "decision.whatIfs", "decision.import", "meeting.link", "meeting.import", "workshop.import", "document.text", "document.import", "action.person"], hidden);
    }

    /// <summary>A body of every shape that ever landed can be read, and reading and writing it again loses nothing.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Read_FrozenBodyOfEveryShape_LosesNothing(string name)
    {
        var kind = RecordKinds.Get(name);
        for (var shape = 1; shape <= kind.Shape; shape++)
        {
            var frozen = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Records", "shapes", $"{name}.{shape}.json")).TrimEnd();

            var body = kind.Read(frozen, shape);

            if (shape == kind.Shape)
                Assert.Equal(frozen, kind.Write(body));
            Assert.NotEmpty(kind.Derive(body).Columns.Title);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Derive_OfARefWithinABody_IsALinkOfARelation(string name)
    {
        var kind = RecordKinds.Get(name);
        var frozen = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Records", "shapes", $"{name}.{kind.Shape}.json"));

        var links = kind.Derive(kind.Read(frozen, kind.Shape)).Links;

        var references = References(kind.BodyType, JsonNode.Parse(frozen)!.AsObject());
        Assert.Equal(references.Order(), links.Select(link => link.Reference).Order());
        Assert.All(links, link => Assert.Contains(RecordKinds.All, other => other.Name == link.Kind));
    }

    [Theory]
    [InlineData("decision", "PCD 542", "pcd-542")]
    [InlineData("decision", "PCD542", "pcd-542")]
    [InlineData("decision", "pcd-542", "pcd-542")]
    [InlineData("decision", "Ref. OPCC/2019/017", "opcc-2019-017")]
    [InlineData("decision", "2021-034", "2021-034")]
    [InlineData("board", "London VAWG Board", "london-vawg-board")]
    [InlineData("organisation", "St George's  Hospital – Tooting", "st-georges-hospital-tooting")]
    [InlineData("organisation", "Café Noir", "café-noir")]
    [InlineData("meeting", "vawg-board/2022-03-07", "vawg-board/2022-03-07")]
    [InlineData("board", "…", "")]
    [InlineData("door", "gp-barnet", "gp-barnet")]
    [InlineData("door", "GP-Barnet", "gp-barnet-f8a6606838")]
    [InlineData("service", "…", "b4935894c8")]
    public void SlugOf_Reference_GivesWhatStandsInAnAddress(string kind, string reference, string slug) =>
        Assert.Equal(slug, RecordKinds.Get(kind).SlugOf(reference));

    private static List<string> References(Type type, JsonObject body) =>
        [.. type.GetProperties().Select(property => (Type: Inner(property.PropertyType), Node: body[char.ToLowerInvariant(property.Name[0]) + property.Name[1..]]))
            .SelectMany(part => (part.Node is JsonArray many ? many.ToList() : [part.Node]).Where(node => node is not null).SelectMany(node =>
                part.Type.IsGenericType && part.Type.GetGenericTypeDefinition() == typeof(Ref<>) ? [(string)node!]
                : node is JsonObject inside && part.Type.Namespace!.StartsWith("Goldthread", StringComparison.Ordinal) ? References(part.Type, inside) : Enumerable.Empty<string>())).Distinct()];

    private static Type Inner(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
    }
}
