using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Rules;

/// <summary>A file of the rules as an officer changed it: the body of a record of the kind <c>rule</c>.</summary>
/// <remarks>It stands in for the file of the same path in the rules folder. Rules are public instruments.</remarks>
[SeenBy(Audience.Public)]
public sealed record RuleFile
{
    /// <summary>The path inside the rules folder, with slashes, such as <c>schemes/mopac.yaml</c>; the record's reference.</summary>
    public string Path { get; init; } = "";

    /// <summary>The lines of the file, in order. Search does not look into them: every organisation and figure stands in some rule.</summary>
    [NotSearched] public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The SHA-256 of the folder's own file that it was changed from, lower-case hexadecimal; another one since then is to be looked at.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The file's text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Text => string.Join('\n', Lines) + "\n";

    /// <summary>A file of a text, whatever its line ends; empty lines at the end go.</summary>
    public static RuleFile Of(string path, string text, string basis) =>
        new() { Path = path, Lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n'), Basis = basis };

    /// <summary>The path as it stands in an address: <c>schemes-mopac</c>.</summary>
    public static string SlugOf(string path)
    {
        var end = path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) ? path.LastIndexOf('.') : path.Length;
        return Slug.Of(path[..end].Replace('/', '-'));
    }

    /// <summary>What lists show of it.</summary>
    public static Columns ColumnsOf(RuleFile file) => new($"Rules: {RuleFiles.TitleOf(file.Path)}");
}
