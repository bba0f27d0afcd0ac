using Goldthread.Core.People;
using Goldthread.Register.People;

namespace Goldthread.People;

/// <summary>
/// The body's own provider of sign-in (OpenID Connect), bound from the configuration section <c>SignIn:Provider</c>. Its
/// client secret is no setting: it comes from <see cref="Secrets"/>.
/// </summary>
internal sealed class ProviderSettings
{
    /// <summary>What it is called on the sign-in page, such as <c>your office account</c>.</summary>
    public string Name { get; set; } = "your office account";

    /// <summary>Its issuer, such as <c>https://login.example.org</c>: where its discovery document stands, and who its tokens say made them.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What this register is called there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>What is asked for, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile email";

    /// <summary>The claim of the id token that lists groups.</summary>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>The role of each group, in the words of <c>goldthread user add --role</c>: <c>"policy-team": "officer"</c>.</summary>
    public Dictionary<string, string> Roles { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Whether a provider is configured.</summary>
    public bool IsSet => Authority.Length > 0;

    /// <summary>Whether the provider is asked over TLS, as it must be unless it is on this machine.</summary>
    public bool NeedsTls => !(Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && uri.IsLoopback);

    /// <summary>The roles of groups. Roles of other organisations are given by hand, because a group does not say of which.</summary>
    public IReadOnlyList<ProviderRole> RolesOf(IEnumerable<string> groups) =>
        [.. groups.Distinct(StringComparer.Ordinal).Where(Roles.ContainsKey).Select(group => UserCommand.ParseRole(Roles[group])!.Value).Distinct().Select(role => new ProviderRole(role.Role, role.Advice))];

    /// <summary>What is wrong with the settings, to be told at the start; null where nothing is.</summary>
    public string? Fault()
    {
        if (!IsSet)
            return null;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
            return $"SignIn:Provider:Authority is “{Authority}”. It is an https address, such as https://login.example.org.";
        if (ClientId.Length == 0)
            return "SignIn:Provider:ClientId is missing: what the provider calls this register.";
        foreach (var (group, role) in Roles)
            if (UserCommand.ParseRole(role) is not { } known || (known.Role == Role.Adviser && known.Advice is null) || Core.People.Roles.Outside.Contains(known.Role))
                return $"SignIn:Provider:Roles gives “{group}” the role “{role}”. It takes a role of the body's own staff, an adviser with the field, such as “legal adviser”.";
        return null;
    }
}
