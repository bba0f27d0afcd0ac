using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Decisions;

namespace Goldthread.Decisions;

/// <summary>
/// How the fields of a draft stand in a form and come back from it: each with its basis, which says over which version of
/// which text it was typed.
/// </summary>
public static class DraftInputs
{
    /// <summary>The sum, source and so on of a line of money, in the order of a stored line.</summary>
    public static IReadOnlyList<string> MoneyParts { get; } = ["year", "amount", "source", "vat"];

    /// <summary>Empty lines of money that are offered beyond those filled in.</summary>
    public const int SpareLines = 3;

    private const string AnyVat = "excluded";

    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The name of a field's only input.</summary>
    public static string NameOf(DraftField field) => "text." + field.Name;

    /// <summary>The name of the input that says what a field was typed over.</summary>
    public static string BasisOf(DraftField field) => "basis." + field.Name;

    /// <summary>What a field is typed over now: its version, and a few digits of its text's SHA-256.</summary>
    public static string Basis(DraftEntry draft, DraftField field) => Basis(draft.VersionOf(field.Name), draft.Content[field.Name]);

    /// <summary>The same of any version and text.</summary>
    public static string Basis(int version, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}");

    /// <summary>What stands in a field's inputs for a text, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Values(DraftField field, string text) => field.Kind switch
    {
        DraftFieldKind.Money => Lines(text).SelectMany((line, i) => MoneyParts.Select((part, p) => (Name: MoneyName(i, part), Value: line.ElementAtOrDefault(p) ?? "")))
            .ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal),
        DraftFieldKind.Day => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NameOf(field)] = DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day.ToString("d/M/yyyy", CultureInfo.InvariantCulture) : text,
        },
        _ => new Dictionary<string, string>(StringComparer.Ordinal) { [NameOf(field)] = text },
    };

    /// <summary>The lines of money of a text, each in its parts as they are typed; those that cannot be read as they were.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => MoneyLine.Parse(line) is [var read]
            ? [read.Year.ToString(), read.Amount.ToString(), read.Source, read.Vat.ToString().ToLowerInvariant()]
            : (IReadOnlyList<string>)line.Split('|'))];

    /// <summary>The name of an input of a line of money.</summary>
    public static string MoneyName(int line, string part) => string.Create(CultureInfo.InvariantCulture, $"money.{line}.{part}");

    /// <summary>
    /// The texts that were typed in a form, each with the version that it was typed over. What stands as it stood when the
    /// form was shown is none of them, so that nobody's old text is held against another's new one.
    /// </summary>
    public static IReadOnlyDictionary<string, (string Text, int BasedOn)> Typed(IFormCollection form)
    {
        var typed = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var field in DraftForm.Fields)
        {
            if (form[BasisOf(field)].ToString() is not { Length: > 0 } basis || !int.TryParse(basis.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                continue;
            var text = TextOf(field, form);
            if (Basis(version, text) != basis)
                typed[field.Name] = (text, version);
        }

        return typed;
    }

    /// <summary>What stands in a field's inputs of a form, as it is stored.</summary>
    public static string TextOf(DraftField field, IFormCollection form)
    {
        if (field.Kind == DraftFieldKind.Money)
            return Money(form);
        var text = form[NameOf(field)].ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        return field.Kind switch
        {
            DraftFieldKind.Line => string.Join(' ', text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            DraftFieldKind.Day => DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text.Trim(),
            _ => text,
        };
    }

    private static string Money(IFormCollection form)
    {
        var lines = new List<string>();
        for (var i = 0; form.ContainsKey(MoneyName(i, "amount")); i++)
        {
            string[] parts = [.. MoneyParts.Select(part => form[MoneyName(i, part)].ToString().Replace('|', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim())];
            if (parts[0].Length + parts[1].Length + parts[2].Length == 0)
                continue;
            lines.Add(MoneyLine.Of(parts[0], parts[1], parts[2], parts[3].Length == 0 ? AnyVat : parts[3]) is { } read ? read.Stored : string.Join('|', parts));
        }

        return string.Join('\n', lines);
    }
}
