using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>Which published decisions stand in each other's place, by how they stand in an address. Whoever shows them asks the register whether they may be seen.</summary>
/// <param name="Earlier">The decision whose place this one takes, or null.</param>
/// <param name="Later">The decision that takes this one's place, or null.</param>
public sealed record InPlace(string? Earlier, string? Later)
{
    private static readonly DraftState[] Out = [DraftState.Published, DraftState.Superseded];

    /// <summary>Looks for those of a decision.</summary>
    public static async Task<InPlace> OfAsync(RegisterDatabase database, string body, string slug, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var named = await (
            from part in context.DraftParts.AsNoTracking()
            join draft in context.Drafts on part.Draft equals draft.Id
            where part.Name == "supersedes" && part.Text != "" && draft.Body == body && Out.Contains(draft.State)
            orderby draft.PublishedAt
            select new { draft.Slug, part.Text }).ToListAsync(stop);
        return new InPlace(
            named.Where(one => one.Slug == slug).Select(one => SlugOf(one.Text)).FirstOrDefault(),
            named.Where(one => SlugOf(one.Text) == slug).Select(one => one.Slug).LastOrDefault());
    }

    private static string? SlugOf(string text) => DecisionReference.TryParse(text, out var reference) ? reference.Slug : null;
}
