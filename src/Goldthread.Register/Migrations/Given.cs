using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Files given in the browser, and what became of each, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteGiven : Migration
{
    internal const string Id = "20261122220000_Given";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE given (
            id TEXT NOT NULL CONSTRAINT given_pk PRIMARY KEY,
            at TEXT NOT NULL,
            person TEXT NOT NULL,
            who TEXT NOT NULL,
            body TEXT NOT NULL,
            visibility TEXT NOT NULL,
            CONSTRAINT given_visibility CHECK ("visibility" IN ('public', 'partners', 'staff'))
        );
        CREATE INDEX given_at ON given (at);

        CREATE TABLE given_file (
            given TEXT NOT NULL,
            number INTEGER NOT NULL,
            file TEXT NOT NULL,
            length INTEGER NOT NULL,
            bytes BLOB NULL,
            result TEXT NULL,
            reason TEXT NULL,
            record TEXT NULL,
            claimed_until TEXT NULL,
            tries INTEGER NOT NULL,
            CONSTRAINT given_file_pk PRIMARY KEY (given, number),
            CONSTRAINT given_file_given_fk FOREIGN KEY (given) REFERENCES given (id) ON DELETE CASCADE,
            CONSTRAINT given_file_result CHECK ("result" IN ('read', 'unchanged', 'failed'))
        );
        CREATE INDEX given_file_waiting ON given_file (result, given, number);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteGiven.Id)]
public sealed class PostgresGiven : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE given (
            id uuid NOT NULL CONSTRAINT given_pk PRIMARY KEY,
            at text NOT NULL,
            person uuid NOT NULL,
            who text NOT NULL,
            body text NOT NULL,
            visibility text NOT NULL,
            CONSTRAINT given_visibility CHECK ("visibility" IN ('public', 'partners', 'staff'))
        );
        CREATE INDEX given_at ON given (at);

        CREATE TABLE given_file (
            given uuid NOT NULL,
            number integer NOT NULL,
            file text NOT NULL,
            length bigint NOT NULL,
            bytes bytea NULL,
            result text NULL,
            reason text NULL,
            record uuid NULL,
            claimed_until text NULL,
            tries integer NOT NULL,
            CONSTRAINT given_file_pk PRIMARY KEY (given, number),
            CONSTRAINT given_file_given_fk FOREIGN KEY (given) REFERENCES given (id) ON DELETE CASCADE,
            CONSTRAINT given_file_result CHECK ("result" IN ('read', 'unchanged', 'failed'))
        );
        CREATE INDEX given_file_waiting ON given_file (result, given, number);
        """);
}
