using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;

namespace Goldthread.People;

/// <summary>Finds whom something can be asked of by what was typed: people, whoever holds a role, anybody at an organisation.</summary>
internal static class Whom
{
    /// <summary>So many are offered; whoever finds more says more of the name.</summary>
    public const int Most = 20;

    /// <summary>Those that fit, and the one chosen before whether it fits or not, each as it is sent and in words; roles and organisations first.</summary>
    /// <param name="typed">Parts of a name, an office, a role or an organisation, in any order.</param>
    /// <param name="chosen">What was chosen before: <c>person:…</c>, <c>role:…</c> or <c>organisation:…</c>.</param>
    /// <param name="lists">Who is here.</param>
    /// <param name="view">The organisations, as the reader sees them.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Up to <see cref="Most"/>, and how many more fit.</returns>
    public static async Task<(IReadOnlyList<(string Value, string Words)> Choices, int More)> FindAsync(string? typed, string? chosen, AskLists lists, RegisterView view, CancellationToken stop)
    {
        var here = await lists.HereAsync(null, only: false, stop);
        var slugs = here.Select(person => person.Organisation).OfType<string>().Distinct().ToList();
        var names = await Affiliations.NamesAsync(view, slugs, stop);
        var all = AskRules.Asking.SelectMany(role => role == Role.Adviser ? Enum.GetValues<AdviceField>().Select(field => Roles.Words(role, field)) : [role.Words()])
            .Select(words => (Value: $"role:{words}", Words: $"Any {words}"))
            .Concat(slugs.Select(slug => (Value: $"organisation:{slug}", Words: $"Anybody at {names.GetValueOrDefault(slug, slug)}")))
            .Concat(here.Select(person => (Value: $"person:{person.Id}", Words: person.Organisation is { } of ? $"{person.Words}, {names.GetValueOrDefault(of, of)}" : person.Words)))
            .ToList();
        var wanted = Parts(typed ?? "");
        var fitting = wanted.Count == 0 ? [] : all.Where(one => Fits(one.Words, wanted)).ToList();
        var found = fitting.Take(Most).ToList();
        if (chosen is { Length: > 0 } && all.Find(one => one.Value == chosen) is { Value: not null } before && !found.Contains(before))
            found.Insert(0, before);
        return (found, fitting.Count - Math.Min(fitting.Count, Most));
    }

    /// <summary>Whether each part that was typed begins a part of a name; capitals make no difference.</summary>
    internal static bool Fits(string name, IReadOnlyList<string> wanted)
    {
        var parts = Parts(name);
        return wanted.All(part => parts.Any(of => of.StartsWith(part, StringComparison.Ordinal)));
    }

    /// <summary>The parts of a name as they are compared.</summary>
    internal static IReadOnlyList<string> Parts(string name) => Slug.Of(name).Split(['-', '/'], StringSplitOptions.RemoveEmptyEntries);
}
