using Goldthread.Support;

namespace Goldthread.Tests.Support;

/// <summary>What a browser sends to the pages for survivors.</summary>
internal static class HelpForm
{
    /// <summary>The form of fields said in words: <c>to-page</c> found, <c>need</c> refuge, <c>is.borough</c> Barnet. Any other is sent as it is.</summary>
    public static FormUrlEncodedContent Of(params (string Name, string Value)[] fields) => new(fields.Select(field => field.Name switch
    {
        "page" or "to-page" => new KeyValuePair<string, string>(field.Name, SupportVisit.CodeOf(field.Value)),
        "need" => new(SupportVisit.NeedField, SupportVisit.CodeOf("need", field.Value)),
        _ when field.Name.StartsWith("is.", StringComparison.Ordinal) => new(SupportVisit.FieldOf(field.Name[3..]), SupportVisit.CodeOf(field.Name[3..], field.Value)),
        _ => new(field.Name, field.Value),
    }));
}
