using Goldthread.Core.Following;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Due;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Following;

/// <summary>
/// What followers are told: a record that became public for the first time. That it is to be told stands in the transaction
/// that made it public; who follows it is found out afterwards, and her email waits a while, so that several records
/// come in one and what is withdrawn meanwhile in none.
/// </summary>
public static class FollowerNews
{
    /// <summary>What a row of the table <c>due</c> is called that finds who follows a record.</summary>
    public const string Tell = "tell-followers";

    /// <summary>What a row is called that sends a follower what is new; its record is the follower.</summary>
    public const string Mail = "mail-follower";

    /// <summary>All that is due for followers, by name: of no backup, because it is told once or not at all.</summary>
    internal static readonly string[] Works = [Tell, Mail, Followers.Confirm, Followers.Forget];

    /// <summary>For so long an email waits for more.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(15);

    /// <summary>An imported paper that is older belongs to the archive and is no news.</summary>
    public const int ArchiveDays = 366;

    /// <summary>The kinds that are told of.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [RecordKinds.Decision.Name, RecordKinds.Meeting.Name, RecordKinds.Workshop.Name];

    /// <summary>Puts on the list that a record became public, in the transaction that saves it; where nobody follows anything, nothing.</summary>
    internal static async Task PlanAsync(RegisterContext context, RecordRow row, string process, DateTime now, CancellationToken stop)
    {
        if (!Kinds.Contains(row.Kind)
            || (process == "import" && (row.Starts is not { } day || day < DateOnly.FromDateTime(now).AddDays(-ArchiveDays)))
            || !await context.Followers.AnyAsync(follower => follower.ConfirmedAt != null, stop)
            || await context.Revisions.AnyAsync(revision => revision.Record == row.Id && revision.Number < row.Revision && revision.Visibility == Audience.Public, stop))
            return;
        context.Due.Add(new DueRow { Id = Guid.CreateVersion7(new DateTimeOffset(now)), What = Tell, Record = row.Id, At = now });
        await context.SaveChangesAsync(stop);
    }

    /// <summary>What a record is followed by, as the public sees it.</summary>
    internal static IReadOnlyList<Followed> ReasonsOf(FoundRecord record)
    {
        var topics = RecordKinds.Get(record.Head.Kind).Derive(record.Content).Columns.Fields.Where(field => field.Name == Strand.Field).Select(field => field.Text!);
        var ties = record.Links.Where(link => link is { Upstream: true, Other: not null }).Select(link => link.Other!).ToList();
        return
        [
            .. record.Head.Kind == RecordKinds.Decision.Name ? [Followed.Decisions] : Array.Empty<Followed>(),
            .. topics.Select(topic => new Followed(FollowKind.Topic, topic)),
            .. ties.Where(head => head.Kind == RecordKinds.Organisation.Name).Select(head => new Followed(FollowKind.Organisation, head.Slug)),
            .. ties.Where(head => head.Kind == RecordKinds.Board.Name && record.Head.Kind != RecordKinds.Decision.Name).Select(head => new Followed(FollowKind.Series, head.Slug)),
        ];
    }
}

