using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Organisations;

/// <summary>The organisations that a record's public words name; what is not public ties nobody to it.</summary>
internal static class NamedOrganisations
{
    /// <summary>References to them, in the order of their first mention.</summary>
    public static IReadOnlyList<Ref<Organisation>> In(object content, OrganisationNames names) =>
        [.. names.FindIn(PublicText(content)).Select(reference => new Ref<Organisation>(reference))];

    /// <summary>All that everybody may read of it.</summary>
    public static string PublicText(object content) =>
        FieldMap.For(content.GetType()).Text(content).GetValueOrDefault(Audience.Public, "");
}
