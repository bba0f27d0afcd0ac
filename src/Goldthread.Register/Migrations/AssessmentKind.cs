using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Lets a record be an assessment by the standards, on SQLite; why in this way, <see cref="SqliteRuleKind"/> says.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteAssessmentKind : Migration
{
    internal const string Id = "20261125000100_AssessmentKind";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ', ''service''', ', ''service'', ''assessment''')
            WHERE type = 'table' AND name = 'record' AND sql NOT LIKE '%''assessment''%';
        PRAGMA writable_schema = RESET;
        CREATE TABLE schema_changed (at INTEGER);
        DROP TABLE schema_changed;
        """);
}

/// <summary>Lets a record be an assessment by the standards, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteAssessmentKind.Id)]
public sealed class PostgresAssessmentKind : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record DROP CONSTRAINT record_kind;
        ALTER TABLE record ADD CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation', 'rule', 'map', 'door', 'service', 'assessment'));
        """);
}
