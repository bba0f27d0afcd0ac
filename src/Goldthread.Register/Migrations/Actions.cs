using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Lets a record be an action, and keeps what is none, on SQLite; why in this way, <see cref="SqliteRuleKind"/> says.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteActions : Migration
{
    internal const string Id = "20261126000000_Actions";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ', ''what-if''', ', ''what-if'', ''action''')
            WHERE type = 'table' AND name = 'record' AND sql NOT LIKE '%''action''%';
        PRAGMA writable_schema = RESET;
        CREATE TABLE action_left (
            record TEXT NOT NULL,
            number INTEGER NOT NULL,
            who TEXT NOT NULL,
            at TEXT NOT NULL,
            CONSTRAINT action_left_pk PRIMARY KEY (record, number),
            CONSTRAINT action_left_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteActions.Id)]
public sealed class PostgresActions : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record DROP CONSTRAINT record_kind;
        ALTER TABLE record ADD CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation', 'rule', 'map', 'door', 'service', 'assessment', 'what-if', 'action'));
        CREATE TABLE action_left (
            record uuid NOT NULL,
            number integer NOT NULL,
            who text NOT NULL,
            at text NOT NULL,
            CONSTRAINT action_left_pk PRIMARY KEY (record, number),
            CONSTRAINT action_left_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        """);
}
