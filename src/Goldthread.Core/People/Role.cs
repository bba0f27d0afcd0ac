namespace Goldthread.Core.People;

/// <summary>What a person may be to a body's strategy, for a time. A person may hold several at once.</summary>
public enum Role
{
    /// <summary>Drafts decisions, keeps commitments true, prepares boards.</summary>
    Officer = 0,

    /// <summary>Gives advice in one field on what officers draft; see <see cref="AdviceField"/>.</summary>
    Adviser = 1,

    /// <summary>Runs boards: agenda, papers, minutes, actions.</summary>
    Secretariat = 2,

    /// <summary>Sends drafts on to the decision maker, and decides what the scheme of delegation leaves to that office.</summary>
    ChiefExecutive = 3,

    /// <summary>Decides: a mayor, deputy mayor or commissioner.</summary>
    DecisionMaker = 4,

    /// <summary>Answers for the actions, commitments and services of a partner.</summary>
    Partner = 5,

    /// <summary>Reports on a contract or grant of its own organisation.</summary>
    Provider = 6,

    /// <summary>Brings in measures and finds gaps.</summary>
    Analyst = 7,

    /// <summary>Keeps people and configuration. Reads no record that the public does not, and never acts as another.</summary>
    Administrator = 8,

    /// <summary>Reads all but confidential parts, and changes nothing.</summary>
    Auditor = 9,
}

/// <summary>The field in which an adviser advises.</summary>
public enum AdviceField
{
    /// <summary>Powers, duties and risks in law.</summary>
    Legal = 0,

    /// <summary>Money: whether it is there, from which fund, in which year.</summary>
    Finance = 1,

    /// <summary>The public sector equality duty.</summary>
    Equality = 2,

    /// <summary>Personal data and its impact assessment.</summary>
    DataProtection = 3,

    /// <summary>Procurement and contracts.</summary>
    Commercial = 4,
}

/// <summary>The roles in groups that rules speak of.</summary>
public static class Roles
{
    /// <summary>All roles.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>Roles of the body's own staff who read its records.</summary>
    public static IReadOnlyList<Role> Staff { get; } =
        [Role.Officer, Role.Adviser, Role.Secretariat, Role.ChiefExecutive, Role.DecisionMaker, Role.Analyst, Role.Auditor];

    /// <summary>Roles of people of other organisations, who read what is theirs or tied to them.</summary>
    public static IReadOnlyList<Role> Outside { get; } = [Role.Partner, Role.Provider];

    /// <summary>A role in words, as pages and commands have it: <c>chief executive</c>.</summary>
    public static string Words(this Role role) => role switch
    {
        Role.Officer => "officer",
        Role.Adviser => "adviser",
        Role.Secretariat => "secretariat",
        Role.ChiefExecutive => "chief executive",
        Role.DecisionMaker => "decision maker",
        Role.Partner => "partner",
        Role.Provider => "provider",
        Role.Analyst => "analyst",
        Role.Administrator => "administrator",
        Role.Auditor => "auditor",
    };

    /// <summary>A field of advice in words: <c>data protection</c>.</summary>
    public static string Words(this AdviceField field) => field switch
    {
        AdviceField.Legal => "legal",
        AdviceField.Finance => "finance",
        AdviceField.Equality => "equality",
        AdviceField.DataProtection => "data protection",
        AdviceField.Commercial => "commercial",
    };

    /// <summary>A role in words, an adviser's with the field: <c>legal adviser</c>.</summary>
    public static string Words(Role role, AdviceField? advice) => advice is { } inField ? $"{inField.Words()} {role.Words()}" : role.Words();

    /// <summary>The role of these words, however spaced or capitalised: <c>Chief Executive</c>, <c>chief-executive</c>; null for none.</summary>
    public static Role? Parse(string? text) => Match(text, All, Words);

    /// <summary>The field of advice of these words; null for none.</summary>
    public static AdviceField? ParseField(string? text) => Match(text, Enum.GetValues<AdviceField>(), Words);

    private static T? Match<T>(string? text, IEnumerable<T> all, Func<T, string> words)
        where T : struct
    {
        var wanted = Letters(text ?? "");
        foreach (var one in all)
            if (Letters(words(one)) == wanted)
                return one;
        return null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
