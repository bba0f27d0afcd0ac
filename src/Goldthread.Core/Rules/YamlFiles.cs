using Goldthread.Core.Decisions;

namespace Goldthread.Core.Rules;

/// <summary>What each YAML rules file holds.</summary>
internal static class YamlFiles
{
    private static readonly Dictionary<string, Topic> Topics =
        Enum.GetValues<Topic>().ToDictionary(topic => char.ToLowerInvariant(topic.ToString()[0]) + topic.ToString()[1..], StringComparer.Ordinal);

    public static IReadOnlyList<ExpectedTopic> Sections(string file, string text, List<RuleError> errors) =>
        YamlPlace.Open(file, text, errors) is { } top
            ? [.. top["expected"].Items("expected").Select(entry => new ExpectedTopic(
                entry["topic"].OneOf("topic", Topics), entry["name"].Text("name"), entry["words"].Texts("words"), entry.Effect(), entry["source"].Text("source")))]
            : [];

    public static Scheme? Scheme(string file, string text, List<RuleError> errors)
    {
        if (YamlPlace.Open(file, text, errors) is not { } top)
        {
            return null;
        }

        var roles = top["roles"].Items("roles").Select((entry, rank) =>
            new SchemeRole(entry["role"].Text("role"), rank, entry["names"].Texts("names"))).ToList();
        var byName = roles.DistinctBy(role => role.Role, StringComparer.Ordinal).ToDictionary(role => role.Role, StringComparer.Ordinal);
        return new Scheme(
            file,
            top["body"].Text("body"),
            top["names"].Texts("names"),
            top["references"].Texts("references"),
            roles,
            [.. top["versions"].Items("versions").Select(version => Version(version, byName)).OrderBy(version => version.Effect.From)]);
    }

    private static SchemeVersion Version(YamlPlace entry, Dictionary<string, SchemeRole> roles) => new(
        entry["version"].Text("version"),
        entry.Effect(),
        entry["status"].Text("status"),
        entry["source"].Text("source"),
        [.. entry["provisions"].Items("provisions").Select(provision => Provision(provision, roles))]);

    private static Provision Provision(YamlPlace entry, Dictionary<string, SchemeRole> roles) => new(
        entry["paragraph"].Text("paragraph"),
        entry["role"].OneOf("role", roles),
        [.. entry["acts"].Items("acts").Select(act => act.OneOf("acts", Acts.ByName))],
        entry["least"].Pounds(),
        entry["most"].Pounds(),
        entry["says"].Text("says"),
        entry["source"].Text("source"));
}
