using Goldthread.Core.Publishing;
using Goldthread.People;
using Goldthread.Register.Boards;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Boards;

/// <summary>Makes rows of actions, with the names that belong to them.</summary>
public sealed class ActionLines(RegisterView view, ActionService actions, IOptions<BodySettings> own)
{
    /// <summary>The rows of some actions.</summary>
    /// <param name="entries">The actions, as the reader sees them.</param>
    /// <param name="today">The day looked at.</param>
    /// <param name="withBoard">Whether each says its board.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<IReadOnlyList<ActionLine>> OfAsync(IReadOnlyList<ActionEntry> entries, DateOnly today, bool withBoard, CancellationToken stop)
    {
        var names = await Affiliations.NamesAsync(view, [.. entries.Select(entry => entry.Action.Owner?.Reference).OfType<string>().Distinct()], stop);
        var boards = withBoard ? await BoardsAsync(stop) : [];
        var gone = view.Reader.Audience == Audience.Staff
            ? await actions.GoneAsync([.. entries.Select(entry => entry.Action.Person).OfType<Guid>().Distinct()], stop)
            : new HashSet<Guid>();
        return
        [
            .. entries.Select(entry => new ActionLine(
                entry,
                ActionWords.Owner(entry.Action, names),
                entry.Action.Board is { } board ? boards.GetValueOrDefault(PageKind.Board.Kind.SlugOf(board.Reference))?.Title : null,
                today,
                ActionWords.Notes(entry.Action, entry.Action.Person is { } person && gone.Contains(person)))),
        ];
    }

    /// <summary>The body's boards by slug.</summary>
    public async Task<Dictionary<string, Core.Records.RecordHead>> BoardsAsync(CancellationToken stop) =>
        (await view.ListAsync(new ListQuery(PageKind.Board.Name, own.Value.Id, PageSize: 200), stop)).Rows.ToDictionary(head => head.Slug, StringComparer.Ordinal);
}
