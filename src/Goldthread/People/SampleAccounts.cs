using System.Net;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Register.Records;

namespace Goldthread.People;

/// <summary>One account for each role beside the sample, on the machine itself only. Their names say what they are.</summary>
internal static class SampleAccounts
{
    /// <summary>The domain of their addresses, which nobody can have (RFC 2606).</summary>
    public const string Domain = "@sample.invalid";

    /// <summary>The organisation of the sample's partner and provider.</summary>
    private const string Organisation = "mps";

    /// <summary>The address of a role's account.</summary>
    public static string AddressOf(Role role) => role.Words().Replace(' ', '-') + Domain;

    // What the public reads under a decision: whoever decides in the sample does so in the office that its decisions name.
    private static string OfficeOf(Role role) => role == Role.DecisionMaker ? "Deputy Mayor for Policing and Crime" : char.ToUpperInvariant(role.Words()[0]) + role.Words()[1..];

    /// <summary>Whether all the addresses that a site listens on are of the machine itself.</summary>
    public static bool IsLoopback(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(url =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))));

    /// <summary>Makes the accounts that are not there yet.</summary>
    /// <returns>The address and the password of each that was made.</returns>
    public static async Task<IReadOnlyList<(string Email, string Password)>> MakeAsync(RegisterDatabase database, CancellationToken stop)
    {
        var people = new PeopleService(database);
        var made = new List<(string, string)>();
        foreach (var role in Roles.All)
        {
            var email = AddressOf(role);
            if (await people.CalledAsync(email, stop) is not null)
                continue;
            // The one adviser advises in every field, so that a decision of the sample can be taken through all of its steps.
            AdviceField?[] fields = role == Role.Adviser ? [.. Enum.GetValues<AdviceField>()] : [null];
            var joined = await people.JoinAsync(
                new Joining(email, $"Sample {role.Words()}", OfficeOf(role), Roles.Outside.Contains(role) ? Organisation : null, [.. fields.Select(field => new Holding(role, field, people.Today))], "To try the sample."),
                "goldthread serve --sample", stop);
            if (joined.Person is { } person && await people.ResetAsync(person, "goldthread serve --sample", "To try the sample.", stop) is { } password)
                made.Add((email, password));
        }

        return made;
    }
}
