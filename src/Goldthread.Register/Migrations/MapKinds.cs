using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Lets a record be a part of the map of help, on SQLite; why in this way, <see cref="SqliteRuleKind"/> says.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteMapKinds : Migration
{
    internal const string Id = "20261123000000_MapKinds";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ', ''rule''', ', ''rule'', ''map'', ''door'', ''service''')
            WHERE type = 'table' AND name = 'record' AND sql NOT LIKE '%''service''%';
        PRAGMA writable_schema = RESET;
        CREATE TABLE schema_changed (at INTEGER);
        DROP TABLE schema_changed;
        """);
}

/// <summary>Lets a record be a part of the map of help, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteMapKinds.Id)]
public sealed class PostgresMapKinds : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record DROP CONSTRAINT record_kind;
        ALTER TABLE record ADD CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation', 'rule', 'map', 'door', 'service'));
        """);
}
