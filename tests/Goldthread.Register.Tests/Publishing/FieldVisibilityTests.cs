using System.Collections;
using System.Reflection;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>A different canary in every text of every kind's body: an audience meets those of its own fields and no other.</summary>
public sealed class FieldVisibilityTests(PostgresServer server)
{
    public static TheoryData<On, string> Kinds =>
        [.. from database in Enum.GetValues<On>() from kind in RecordKinds.All select new TheoryDataRow<On, string>(database, kind.Name)];

    /// <summary>The organisation that every record of these tests names where it names one.</summary>
    internal const string Tied = "mps";

    [Theory, MemberData(nameof(Kinds))]
    public async Task EveryField_ForEveryAudience_IsSeenOrHiddenAsDeclared(On on, string name)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var kind = RecordKinds.Get(name);
        var canaries = new List<(string Canary, string Path)>();
        var body = Fill(kind.BodyType, "", canaries);
        var declared = FieldMap.For(kind.BodyType).Fields().ToDictionary(field => field.Path, field => field.Audience);
        await register.SaveAsync(TestRegister.Organisation(Tied));
        await register.SaveAsync(new Change { Kind = kind, Body = TestRegister.Body, Reference = "ABC 1", Content = body, Visibility = Audience.Public, Who = "Records office", Process = "test", Reason = "Canaries." });

        foreach (var audience in Enum.GetValues<Audience>())
        {
            var view = register.Database.For(new Reader(audience, Tied));
            var found = await register.FindAsync(view.Reader, kind, "ABC 1");
            var json = (await view.JsonAsync(found!))!.ToJsonString();
            var typed = kind.Write(found!.Content);
            foreach (var (canary, path) in canaries)
            {
                var may = declared[path] <= audience;
                Assert.True(json.Contains(canary, StringComparison.Ordinal) == may, $"{path} for {audience}, as JSON");
                Assert.True(typed.Contains(canary, StringComparison.Ordinal) == may, $"{path} for {audience}, on a page");
                var hits = (await view.SearchAsync(new SearchQuery(canary))).Total;
                Assert.True(may || hits == 0, $"{path} for {audience}, by search");
            }
        }

        // What is for partners is for those whom the record names, and for no other.
        var elsewhere = register.Database.For(new Reader(Audience.Partners, "cps"));
        var there = (await elsewhere.JsonAsync((await register.FindAsync(elsewhere.Reader, kind, "ABC 1"))!))!.ToJsonString();
        Assert.All(canaries, each => Assert.True(there.Contains(each.Canary, StringComparison.Ordinal) == (declared[each.Path] == Audience.Public), $"{each.Path} for a partner whom the record does not name"));
        Assert.NotEmpty(canaries);
    }

    internal static object Fill(Type type, string before, List<(string, string)> canaries)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First(made => made.GetParameters().All(parameter => parameter.ParameterType != type));
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, before + Camel(parameter.Name!), canaries))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(made, Value(property.PropertyType, before + Camel(property.Name), canaries));
        return made;
    }

    private static object? Value(Type type, string path, List<(string, string)> canaries)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            var canary = $"canary{canaries.Count}x{Math.Abs(path.GetHashCode(StringComparison.Ordinal) % 1000)}";
            canaries.Add((canary, path));
            return canary;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            list.Add(Value(type.GetGenericArguments()[0], path, canaries));
            return list;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>))
            return Activator.CreateInstance(type, type.GetGenericArguments()[0] == typeof(Organisation) ? Tied : "reference-" + canaries.Count);
        if (type.IsGenericType)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        return type is { IsClass: true } ? Fill(type, path + ".", canaries) : Activator.CreateInstance(type);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
