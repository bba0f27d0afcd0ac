using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>How a link reads from the record whose page it stands on.</summary>
public static class RelationWords
{
    /// <summary>The words, such as <c>relies on</c> or <c>is cited by</c>.</summary>
    public static string Of(LinkedRecord link) => (link.Relation, link.Upstream) switch
    {
        ("cites", true) => "relies on",
        ("cites", false) => "is cited by",
        ("names", true) => "names",
        ("names", false) => "is named in",
        ("held-by", true) => "was held by",
        ("held-by", false) => "held",
        var (relation, upstream) => upstream ? relation : relation + " (from the other side)",
    };
}
