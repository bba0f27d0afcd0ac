using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Lets a record be a rule, on SQLite.</summary>
/// <remarks>
/// SQLite changes no check of a table in place. Building the table anew would copy a whole register; what a check says is
/// text of the schema alone and may be rewritten there (sqlite.org/lang_altertable.html, section 7). The table made and
/// dropped at the end moves the schema's number on, so that every other connection reads it again.
/// </remarks>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteRuleKind : Migration
{
    internal const string Id = "20261122233000_RuleKind";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '''organisation''', '''organisation'', ''rule''')
            WHERE type = 'table' AND name = 'record' AND sql NOT LIKE '%''rule''%';
        PRAGMA writable_schema = RESET;
        CREATE TABLE schema_changed (at INTEGER);
        DROP TABLE schema_changed;
        """);
}

/// <summary>Lets a record be a rule, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteRuleKind.Id)]
public sealed class PostgresRuleKind : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record DROP CONSTRAINT record_kind;
        ALTER TABLE record ADD CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation', 'rule'));
        """);
}
