using Goldthread.Register.Decisions;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Goldthread.Mail;

/// <summary>
/// Reminds the officer whose draft it was, a week before, that something is published by itself. What it is stands behind
/// sign-in; an email may lie open on any screen.
/// </summary>
internal sealed class ReminderMail(RegisterDatabase database, Mailer mailer, IOptions<BodySettings> body)
{
    /// <summary>Sends it.</summary>
    /// <returns>What was wrong; null where it was sent, or where nobody is there to read it.</returns>
    public async Task<string?> SendAsync(DraftHead draft, CancellationToken stop)
    {
        await using var context = database.Open();
        var email = await context.People.Where(person => person.Id == draft.Owner && person.LeftAt == null).Select(person => person.Email).SingleOrDefaultAsync(stop);
        return email is null ? null : await mailer.SendAsync(email, $"Something is published in a week at {Words}", Text(draft), $"publication-{draft.Id:N}-{draft.DeferredUntil:yyyyMMdd}", stop);
    }

    private string Words => string.Concat(body.Value.Name.Where(c => !char.IsControl(c)));

    private string Text(DraftHead draft) =>
        $"""
        In a week the register of {Words} publishes something by itself whose publication was deferred:

        {Address($"/desk/decisions/{draft.Id}/steps")}

        Sign in to read what, and to defer it to another day where it must still wait. This email says nothing of it on
        purpose.

        """;

    private string Address(string path) => body.Value.Address is { Length: > 0 } address ? address.TrimEnd('/') + path : $"{path} on the register's own site";
}
