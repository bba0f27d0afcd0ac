using System.Data.Common;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Goldthread.Search.Bench;

/// <summary>The plain design on the same tables: count by kind whatever matches, rank whatever matches, show twenty.</summary>
internal sealed class Plain(RegisterDatabase register)
{
    private const string Visible = "r.status = 'current' AND r.visibility = 'public'";

    private const string SqliteCount = $"SELECT r.kind, COUNT(*) FROM search AS s JOIN record AS r ON r.key = s.rowid WHERE search MATCH @words AND {Visible} GROUP BY r.kind";

    private const string SqliteBest = $$"""
        SELECT r.title, snippet(search, 1, char(1), char(2), '…', 36) FROM search AS s JOIN record AS r ON r.key = s.rowid
        WHERE search MATCH @words AND {{Visible}} ORDER BY bm25(search, 10.0, 1.0, 1.0, 1.0, 0.0), s.rowid DESC LIMIT 20
        """;

    private const string PostgresCount = $"""
        SELECT r.kind, COUNT(*) FROM websearch_to_tsquery('english', @words) AS query, search AS s JOIN record AS r ON r.key = s.key
        WHERE s.words_public @@ query AND {Visible} GROUP BY r.kind
        """;

    private const string PostgresBest = $"""
        SELECT best.title, ts_headline('english', best.public, best.query, 'MaxWords=36, MinWords=18, MaxFragments=1') FROM (
            SELECT r.title, s.public, query, ts_rank(s.words_public, query) AS rank
            FROM websearch_to_tsquery('english', @words) AS query, search AS s JOIN record AS r ON r.key = s.key
            WHERE s.words_public @@ query AND {Visible} ORDER BY rank DESC, s.key DESC LIMIT 20) AS best
        """;

    public async Task AskAsync(SearchQuery query)
    {
        var words = SearchWords.Parse(query.Text);
        if (words.IsEmpty)
            return;
        await using var context = register.Open();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var onSqlite = connection is SqliteConnection;
        await ReadAsync(connection, onSqlite ? SqliteCount : PostgresCount, words, onSqlite);
        await ReadAsync(connection, onSqlite ? SqliteBest : PostgresBest, words, onSqlite);
    }

    private static async Task ReadAsync(DbConnection connection, string sql, SearchWords words, bool onSqlite)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(onSqlite
            ? new SqliteParameter("@words", $"{{title \"public\"}} : ({words.Quoted})")
            : new NpgsqlParameter("words", words.Quoted));
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            rows.GetValue(1);
    }
}
