using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.Readings;
using Goldthread.Core.Rules;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>What must hold of every outcome, whatever the bytes were.</summary>
/// <remarks>
/// A file is read or refused by name. Of what is read: it can be written as JSON, every field has its place inside
/// the text, as has every diagnostic, no string holds a control character or half a character, nothing from outside
/// the file is in it, and reading it again gives the same.
/// </remarks>
internal sealed class FuzzJudge
{
    private static readonly HashSet<string> Refusals =
        ["empty", "too-large", "damaged", "password-protected", "not-word", "old-word", "not-text", "unknown-format", "too-slow", "no-room", "fonts-missing", "pdftotext-missing"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    private readonly DocumentReader reader;

    /// <summary>Takes the folder of rules; writes the canary.</summary>
    public FuzzJudge(string rulesFolder)
    {
        var files = Directory.EnumerateFiles(rulesFolder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".csv" or ".yaml")
            .ToDictionary(file => Path.GetRelativePath(rulesFolder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        var book = RuleBook.Parse(files).Book ?? throw new InvalidDataException($"The rules in {rulesFolder} have errors.");
        var layouts = Layouts.Parse(files.Where(file => file.Key.StartsWith("layouts/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal));
        reader = new DocumentReader(layouts, (record, text) => Checks.Run(record, book, text), code => book.Diagnostic(code)?.Severity ?? Severity.Warning);
        File.WriteAllText(CanaryFile, Odd.Canary);
    }

    /// <summary>A file that inputs point at.</summary>
    public static string CanaryFile { get; } = Path.Combine(Path.GetTempPath(), "goldthread-canary.txt");

    /// <summary>The outcome of reading the input.</summary>
    public ReadOutcome Read(FuzzInput input, CancellationToken cancellation = default) => reader.Read(input.Name, input.Bytes, cancellation);

    /// <summary>What is wrong with an outcome; null where nothing is.</summary>
    public string? Fault(FuzzInput input, ReadOutcome outcome, bool again)
    {
        if (outcome is ReadOutcome.Failed failed)
        {
            return Refusals.Contains(failed.Code) && failed.Message.EndsWith('.') && failed.Message.Contains(';')
                ? null : $"refused without a name: {failed.Code}: {failed.Message}";
        }

        var reading = ((ReadOutcome.Read)outcome).Reading;
        var json = ReadingJson.Write(input.Name, reading, provenance: true);
        return FaultOfStrings(reading) ?? FaultOfPlaces(reading, json) ?? (again ? FaultOfReadingAgain(input, json) : null);
    }

    private string? FaultOfReadingAgain(FuzzInput input, string json) =>
        Read(input) is ReadOutcome.Read second && ReadingJson.Write(input.Name, second.Reading, provenance: true) == json ? null : "reading again gives something else";

    private static string? FaultOfStrings(Core.Readings.Reading reading)
    {
        if (Broken(reading.Text, inText: true) is { } inText)
        {
            return $"the text holds {inText}";
        }

        if (reading.Text.Contains(Odd.Canary, StringComparison.Ordinal))
        {
            return "the text holds what stands in another file";
        }

        return Strings(reading.Record).Concat(reading.Diagnostics.Select(diagnostic => diagnostic.Message))
            .Select(text => Broken(text, inText: false) is { } what ? $"a field holds {what}: {text[..Math.Min(60, text.Length)]}" : null)
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? Broken(string text, bool inText)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && !(inText && text[at] is '\n' or '\t'))
            {
                return $"the control character {(int)text[at]:X4}";
            }

            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return "half a character";
            }
        }

        return null;
    }

    private static string? FaultOfPlaces(Core.Readings.Reading reading, string json)
    {
        var lines = reading.Text.Split('\n').Select(line => line.EnumerateRunes().Count()).ToArray();
        using var document = JsonDocument.Parse(json);
        foreach (var pointer in Leaves(document.RootElement.GetProperty("record"), ""))
        {
            if (!reading.Provenance.TryGetValue(pointer, out var place))
            {
                return $"no place for {Bare(pointer)}";
            }

            if (!IsInside(place, lines))
            {
                return $"{Bare(pointer)} stands outside the text: {place}";
            }
        }

        return reading.Diagnostics.FirstOrDefault(found => !IsInside(new Place(found.Line, found.Column, found.Line, found.Column), lines)) is { } outside
            ? $"{outside.Code} stands outside the text: {outside.Line}:{outside.Column}" : null;
    }

    /// <summary>An empty line has a first column too: the place of what was expected there.</summary>
    private static bool IsInside(Place place, int[] lines) =>
        place.Line >= 1 && place.EndLine >= place.Line && place.EndLine <= lines.Length
        && place.Column >= 1 && place.Column <= Math.Max(1, lines[place.Line - 1])
        && place.EndColumn >= 1 && place.EndColumn <= Math.Max(1, lines[place.EndLine - 1]);

    private static IEnumerable<string> Leaves(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Leaves(field.Value, $"{pointer}/{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((element, index) => Leaves(element, $"{pointer}/{index}")),
        JsonValueKind.Null => [],
        _ => [pointer],
    };

    private static string Bare(string pointer) => string.Join('/', pointer.Split('/').Select(part => int.TryParse(part, out _) ? "#" : part));

    private static IEnumerable<string> Strings(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>().SelectMany(Strings),
        _ when value.GetType().Namespace?.StartsWith("Goldthread", StringComparison.Ordinal) == true && !value.GetType().IsEnum =>
            Properties.GetOrAdd(value.GetType(), type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != type)])
                .SelectMany(property => Strings(property.GetValue(value))),
        _ => [],
    };
}
