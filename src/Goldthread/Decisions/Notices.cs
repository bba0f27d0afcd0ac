using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Decisions;

/// <summary>Who is to be told when a decision is withdrawn: those it names, and those who took copies that no register can call back.</summary>
public sealed class Notices(RegisterView view)
{
    /// <summary>Who, a line each.</summary>
    public async Task<IReadOnlyList<string>> ToTellAsync(DraftEntry draft, CancellationToken stop)
    {
        var lines = new List<string>();
        if (draft.Head.Slug is { } slug && (await view.FindAsync(draft.Head.Body, RecordKinds.Decision.Name, slug, stop))?.Record?.Content is Decision { Organisations: { Count: > 0 } named })
        {
            var names = (await view.CommonAsync(RecordKinds.Organisation.Name, [.. named.Select(one => one.Reference)], stop)).ToDictionary(head => head.Slug, head => head.Title, StringComparer.Ordinal);
            lines.AddRange(named.Select(one => $"{names.GetValueOrDefault(one.Reference, one.Reference)}, which it names"));
        }

        if (draft.Content["supplier"] is { Length: > 0 } supplier)
            lines.Add($"{supplier}, as supplier or whoever receives the grant");
        lines.Add($"{draft.Head.OwnerName?.Words ?? "The officer"}, whose draft it was");
        if (draft.Head.PublishedAt is { } at)
        {
            lines.Add($"whoever read the feeds since {Wording.Day(at)}: the entry is gone from them, a reader's own copy may not be");
            lines.Add("search engines that copied the page: ask them to look again; its address now answers that it was withdrawn");
        }

        return lines;
    }
}
