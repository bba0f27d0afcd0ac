using Goldthread.Core.Rules;

namespace Goldthread.Core.Decisions.Part2;

/// <summary>A ground on which a part of a decision may be kept confidential; an entry of <c>rules/exemptions.csv</c>.</summary>
/// <param name="Reference">Its short form, such as <c>foia-43</c>.</param>
/// <param name="Law">The law that has it.</param>
/// <param name="Provision">Where in that law, such as <c>section 43</c>.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Weighing">Whether the public interest is weighed against it.</param>
/// <param name="Says">What whoever relies on it must show beside; may be empty.</param>
/// <param name="Effect">The days on which it may be relied on.</param>
/// <param name="Source">Where it was found.</param>
public sealed record Exemption(string Reference, string Law, string Provision, string Name, Weighing Weighing, string Says, Effect Effect, string Source)
{
    /// <summary>The ground in words: <c>Commercial interests (section 43, Freedom of Information Act 2000)</c>.</summary>
    public string Words => $"{Name} ({Provision}, {Law})";
}

/// <summary>Whether the public interest is weighed before an exemption holds.</summary>
public enum Weighing
{
    /// <summary>It holds without weighing.</summary>
    Absolute,

    /// <summary>It holds only where the public interest in keeping it outweighs that in disclosing it.</summary>
    Qualified,

    /// <summary>Some of what it covers is absolute, the rest is weighed.</summary>
    Mixed,
}
