using System.Globalization;
using System.Text.Json;
using Goldthread.Core.Diagnostics;
using Goldthread.Reading;

namespace Goldthread.Readings;

/// <summary>Prints a reading for a person: the fields of the record, then the diagnostics as a compiler does.</summary>
internal sealed class ReadingPrinter(TextWriter output, bool colour)
{
    private const int Widest = 100;

    public void Print(string path, Core.Readings.Reading reading)
    {
        output.WriteLine(Paint("1", $"{path}: {reading.Kind.ToString().ToLowerInvariant()}"));
        using var json = JsonDocument.Parse(ReadingJson.Write(path, reading));
        PrintObject(json.RootElement.GetProperty("record"), "  ");
        foreach (var diagnostic in reading.Diagnostics)
        {
            Print(path, diagnostic, reading.Text);
        }

        output.WriteLine();
    }

    private void PrintObject(JsonElement record, string indent)
    {
        foreach (var field in record.EnumerateObject())
        {
            Print(field.Name, field.Value, indent);
        }
    }

    private void Print(string name, JsonElement value, string indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                output.WriteLine($"{indent}{Paint("36", name)}: {Paint("2", "not given")}");
                break;
            case JsonValueKind.Object:
                output.WriteLine($"{indent}{Paint("36", name)}:");
                PrintObject(value, indent + "  ");
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                output.WriteLine($"{indent}{Paint("36", name)}: {Paint("2", "none")}");
                break;
            case JsonValueKind.Array:
                output.WriteLine($"{indent}{Paint("36", name)}:");
                PrintList(value, indent + "  ");
                break;
            default:
                output.WriteLine($"{indent}{Paint("36", name)}: {Shorten(value.ToString())}");
                break;
        }
    }

    private void PrintList(JsonElement list, string indent)
    {
        foreach (var element in list.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                output.WriteLine($"{indent}- {Shorten(element.ToString())}");
                continue;
            }

            var inner = element.EnumerateObject().Where(field => field.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null));
            output.WriteLine($"{indent}- {Shorten(string.Join(" · ", inner.Select(field => field.Value.ToString())))}");
            foreach (var nested in element.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() > 0))
            {
                PrintList(nested.Value, indent + "    ");
            }
        }
    }

    private void Print(string path, Diagnostic diagnostic, string text)
    {
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        var tint = diagnostic.Severity switch { Severity.Error => "31;1", Severity.Warning => "33;1", _ => "34;1" };
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{diagnostic.Line}:{diagnostic.Column}: {Paint(tint, $"{severity} {diagnostic.Code}")}: {diagnostic.Message}"));
        var line = LineOf(text, diagnostic.Line);
        var (shown, caret) = Window(line, diagnostic.Column);
        if (shown.Trim().Length > 0)
        {
            output.WriteLine($"    {shown}");
            output.WriteLine($"    {new string(' ', caret)}{Paint(tint, "^")}");
        }
    }

    /// <summary>The part of a line around a column, and where the caret stands under it.</summary>
    private static (string Shown, int Caret) Window(string line, int column)
    {
        var runes = line.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var at = Math.Clamp(column - 1, 0, runes.Count);
        var from = Math.Max(0, at - (Widest / 2));
        var shown = string.Concat(runes.Skip(from).Take(Widest)).Replace('\t', ' ');
        return (shown, at - from);
    }

    private static string LineOf(string text, int number)
    {
        var start = 0;
        for (var line = 1; line < number && start >= 0; line++)
        {
            start = text.IndexOf('\n', start) is >= 0 and var next ? next + 1 : -1;
        }

        if (start < 0)
        {
            return "";
        }

        var end = text.IndexOf('\n', start);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string Shorten(string text) =>
        text.Length <= Widest ? text : $"{text[..(Widest - 30)]} … {text[^27..]}";

    private string Paint(string code, string words) => colour ? $"\u001b[{code}m{words}\u001b[0m" : words;
}
