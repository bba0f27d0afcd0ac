using System.Security.Cryptography;
using System.Text;

namespace Goldthread.Support;

/// <summary>
/// What a request to the pages for survivors says, all of it in the body of a POST: the language, the page and the answers.
/// It lives as long as the request and is written nowhere; each page holds it in its form, so that the next request can say it again.
/// </summary>
public sealed record SupportVisit
{
    /// <summary>The page that shows who can help.</summary>
    public const string Found = "found";

    /// <summary>The pages of their own, in their order; the first, with the questions, has no name.</summary>
    public static readonly IReadOnlyList<string> Pages = ["friend", "man", "deaf", "child", "harm", "rights"];

    private const string AnswerField = "a-";
    private const int CodeLength = 6;
    private const int Longest = 20;

    private static readonly Dictionary<string, string> PagesByCode = Pages.Append(Found).ToDictionary(page => CodeOf(page), page => page, StringComparer.Ordinal);

    /// <summary>The code of the language; empty for English.</summary>
    public string Language { get; init; } = "";

    /// <summary>The page: empty for the questions.</summary>
    public string Page { get; init; } = "";

    /// <summary>Her answers, as the form names them: the field of a question and the code of the answer. What she skipped is not there.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// What stands for a page, a question or an answer in a form. Without script a browser may write what a form sent to its disk,
    /// to open the tab again; codes say nothing to whoever finds them there without this site beside.
    /// </summary>
    public static string CodeOf(params ReadOnlySpan<string> names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))))[..CodeLength];

    /// <summary>The name of the field that asks for the need.</summary>
    public static string NeedField { get; } = AnswerField + CodeOf("need");

    /// <summary>The name of the field that asks for a characteristic.</summary>
    public static string FieldOf(string dimension) => AnswerField + CodeOf("dimension", dimension);

    /// <summary>Reads a form. What is not expected in it is left alone.</summary>
    public static SupportVisit Of(IFormCollection form) => new()
    {
        Language = Text(form, "to-language") ?? Text(form, "language") ?? "",
        Page = PagesByCode.GetValueOrDefault(Text(form, "to-page") ?? Text(form, "page") ?? "") ?? "",
        Answers = form.Keys.Where(key => key.StartsWith(AnswerField, StringComparison.Ordinal) && key.Length <= Longest).Select(key => (Field: key, Code: Text(form, key)))
            .Where(pair => pair.Code is not null).ToDictionary(pair => pair.Field, pair => pair.Code!, StringComparer.Ordinal),
    };

    /// <summary>The fields that say it again.</summary>
    public IEnumerable<(string Name, string Value)> Fields() =>
        [("language", Language), ("page", Page.Length == 0 ? "" : CodeOf(Page)), .. Answers.Select(answer => (answer.Key, answer.Value))];

    private static string? Text(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 and <= Longest } text ? text : null;
}