/// <summary>Finds who follows a record that became public, and puts it among what each is to be told.</summary>
/// <param name="database">The register.</param>
/// <param name="body">The body whose register it is; what others publish is not told.</param>
public sealed class TellFollowersWork(RegisterDatabase database, string body) : IDueWork
{
    /// <inheritdoc/>
    public string What => FollowerNews.Tell;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        var view = database.For(Reader.Public);
        if ((await view.HeadsAsync([due.Record!.Value], stop)).Values.SingleOrDefault() is not { } head || head.Body != body
            || (await view.FindAsync(head.Body, head.Kind, head.Slug, stop))?.Record is not { } record)
            return null;
        var reasons = FollowerNews.ReasonsOf(record);
        var all = reasons.Contains(Followed.Decisions);
        string[] topics = Subjects(FollowKind.Topic), organisations = Subjects(FollowKind.Organisation), series = Subjects(FollowKind.Series);
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (await context.Due.Where(row => row.Id == due.Id).ExecuteDeleteAsync(stop) == 0)
            return null;
        var followers = await (
            from one in context.Followed
            where (all && one.Kind == FollowKind.Decisions)
                || (one.Kind == FollowKind.Topic && topics.Contains(one.Subject))
                || (one.Kind == FollowKind.Organisation && organisations.Contains(one.Subject))
                || (one.Kind == FollowKind.Series && series.Contains(one.Subject))
            join follower in context.Followers on one.Follower equals follower.Id
            where follower.ConfirmedAt != null && !context.FollowNews.Any(news => news.Follower == follower.Id && news.Record == head.Id)
            select follower.Id).Distinct().ToListAsync(stop);
        var planned = (await context.Due.Where(row => row.What == FollowerNews.Mail && row.ClaimedUntil == null).Select(row => row.Record!.Value).ToListAsync(stop)).ToHashSet();
        context.FollowNews.AddRange(followers.Select(follower => new FollowNewsRow { Follower = follower, Record = head.Id }));
        context.Due.AddRange(followers.Where(follower => !planned.Contains(follower))
            .Select(follower => new DueRow { Id = Guid.CreateVersion7(), What = FollowerNews.Mail, Record = follower, At = database.Now + FollowerNews.Gathering }));
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;

        string[] Subjects(FollowKind kind) => [.. reasons.Where(reason => reason.Kind == kind).Select(reason => reason.Subject)];
    }
}

/// <summary>Sends a follower what is new to her.</summary>
/// <param name="database">The register.</param>
/// <param name="send">Sends it; gives what was wrong, or null. It says nothing of the address.</param>
public sealed class MailFollowerWork(RegisterDatabase database, Func<FollowerEntry, IReadOnlyList<RecordHead>, DueRow, CancellationToken, Task<string?>> send) : IDueWork
{
    // Some two days; after that the address is taken for one that no longer reads, and what was new for old.
    private const int MostTries = 12;

    /// <inheritdoc/>
    public string What => FollowerNews.Mail;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        if (await new Followers(database).FindAsync(due.Record!.Value, stop) is not { IsConfirmed: true } follower)
            return null;
        await using var context = database.Open();
        var news = await context.FollowNews.Where(row => row.Follower == follower.Id).Select(row => row.Record).ToListAsync(stop);

        // What was withdrawn meanwhile is not seen by this reader, and so not told.
        var heads = (await database.For(Reader.Public).HeadsAsync(news, stop)).Values.OrderByDescending(head => head.Starts).ThenBy(head => head.Slug, StringComparer.Ordinal).ToList();
        if (heads.Count > 0 && await send(follower, heads, due, stop) is { } wrong && due.Tries < MostTries)
            return wrong;
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await context.FollowNews.Where(row => row.Follower == follower.Id && news.Contains(row.Record)).ExecuteDeleteAsync(stop);
        if (await context.FollowNews.AnyAsync(row => row.Follower == follower.Id, stop)
            && !await context.Due.AnyAsync(row => row.What == FollowerNews.Mail && row.Record == follower.Id && row.Id != due.Id, stop))
            context.Due.Add(new DueRow { Id = Guid.CreateVersion7(), What = FollowerNews.Mail, Record = follower.Id, At = database.Now + FollowerNews.Gathering });
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return null;
    }
}

/// <summary>Forgets an address that nobody confirmed.</summary>
public sealed class ForgetFollowerWork(RegisterDatabase database) : IDueWork
{
    /// <inheritdoc/>
    public string What => Followers.Forget;

    /// <inheritdoc/>
    public async Task<string?> DoAsync(DueRow due, CancellationToken stop)
    {
        await using var context = database.Open();
        await Followers.DropAsync(context, context.Followers.Where(row => row.Id == due.Record && row.ConfirmedAt == null), stop);
        return null;
    }
}
