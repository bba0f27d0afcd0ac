using System.CommandLine;
using System.Globalization;
using Goldthread.Commands;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Site;

namespace Goldthread.People;

/// <summary><c>goldthread user</c>: who signs in, kept from the register's own machine, as for the first administrator.</summary>
internal static class UserCommand
{
    private const string Who = "goldthread user";

    public static Command Create() => new("user",
        """
        People who sign in. They are kept in /desk/people as well; the first administrator is added here.

        Examples:
          goldthread user add ada@example.org --name "Ada Example" --office "Policy officer" --role officer --role administrator
          goldthread user add bo@example.org --name "Bo Example" --office "Services manager" --role partner --organisation lantern
          goldthread user list
        """) { Add(), List(), Disable(), Reset() };

    private static Command Add()
    {
        var email = new Argument<string>("email") { Description = "Her email address; she signs in with it." };
        var name = new Option<string>("--name") { Description = "Her name as colleagues see it.", HelpName = "NAME", Required = true };
        var office = new Option<string>("--office") { Description = "The office she holds, as the public sees it.", HelpName = "OFFICE", Required = true };
        var roles = new Option<string[]>("--role") { Description = $"{string.Join(", ", Roles.All.Select(role => role.Words()))}; an adviser with a field, such as \"legal adviser\". May be given several times.", HelpName = "ROLE", Required = true };
        var organisation = new Option<string?>("--organisation") { Description = "The reference of her organisation, for a partner or provider.", HelpName = "REFERENCE" };
        var until = new Option<string?>("--until") { Description = "The last day of her roles, such as 2027-03-31.", HelpName = "DAY" };
        var command = new Command("add", "Let somebody in. Prints a password, once.") { email, name, office, roles, organisation, until };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var people = new PeopleService(database);
            DateOnly? last = null;
            if (parsed.GetValue(until) is { } day)
            {
                if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                    return RegisterOptions.Fail($"--until {day} is not a day. It looks like 2027-03-31.");
                last = read;
            }

            var holdings = new List<Holding>();
            foreach (var role in parsed.GetValue(roles)!)
            {
                if (ParseRole(role) is not { } known)
                    return RegisterOptions.Fail($"There is no role “{role}”. Roles: {string.Join(", ", Roles.All.Select(each => each.Words()))}; an adviser with a field ({string.Join(", ", Enum.GetValues<AdviceField>().Select(each => each.Words()))}).");
                holdings.Add(new Holding(known.Role, known.Advice, people.Today, last));
            }

            var outcome = await people.JoinAsync(new Joining(parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(office)!, parsed.GetValue(organisation), holdings), Who, stop);
            if (outcome.Fault is { } fault)
                return RegisterOptions.Fail(fault.Message);
            var password = await people.ResetAsync(outcome.Person!.Value, Who, "First sign-in.", stop);
            Console.Out.WriteLine($"{parsed.GetValue(email)} signs in at /sign-in with this password, which is shown this once: {password}");
            return 0;
        }, stop));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Who signs in, in which roles, and how.");
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var service = new PeopleService(database);
            var today = service.Today;
            var people = await service.ListAsync(stop);
            foreach (var person in people)
            {
                var roles = person.HeldOn(today);
                var state = person.LeftAt is { } left ? $"left {Wording.Day(left)}" : roles.Count == 0 ? "no role today" : string.Join(", ", roles.Select(role => role.Words));
                var proofs = string.Join(", ", new[] { person.HasPassword ? "password" : null, person.HasCodes ? "codes" : null, person.HasPasskey ? "passkey" : null }.OfType<string>());
                Console.Out.WriteLine($"{person.Email}  {person.Name}, {person.Office}{(person.Organisation is { } of ? $" ({of})" : "")}: {state}{(proofs.Length > 0 ? $"; {proofs}" : "")}");
            }

            if (people.Count == 0)
                Console.Out.WriteLine("Nobody signs in yet. goldthread user add lets the first administrator in.");
            return 0;
        }, stop));
        return command;
    }

    private static Command Disable()
    {
        var email = new Argument<string>("email") { Description = "Her email address." };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", HelpName = "WORDS", DefaultValueFactory = _ => "" };
        var command = new Command("disable", "End somebody's sign-in, roles and cover at once.") { email, reason };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var people = new PeopleService(database);
            if (await people.CalledAsync(parsed.GetValue(email)!, stop) is not { } person)
                return RegisterOptions.Fail($"Nobody signs in as {parsed.GetValue(email)}. goldthread user list shows who does.");
            var outcome = await people.LeaveAsync(person.Id, Who, parsed.GetValue(reason)!, stop);
            if (outcome.Fault is { } fault)
                return RegisterOptions.Fail(fault.Message);
            var open = (await new AskLists(database).OpenOfAsync(person.Id, stop)).Count + (await new DraftOwners(database).OpenOfAsync(person.Id, stop)).Count;
            Console.Out.WriteLine($"{person.Email} can no longer sign in. {open switch
            {
                0 => "Nothing that she was asked, asked or drafted is open.",
                1 => $"One thing that she was asked, asked or drafted waits to be handed over at /desk/people/{person.Id}/leave.",
                _ => $"{Wording.Number(open)} things that she was asked, asked or drafted wait to be handed over at /desk/people/{person.Id}/leave.",
            }}");
            return 0;
        }, stop));
        return command;
    }

    private static Command Reset()
    {
        var email = new Argument<string>("email") { Description = "Her email address." };
        var command = new Command("reset", "Give somebody a new password, printed once; her codes, passkeys and sessions end.") { email };
        var register = RegisterOptions.AddTo(command);
        command.SetAction((parsed, stop) => register.RunAsync(parsed, async database =>
        {
            var people = new PeopleService(database);
            if (await people.CalledAsync(parsed.GetValue(email)!, stop) is not { } person || await people.ResetAsync(person.Id, Who, "", stop) is not { } password)
                return RegisterOptions.Fail($"Nobody signs in as {parsed.GetValue(email)}. goldthread user list shows who does.");
            Console.Out.WriteLine($"{person.Email} signs in with this password, which is shown this once: {password}");
            return 0;
        }, stop));
        return command;
    }

    /// <summary>A role as typed: <c>officer</c>, <c>legal adviser</c>, <c>adviser:finance</c>.</summary>
    internal static (Role Role, AdviceField? Advice)? ParseRole(string text)
    {
        if (Roles.Parse(text) is { } role)
            return (role, null);
        var words = text.Replace(':', ' ').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Where(word => !word.Equals("adviser", StringComparison.OrdinalIgnoreCase)).ToList();
        return rest.Count < words.Length && Roles.ParseField(string.Join(' ', rest)) is { } inField ? (Role.Adviser, inField) : null;
    }
}
