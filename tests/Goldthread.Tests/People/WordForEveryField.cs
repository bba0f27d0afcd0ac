using System.Collections;
using System.Globalization;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Tests.People;

/// <summary>A word of its own in one field of one state of one record.</summary>
/// <param name="Word">The word; it stands nowhere else.</param>
/// <param name="Path">The field, such as <c>publication.part2Reason</c>.</param>
/// <param name="Field">The widest audience that may see the field.</param>
public sealed record PlantedWord(string Word, string Path, Audience Field);

/// <summary>Fills every text and every reference of a kind's body, found by reflection over its type, each with a word of its own.</summary>
public sealed class WordForEveryField
{
    /// <summary>A word that stands in every text of every record as well.</summary>
    public const string Common = "zcommonword";

    private int next;

    /// <summary>A body of a kind with its words.</summary>
    public (object Body, IReadOnlyList<PlantedWord> Words) Fill(RecordKind kind)
    {
        var declared = FieldMap.For(kind.BodyType).Fields().ToDictionary(field => field.Path, field => field.Audience);
        var words = new List<(string Word, string Path, string Pointer)>();
        var body = Fill(kind.BodyType, "", "", words);
        if (kind.BodyType.GetProperty(nameof(Import)) is { } import)
            import.SetValue(body, ImportOf(words));
        return (body, [.. words.Select(each => new PlantedWord(each.Word, each.Path, declared[each.Path]))]);
    }

    // The document's text holds every word, each where the field was read from, and one that no field has.
    private Import ImportOf(List<(string Word, string Path, string Pointer)> words)
    {
        var read = words.Where(each => !each.Path.StartsWith("import.", StringComparison.Ordinal)).ToList();
        words.RemoveAll(each => each.Path.StartsWith("import.", StringComparison.Ordinal));
        var (file, text, found) = (Word(), Word(), Word());
        words.AddRange([(file, "import.file", ""), (text, "import.text", ""), (found, "import.diagnostics.message", "")]);
        return new Import
        {
            File = file + ".txt",
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))),
            Text = string.Join('\n', read.Select(each => $"{each.Word} {Common}").Append(text)),
            Provenance = read.Select((each, at) => (each, at)).Where(each => each.each.Pointer.Length > 0)
                .ToDictionary(each => each.each.Pointer, each => new Place(each.at + 1, 1, each.at + 1, each.each.Word.Length), StringComparer.Ordinal),
            Diagnostics = [new Diagnostic("GT6015", Severity.Info, found, 1, 1), new Diagnostic("GT2001", Severity.Error, found, 2, 1)],
        };
    }

    private object Fill(Type type, string before, string pointer, List<(string, string, string)> words)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First(made => made.GetParameters().All(parameter => parameter.ParameterType != type));
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, before + Camel(parameter.Name!), $"{pointer}/{Camel(parameter.Name!)}", words))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(made, Value(property.PropertyType, before + Camel(property.Name), $"{pointer}/{Camel(property.Name)}", words));
        return made;
    }

    private object? Value(Type type, string path, string pointer, List<(string, string, string)> words)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            var word = Word();
            words.Add((word, path, pointer));
            return $"{word} {Common}";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            list.Add(Value(type.GetGenericArguments()[0], path, pointer + "/0", words));
            return list;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>))
        {
            var word = Word();
            words.Add((word, path, ""));
            return Activator.CreateInstance(type, word);
        }

        if (type == typeof(DateOnly))
            return new DateOnly(2021, 3, 4);
        if (type.IsGenericType)
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        return type is { IsClass: true } ? Fill(type, path + ".", pointer, words) : Activator.CreateInstance(type);
    }

    private string Word() => "wq" + (++next).ToString("0000", CultureInfo.InvariantCulture) + "x";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
