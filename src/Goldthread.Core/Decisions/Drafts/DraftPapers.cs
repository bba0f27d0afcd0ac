using Goldthread.Core.Boards;
using Goldthread.Core.Documents;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Records;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>The records that a draft names as its papers, by their addresses on the site.</summary>
public static class DraftPapers
{
    private const string Boards = "/boards/", Workshops = "/workshops/", Documents = "/documents/", WhatIfs = "/what-ifs/", Undated = "undated/";

    /// <summary>What is wrong with a line; null where it names a record that can be a paper.</summary>
    public static string? Refuse(string line) =>
        new[] { Boards, Workshops, Documents, WhatIfs }.Any(folder => ReferenceOf(line, folder) is not null)
            ? null
            : $"“{line}” is no address of a meeting, workshop, document or what-if here, such as /boards/safety-board/2022-03-07.";

    /// <summary>The papers of one kind; null where there are none.</summary>
    public static IReadOnlyList<Ref<TBody>>? Of<TBody>(IEnumerable<string> lines)
    {
        var found = lines.Select(line => ReferenceOf(line, FolderOf(typeof(TBody)))).OfType<string>().Distinct(StringComparer.Ordinal).Select(reference => new Ref<TBody>(reference)).ToList();
        return found.Count == 0 ? null : found;
    }

    /// <summary>The slug of the record that a line names; null where it names none of this kind.</summary>
    public static string? SlugOf(string line, RecordKind kind) => ReferenceOf(line, FolderOf(kind.BodyType));

    /// <summary>The addresses of a decision's papers.</summary>
    public static IEnumerable<string> Addresses(Decision decision) =>
    [
        .. (decision.Meetings ?? []).Select(paper => Boards + ByDay(paper.Reference)),
        .. (decision.Workshops ?? []).Select(paper => Workshops + ByDay(paper.Reference)),
        .. (decision.Documents ?? []).Select(paper => Documents + Slug.Of(paper.Reference)),
        .. (decision.WhatIfs ?? []).Select(paper => WhatIfs + Slug.Of(paper.Reference)),
    ];

    private static string FolderOf(Type body) =>
        body == typeof(Minutes) ? Boards : body == typeof(Workshop) ? Workshops : body == typeof(Document) ? Documents : body == typeof(WhatIf) ? WhatIfs : throw new ArgumentException($"A {body.Name} is no paper.", nameof(body));

    // A record by day has its board before it in its address, or "undated" where it has none.
    private static string ByDay(string reference) => Slug.Of(reference) is var slug && slug.Contains('/', StringComparison.Ordinal) ? slug : Undated + slug;

    private static string? ReferenceOf(string line, string folder)
    {
        var path = line.Trim();
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http")
            path = whole.AbsolutePath;
        path = path.Split('?', '#')[0].TrimEnd('/');
        if (!path.StartsWith(folder, StringComparison.Ordinal))
            return null;
        var slug = Slug.Of(path[folder.Length..]);
        if (folder is Documents or WhatIfs)
            return slug.Length > 0 && !slug.Contains('/', StringComparison.Ordinal) ? slug : null;
        return slug.Split('/') is [{ Length: > 0 }, { Length: > 0 } last] ? slug.StartsWith(Undated, StringComparison.Ordinal) ? last : slug : null;
    }
}
