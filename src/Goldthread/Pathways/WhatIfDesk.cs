using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Pathways;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Pathways;

/// <summary>Keeps what officers try on the map of help: sets of changes with whom they bring, each against the map of a moment.</summary>
public sealed class WhatIfDesk(RegisterDatabase database, Coverage coverage, IOptions<BodySettings> own)
{
    private const string Process = "what-if";

    /// <summary>All that are kept, the latest changed first.</summary>
    public async Task<IReadOnlyList<(RecordHead Head, WhatIf Content)>> AllAsync(CancellationToken stop)
    {
        var all = new List<(RecordHead Head, WhatIf Content)>();
        await using var snapshot = await database.For(Reader.Staff).SnapshotAsync(stop);
        await foreach (var (head, content) in snapshot.ContentsAsync(RecordKinds.WhatIf, own.Value.Id, asOf: null).WithCancellation(stop))
            all.Add((head, (WhatIf)content));
        return [.. all.Where(one => one.Head.Status == RecordStatus.Current).OrderByDescending(one => one.Head.ChangedAt)];
    }

    /// <summary>One that is kept; null where there is none.</summary>
    public async Task<(RecordHead Head, WhatIf Content)?> FindAsync(string slug, CancellationToken stop) =>
        (await database.For(Reader.Staff).FindAsync(own.Value.Id, RecordKinds.WhatIf.Name, slug, stop))?.Record is { Head.Status: RecordStatus.Current } found ? (found.Head, (WhatIf)found.Content) : null;

    /// <summary>Begins one, without changes yet.</summary>
    /// <returns>Its address's last part; else what is wrong, at its field.</returns>
    public async Task<(string? Slug, (string Field, string Message)? Fault)> BeginAsync(string name, string why, Standing who, CancellationToken stop)
    {
        name = OneLine(name);
        why = OneLine(why);
        var slug = Slug.Of(name).Replace('/', '-');
        if (slug.Length == 0 || name.Length > WhatIf.LongestName)
            return (null, ("name", slug.Length == 0 ? "Give it a name" : $"Shorten the name to {WhatIf.LongestName} characters"));
        if (why.Length is 0 or > Core.Pathways.Keeping.Proposal.LongestWords)
            return (null, ("why", why.Length == 0 ? "Say in a sentence what it is to find out" : $"Say it in at most {Core.Pathways.Keeping.Proposal.LongestWords} characters"));
        if (await coverage.MapAsync(stop) is not { } here)
            return (null, ("main", "There is no map yet that could be otherwise"));
        var (against, mark) = await NowAsync(stop);
        var begun = new WhatIf { Name = name, Why = why, Against = against, Mark = mark, Day = here.Day ?? Wording.Today(database.Clock) };
        return await SaveAsync(slug, begun, 0, who, "Begun.", stop) ? (slug, null) : (null, ("name", "There is one of that name already. Give it another"));
    }

    /// <summary>Says how an entry would be, or with null how one would stay, and works out anew against the map as it is whom it brings.</summary>
    /// <returns>What is wrong; null where it was kept.</returns>
    public async Task<string?> ChangeAsync(string slug, MapEntry? entry, (string Kind, string Reference)? without, Standing who, CancellationToken stop)
    {
        if (await FindAsync(slug, stop) is not { } found)
            return "There is no such what-if";
        var then = entry is null ? found.Content : found.Content.With(entry);
        if (without is { } gone)
            then = then with { Changes = [.. then.Changes.Where(change => (change.Kind, change.Reference) != gone)] };
        if (then.Changes.Count > WhatIf.MostChanges)
            return $"It holds {WhatIf.MostChanges} entries already. Begin another";
        var (against, mark) = await NowAsync(stop);
        then = then with { Against = against, Mark = mark };
        var (differences, problem) = await TryAsync(then, against, stop);
        if (differences is null)
            return problem;
        return await SaveAsync(found.Head.Reference, then with { Differences = differences }, found.Head.Revision, who, entry is null ? "An entry is taken out." : $"{entry.Name} would be otherwise.", stop)
            ? null
            : "Somebody changed it meanwhile. Look at it, and try again";
    }

    /// <summary>Works out whom one brings: against the map of a moment, or with null as it is.</summary>
    /// <returns>The kinds of help for which something changes; null where that cannot be said, with why.</returns>
    public async Task<(IReadOnlyList<WhatIfDifference>? Differences, string? Problem)> TryAsync(WhatIf one, DateTime? asOf, CancellationToken stop)
    {
        if (one.Entries() is not { } changed || await new MapStore(database).LoadAsync(Reader.Public, own.Value.Id, asOf, stop: stop) is not { } map)
            return (null, "There is no such map any more, or the entries cannot be read");
        return await coverage.DifferenceAsync(map.Entries, changed, one.Day, stop) is { } effect
            ? ([.. effect.Select(each => new WhatIfDifference { Need = each.Need.Id, Name = each.Need.Name, Gained = each.Gained, Lost = each.Lost })], null)
            : (null, "The entries do not fit together with the map, or too many ask at once. Look whether what they lead to is there, and try again");
    }

    private async Task<(DateTime Against, string Mark)> NowAsync(CancellationToken stop) => (database.Now, await new MapStore(database).MarkAsync(stop));

    private async Task<bool> SaveAsync(string reference, WhatIf one, int revision, Standing who, string reason, CancellationToken stop) =>
        (await new RegisterWriter(database).SaveAsync(
            new Change
            {
                Kind = RecordKinds.WhatIf,
                Body = own.Value.Id,
                Reference = reference,
                Content = one,
                Visibility = Audience.Staff,
                Who = Acting.Words(who.Name, who.Office),
                Process = Process,
                Reason = reason,
                ExpectedRevision = revision,
            }, stop)).Result != SaveResult.Conflict;

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
