using Goldthread.Core.People;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>Which fields of the form an adviser advises on: what is asked for, and the section of her field with all that stands in it.</summary>
public static class AdvisedOn
{
    private static readonly Dictionary<AdviceField, IReadOnlyList<string>> ByField = Enum.GetValues<AdviceField>().ToDictionary(field => field, Of);

    /// <summary>The names of the fields, in the order of the form.</summary>
    public static IReadOnlyList<string> Fields(AdviceField field) => ByField[field];

    /// <summary>What stands in them.</summary>
    public static DraftContent Of(AdviceField field, DraftContent content) =>
        Fields(field).Aggregate(DraftContent.Empty, (some, name) => some.With(name, content[name]));

    /// <summary>The fields that changed since advice was given on them. Where the advice itself was put into a field, nothing changed.</summary>
    /// <param name="field">The field of advice.</param>
    /// <param name="then">What was advised on.</param>
    /// <param name="now">What stands in the draft now.</param>
    /// <param name="advice">The words of the advice.</param>
    public static IReadOnlyList<string> Changed(AdviceField field, DraftContent then, DraftContent now, string advice) =>
        [.. Fields(field).Where(name => then[name] != now[name] && Words(then[name]) != Words(Without(now[name], advice)))];

    private static string Without(string text, string advice) => advice.Trim() is { Length: > 0 } own ? text.Replace(own, "", StringComparison.Ordinal) : text;

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> Of(AdviceField field)
    {
        var topic = field switch
        {
            AdviceField.Legal => Topic.Legal,
            AdviceField.Finance => Topic.Financial,
            AdviceField.Equality => Topic.Equality,
            AdviceField.DataProtection => Topic.DataProtection,
            AdviceField.Commercial => Topic.Commercial,
        };
        string[] also = field switch
        {
            AdviceField.Legal => ["recommendations", "part-2", "part-2-reason"],
            AdviceField.Commercial => ["recommendations", "money"],
            _ => ["recommendations"],
        };
        return [.. DraftForm.Fields.Where(one => one.Topic == topic || also.Contains(one.Name)).Select(one => one.Name)];
    }
}
