using System.Collections;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Publishing;

/// <summary>The bundle is whole, can be checked, is the same for the same register, and holds nothing that the public may not see.</summary>
public sealed class BundleTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Get_Bundle_MatchesEveryHashOfItsManifest()
    {
        using var zip = await BundleAsync();

        using var manifest = JsonDocument.Parse(Text(zip, "manifest.json"));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => name != "manifest.json").Order(), files.Select(file => file.GetProperty("name").GetString()!).Order());
        foreach (var file in files)
        {
            var bytes = Bytes(zip, file.GetProperty("name").GetString()!);
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        Assert.Equal(64, manifest.RootElement.GetProperty("register").GetProperty("head").GetString()!.Length);
        Assert.Equal(4, manifest.RootElement.GetProperty("records").GetProperty("decision").GetInt32()); // three of ours and one of another body
    }

    [Fact]
    public async Task Get_Bundle_HoldsEveryPublicRecordInBothFormsAndNoOther()
    {
        using var zip = await BundleAsync();

        var lines = Text(zip, "decisions.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["PCD 9001", "PCD 9002", "PCD 9003", "2021-034"], lines.Select(line => line.GetProperty("reference").GetString()!));
        Assert.Equal(CsvText.Records(Text(zip, "decisions.csv")).Select(row => row["id"]), lines.Select(line => line.GetProperty("id").GetString()!));
        Assert.Equal("2021-06-14", lines[1].GetProperty("content").GetProperty("dateSigned").GetString());
        Assert.Contains(CsvText.Records(Text(zip, "links.csv")), row => row["from"] == lines[1].GetProperty("id").GetString() && row["to"] == lines[0].GetProperty("id").GetString() && row["relation"] == "cites");
        var history = CsvText.Records(Text(zip, "history.csv"));
        Assert.All(lines, line => Assert.Contains(history, row => row["record"] == line.GetProperty("id").GetString()));
        foreach (var entry in zip.Entries)
            foreach (var hidden in (string[])["PCD 9009", "Not yet to be seen", "PCD 9013", "had to go", "only staff may see", "Words for staff only"])
                Assert.DoesNotContain(hidden, Text(zip, entry.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Bundle_WithACanaryInEveryField_HoldsThoseOfPublicFieldsOnly()
    {
        var canaries = new List<(string Canary, bool Public)>();
        foreach (var kind in RecordKinds.All)
        {
            var declared = FieldMap.For(kind.BodyType).Fields().ToDictionary(field => field.Path, field => field.Audience);
            var body = Fill(kind.BodyType, kind.Name, "", declared, canaries);
            await site.SaveAsync(kind, $"CAN {kind.Name}", body);
        }

        using var zip = await BundleAsync();
        var all = string.Concat(zip.Entries.Select(entry => Text(zip, entry.FullName)));

        Assert.Contains(canaries, canary => !canary.Public);
        foreach (var (canary, isPublic) in canaries)
            Assert.True(all.Contains(canary, StringComparison.Ordinal) == isPublic, $"{canary} {(isPublic ? "is missing" : "has leaked")}");
    }

    [Fact]
    public async Task Get_SameRegister_GivesTheSameBytes()
    {
        var first = await site.Client.GetByteArrayAsync(await AddressAsync());
        foreach (var file in Directory.GetFiles(Path.Combine(site.DataFolder, "bundles")))
            File.Delete(file);

        var second = await site.Client.GetByteArrayAsync(await AddressAsync());

        Assert.Equal(Convert.ToHexString(SHA256.HashData(first)), Convert.ToHexString(SHA256.HashData(second)));
    }

    [Fact]
    public async Task Get_ManyAtOnce_IsMadeOnceAndNotAgain()
    {
        var address = await AddressAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => site.Client.GetByteArrayAsync(address)));

        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.DataFolder, "bundles")));
        var written = File.GetLastWriteTimeUtc(file);
        Assert.All(all, bytes => Assert.Equal(all[0].Length, bytes.Length));
        await site.Client.GetByteArrayAsync(address);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public async Task Get_AfterWithdrawal_HasNothingOfItAndTheOldFileIsSweptAway()
    {
        var gone = await site.SaveAsync("PCD 9044", "Heron words that nobody else has");
        using (var before = await BundleAsync())
            Assert.Contains("Heron words", Text(before, "decisions.csv"), StringComparison.Ordinal);

        await site.WithdrawAsync(gone, "A lawful ground.");
        await site.Bundles.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "bundles")));
        using var after = await BundleAsync();
        Assert.All(after.Entries, entry => Assert.DoesNotContain("Heron words", Text(after, entry.FullName), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_OtherDate_IsNotThereAndNamesThePresentOne()
    {
        var response = await site.Client.GetAsync("/data/register-2001-01-01.zip");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(await AddressAsync(), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PartOfTheBundle_GoesOnWhereADownloadBroke()
    {
        var whole = await site.Client.GetAsync(await AddressAsync());
        using var rest = new HttpRequestMessage(HttpMethod.Get, await AddressAsync());
        rest.Headers.Range = new(100, null);
        rest.Headers.IfRange = new(whole.Headers.ETag!);

        var part = await site.Client.SendAsync(rest);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync())[100..], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_EmptyRegister_IsABundleOfNothing()
    {
        await using var fresh = new TestSite { Empty = true };
        await fresh.InitializeAsync();
        var response = await fresh.Client.GetAsync((await fresh.Client.GetAsync("/data/register.zip")).Headers.Location);

        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());

        Assert.Empty(Text(zip, "decisions.jsonl"));
        Assert.Empty(CsvText.Records(Text(zip, "history.csv")));
    }

    private async Task<string> AddressAsync() => (await site.Client.GetAsync("/data/register.zip")).Headers.Location!.OriginalString;

    private async Task<ZipArchive> BundleAsync() => new(new MemoryStream(await site.Client.GetByteArrayAsync(await AddressAsync())));

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name)).TrimStart('\uFEFF');

    private static object Fill(Type type, string kind, string before, Dictionary<string, Audience> declared, List<(string, bool)> canaries)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First(made => made.GetParameters().All(parameter => parameter.ParameterType != type));
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, kind, before + Camel(parameter.Name!), declared, canaries))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(made, Value(property.PropertyType, kind, before + Camel(property.Name), declared, canaries));
        return made;
    }

    private static object? Value(Type type, string kind, string path, Dictionary<string, Audience> declared, List<(string, bool)> canaries)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            var canary = $"canary-{kind}-{path}-{canaries.Count}.";
            canaries.Add((canary, declared[path] == Audience.Public));
            return canary;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            list.Add(Value(type.GetGenericArguments()[0], kind, path, declared, canaries));
            return list;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>))
            return Activator.CreateInstance(type, "reference-" + canaries.Count);
        if (type.IsGenericType)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        return type is { IsClass: true } ? Fill(type, kind, path + ".", declared, canaries) : Activator.CreateInstance(type);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
