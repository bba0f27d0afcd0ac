using Goldthread.Core.Publishing;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Publishing;

/// <summary>
/// The rule of visibility, in one place: which records and which ties a reader may see, as a condition that every
/// query carries.
/// </summary>
/// <param name="Reader">For whom the query is made.</param>
public sealed record Visible(Reader Reader)
{
    /// <summary>The relation that ties an organisation to a record that partners may see.</summary>
    public const string TiedTo = "partner";

    /// <summary>The audiences whose fields and ties this reader may see.</summary>
    public IReadOnlyList<Audience> Audiences { get; } =
        [.. Enum.GetValues<Audience>().Where(audience => audience <= Reader.Audience)];

    /// <summary>Whether the condition reads a record's status and visibility and nothing else, so that it can be asked of the tally as well.</summary>
    public bool ByColumnsAlone => Reader is not { Audience: Audience.Partners, Organisation: not null };

    /// <summary>Whether only what the reader's organisation owns or is tied to is meant.</summary>
    public bool OnlyTied { get; private init; }

    /// <summary>
    /// The reader's register in parts in each of which the same audiences are hers in every record: for a partner what her
    /// organisation owns or is tied to, and all else, of which she sees what the public sees. What is in both is hers as in
    /// the first.
    /// </summary>
    public IReadOnlyList<Visible> Parts => ByColumnsAlone ? [this] : [this with { OnlyTied = true }, new Visible(Reader.Public)];

    /// <summary>
    /// The condition on a record <c>r</c>. Staff see all; partners what is public and what their organisation owns
    /// or is tied to; the public what is public. What was withdrawn is for staff alone.
    /// </summary>
    /// <param name="organisation">The placeholder of the parameter that holds the reader's organisation, such as <c>{0}</c>.</param>
    public string Condition(string organisation) => Reader.Audience switch
    {
        Audience.Staff => "1 = 1",
        Audience.Partners when OnlyTied => $"r.status = 'current' AND r.visibility IN ('public', 'partners') AND {Tied("r", organisation)}",
        Audience.Partners when Reader.Organisation is not null => $"r.status = 'current' AND (r.visibility = 'public' OR (r.visibility = 'partners' AND {Tied("r", organisation)}))",
        Audience.Partners or Audience.Public => "r.status = 'current' AND r.visibility = 'public'",
    };

    /// <summary>The condition on a tie <c>l</c>: that its audience is one of the reader's in the record that makes it.</summary>
    /// <param name="from">The record that makes the tie, which the reader sees.</param>
    /// <param name="organisation">The placeholder of the reader's organisation.</param>
    public string TieCondition(string from, string organisation)
    {
        var hers = $"l.audience IN ({string.Join(", ", Audiences.Select(audience => $"'{audience.ToString().ToLowerInvariant()}'"))})";
        return ByColumnsAlone ? hers : $"(l.audience = 'public' OR ({hers} AND {Tied(from, organisation)}))";
    }

    /// <summary>The visible part of the table <c>record</c>: every query of records begins here.</summary>
    internal IQueryable<RecordRow> Records(RegisterContext context) =>
        context.Records.FromSqlRaw($"SELECT r.* FROM record AS r WHERE {Condition("{0}")}", Reader.Organisation ?? "").AsNoTracking();

    /// <summary>The ties that this reader may see, each by the record that makes it; whether she sees both ends is asked beside it.</summary>
    internal IQueryable<LinkRow> Links(RegisterContext context) => ByColumnsAlone
        ? context.Links.AsNoTracking().Where(link => Audiences.Contains(link.Audience))
        : context.Links.FromSqlRaw(
            $"""SELECT l.* FROM link AS l WHERE EXISTS (SELECT 1 FROM record AS f WHERE f.id = l."from" AND {TieCondition("f", "{0}")})""", Reader.Organisation ?? "").AsNoTracking();

    private static string Tied(string record, string organisation) => $"""
        ({record}.owner = {organisation} OR EXISTS (
            SELECT 1 FROM link AS t JOIN record AS o ON o.id = t."to"
            WHERE t."from" = {record}.id AND t.relation = '{TiedTo}' AND o.kind = 'organisation' AND o.slug = {organisation}))
        """;
}
