using Goldthread.Core.Records;
using Goldthread.Mail;
using Goldthread.Register.Due;
using Goldthread.Register.Following;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Following;

/// <summary>
/// The emails to those who follow: one that asks, and then what is new. What they are about is public, so they say it; each
/// has its end in one click (RFC 8058). Nothing that is said of a failure names an address.
/// </summary>
internal sealed class FollowerMails(RegisterDatabase database, Followers followers, FollowerBoxes boxes, FollowWords words, RecordAddress addresses, Mailer mailer, IOptions<BodySettings> body) : IDueWork
{
    private const int Most = 50;
    private const int LongestSubject = 150;

    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <inheritdoc/>
    public string What => Followers.Confirm;

    /// <summary>Asks the owner of an address whether she wants it.</summary>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        if (await followers.FindAsync(due.Record!.Value, stop) is not { IsConfirmed: false } follower)
            return null;
        if (Origin is not { } origin)
            return NoAddress;
        if (boxes.Open(follower) is not var (address, key))
            return OtherSecret;
        var list = string.Join('\n', (await words.OfAsync(follower.Follows, stop)).Select(one => $"- {one.Words}"));
        var text =
            $"""
            Somebody, we hope you, asked for an email to this address when {Name} publishes:

            {list}

            If you want that, open this page and press the button there:

            {origin}/decisions/follow/{key}

            If you do not, do nothing. No other email comes, and the address is forgotten on {Wording.Day(database.Now + Followers.Waiting)}.

            """;
        return await mailer.SendAsync(address, $"Do you want emails from {Name}?", text, $"follow-{follower.Id:N}", stop);
    }

    /// <summary>Tells a follower what is new.</summary>
    public async Task<string?> SendAsync(FollowerEntry follower, IReadOnlyList<RecordHead> news, DueRow due, CancellationToken stop)
    {
        if (Origin is not { } origin)
            return NoAddress;
        if (boxes.Open(follower) is not var (address, key))
            return OtherSecret;
        var lines = news.Take(Most).Select(head => $"{FollowWords.OneLine(head.Title)}\n{Facts(head)}\n{origin}{addresses.Of(head)}");
        var more = news.Count > Most ? $"\n\nand {Wording.Number(news.Count - Most)} more: {origin}/decisions" : "";
        var list = string.Join('\n', (await words.OfAsync(follower.Follows, stop)).Select(one => $"- {one.Words}"));
        var text =
            $"""
            {Name} has published:

            {string.Join("\n\n", lines)}{more}

            You asked for this email, and follow:

            {list}

            Follow less, or end it with one click: {origin}/decisions/follow/{key}

            """;
        return await mailer.SendAsync(address, Subject(news), text, $"news-{due.Id:N}", stop, $"{origin}/decisions/follow/{key}/end");
    }

    private string Subject(IReadOnlyList<RecordHead> news) => news switch
    {
        [var one] => Wording.Shorten($"{PageKind.Of(one.Kind)!.Title} published: {FollowWords.OneLine(one.Title)}", LongestSubject),
        _ => $"{(news.Count < Numbers.Length ? Numbers[news.Count] : Wording.Number(news.Count))} new records of {Name}",
    };

    private static string Facts(RecordHead head) => Wording.Row(head) + (head.Amount is { } amount ? $" · {Wording.Money(amount)}" : "");

    private string Name => FollowWords.OneLine(body.Value.Name);

    private string? Origin => body.Value.Address is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private const string NoAddress = "An email to somebody who follows was not sent: Body:Address is not set, so that it cannot say where. Set it in settings.json.";

    private const string OtherSecret = "An email to somebody who follows was not sent: her address was encrypted with another secret. `goldthread doctor` says which.";
}
