using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Forms that wait until somebody has signed in again, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteKeptForms : Migration
{
    internal const string Id = "20261122232000_KeptForms";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE kept_form (
            key TEXT NOT NULL CONSTRAINT kept_form_pk PRIMARY KEY,
            person TEXT NOT NULL,
            ends_at TEXT NOT NULL,
            box BLOB NOT NULL,
            CONSTRAINT kept_form_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX kept_form_person ON kept_form (person, ends_at);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteKeptForms.Id)]
public sealed class PostgresKeptForms : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE kept_form (
            key text NOT NULL CONSTRAINT kept_form_pk PRIMARY KEY,
            person uuid NOT NULL,
            ends_at text NOT NULL,
            box bytea NOT NULL,
            CONSTRAINT kept_form_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX kept_form_person ON kept_form (person, ends_at);
        """);
}
