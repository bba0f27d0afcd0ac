using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>An index for what was changed last, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration("20261122000500_ChangedAt")]
public sealed class SqliteChangedAt : Migration
{
    /// <summary>The statement, the same on both databases.</summary>
    internal const string Index = "CREATE INDEX record_changed ON record (kind, status, visibility, changed_at, key)";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Index);
}

/// <summary>An index for what was changed last, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration("20261122000500_ChangedAt")]
public sealed class PostgresChangedAt : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqliteChangedAt.Index);
}
