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

    private const string Answer = "is.";
    private const int Longest = 200;

    /// <summary>The code of the language; empty for English.</summary>
    public string Language { get; init; } = "";

    /// <summary>The page: empty for the questions.</summary>
    public string Page { get; init; } = "";

    /// <summary>The id of the need she chose; null where she chose none.</summary>
    public string? Need { get; init; }

    /// <summary>Her answers: a characteristic's name and the value; what she skipped is not there.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether she answered anything.</summary>
    public bool HasAnswers => Need is not null || Values.Count > 0;

    /// <summary>The name of the field in which a characteristic is asked.</summary>
    public static string FieldOf(string dimension) => Answer + dimension;

    /// <summary>Reads a form. What is not expected in it is left alone.</summary>
    public static SupportVisit Of(IFormCollection form) => new()
    {
        Language = Text(form, "to-language") ?? Text(form, "language") ?? "",
        Page = (Text(form, "to-page") ?? Text(form, "page")) is { } page && (page == Found || Pages.Contains(page)) ? page : "",
        Need = Text(form, "need"),
        Values = form.Keys.Where(key => key.StartsWith(Answer, StringComparison.Ordinal)).Select(key => (Name: key[Answer.Length..], Value: Text(form, key)))
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal),
    };

    /// <summary>The fields that say it again.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        yield return ("language", Language);
        yield return ("page", Page);
        if (Need is not null)
            yield return ("need", Need);
        foreach (var (dimension, value) in Values)
            yield return (FieldOf(dimension), value);
    }

    private static string? Text(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 and <= Longest } text ? text : null;
}
