using Goldthread.Register.Boards;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.Pathways;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Goldthread.Mail;

/// <summary>
/// Sends one person her digest: that so many things wait, and where. What they are stands behind sign-in; an email may lie
/// open on any screen.
/// </summary>
internal sealed class DigestMail(RegisterDatabase database, PeopleService people, AskLists lists, DraftLists drafts, MapKeeping map, ActionService actions, Mailer mailer, IOptions<BodySettings> body) : IDueWork
{
    /// <inheritdoc/>
    public string What => WeeklyDigests.Digest;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        await using var context = database.Open();
        var email = await context.People.Where(person => person.Id == due.Record && person.LeftAt == null && person.Digest).Select(person => person.Email).SingleOrDefaultAsync(stop);
        if (email is null || await people.StandingAsync(due.Record!.Value, stop) is not { } standing)
            return null;
        var waiting = (await lists.CountAsync(standing, people.Today, stop)).Waiting + (await drafts.WaitingAsync(standing, stop)).Count + (await map.WaitingAsync(standing, stop)).Things + await actions.WaitingAsync(standing, stop);
        return waiting == 0 ? null : await mailer.SendAsync(email, Subject(waiting), Text(waiting), $"digest-{due.Id:N}", stop);
    }

    private string Subject(int waiting) => $"{Things(waiting)} for you at {OneLine(body.Value.Name)}";

    private string Text(int waiting) =>
        $"""
        {Things(waiting)} for you in the register of {OneLine(body.Value.Name)}:

        {Address("/desk")}

        Sign in to read what. This email says nothing of it on purpose. It comes once a week at most, and only where
        something waits. If you want none: {Address("/desk/account")}

        """;

    private static string Things(int waiting) => waiting == 1 ? "One thing waits" : $"{Wording.Number(waiting)} things wait";

    private string Address(string path) => body.Value.Address is { Length: > 0 } address ? address.TrimEnd('/') + path : $"{path} on the register's own site";

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
